"""The ledger of messages owed: one row for each, under a key that is unique in its workspace."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.tables import Delivery


def by_key(session: Session, workspace_id: int, key: str) -> Delivery | None:
    """Give the delivery with that key."""
    return session.exec(
        select(Delivery).where(col(Delivery.workspace_id) == workspace_id, col(Delivery.key) == key)
    ).one_or_none()


def owe(
    session: Session,
    workspace_id: int,
    *,
    key: str,
    kind: str,
    recipient: str,
    about: dict[str, Any],
    due_at: datetime,
    now: datetime,
    visible_to: str = "",
    revises: str = "",
) -> Delivery | None:
    """Remember that a message is owed; None, and nothing remembered, where the key is in the ledger already."""
    if by_key(session, workspace_id, key) is not None:
        return None
    delivery = Delivery(
        workspace_id=workspace_id,
        key=key,
        kind=kind,
        recipient=recipient,
        visible_to=visible_to,
        about=about,
        revises=revises,
        due_at=due_at,
        made_at=now,
    )
    session.add(delivery)
    session.flush()
    return delivery
