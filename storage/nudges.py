"""Remembering which reminders went out, always within one workspace."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, select

from storage.tables import Delivery, Nudge


def told(session: Session, workspace_id: int, step_ids: Collection[int]) -> frozenset[tuple[int, str, datetime]]:
    """Give what was said about these steps: step, reminder, and the moment the reminder reckoned from."""
    if not step_ids:
        return frozenset()
    rows = session.exec(
        select(Nudge.step_id, Nudge.reminder, Nudge.due_at).where(
            col(Nudge.workspace_id) == workspace_id, col(Nudge.step_id).in_(step_ids)
        )
    ).all()
    return frozenset(rows)


def of_delivery(session: Session, workspace_id: int, delivery_id: int) -> Sequence[Nudge]:
    """Give the reminders that one message carries."""
    return session.exec(
        select(Nudge)
        .where(col(Nudge.workspace_id) == workspace_id, col(Nudge.delivery_id) == delivery_id)
        .order_by(col(Nudge.id))
    ).all()


def forget(session: Session, workspace_id: int, delivery_id: int) -> None:
    """Forget the reminders that one message would have carried."""
    session.execute(delete(Nudge).where(col(Nudge.workspace_id) == workspace_id, col(Nudge.delivery_id) == delivery_id))


def keys_among(session: Session, workspace_id: int, keys: Collection[str]) -> frozenset[str]:
    """Give those of the keys that are in the ledger already."""
    if not keys:
        return frozenset()
    found = select(Delivery.key).where(col(Delivery.workspace_id) == workspace_id, col(Delivery.key).in_(keys))
    return frozenset(session.exec(found).all())
