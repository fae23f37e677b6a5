"""Remembering which reminders went out, always within one workspace."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from storage.among import among
from storage.ready import Ready
from storage.tables import Delivery, DeliveryState, Nudge

_HERE = col(Nudge.workspace_id) == bindparam("workspace_id")
_TOLD = Ready(select(Nudge.step_id, Nudge.reminder, Nudge.due_at).where(_HERE, among(col(Nudge.step_id), "step_ids")))
_OF_DELIVERY = Ready(
    select(Nudge).where(_HERE, col(Nudge.delivery_id) == bindparam("delivery_id")).order_by(col(Nudge.id))
)
_MESSAGES = Ready(
    select(Delivery)
    .where(
        col(Delivery.workspace_id) == bindparam("workspace_id"),
        col(Delivery.state) == DeliveryState.SENT,
        col(Delivery.id).in_(select(Nudge.delivery_id).where(_HERE, among(col(Nudge.step_id), "step_ids"))),
    )
    .order_by(col(Delivery.id))
)
_KEYS = Ready(
    select(Delivery.key).where(
        col(Delivery.workspace_id) == bindparam("workspace_id"), among(col(Delivery.key), "keys")
    )
)


def told(session: Session, workspace_id: int, step_ids: Collection[int]) -> frozenset[tuple[int, str, datetime]]:
    """Give what was said about these steps: step, reminder, and the moment the reminder reckoned from."""
    if not step_ids:
        return frozenset()
    return frozenset(_TOLD.all(session, workspace_id=workspace_id, step_ids=step_ids))


def of_delivery(session: Session, workspace_id: int, delivery_id: int) -> Sequence[Nudge]:
    """Give the reminders that one message carries."""
    return _OF_DELIVERY.all(session, workspace_id=workspace_id, delivery_id=delivery_id)


def messages(session: Session, workspace_id: int, step_ids: Collection[int]) -> Sequence[Delivery]:
    """Give the messages that stand where they were sent and reminded of any of these steps."""
    return _MESSAGES.all(session, workspace_id=workspace_id, step_ids=step_ids) if step_ids else ()


def forget(session: Session, workspace_id: int, delivery_id: int) -> None:
    """Forget the reminders that one message would have carried."""
    session.execute(delete(Nudge).where(col(Nudge.workspace_id) == workspace_id, col(Nudge.delivery_id) == delivery_id))


def keys_among(session: Session, workspace_id: int, keys: Collection[str]) -> frozenset[str]:
    """Give those of the keys that are in the ledger already."""
    if not keys:
        return frozenset()
    return frozenset(_KEYS.all(session, workspace_id=workspace_id, keys=keys))
