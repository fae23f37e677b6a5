"""Deliveries that wait until their recipient can be reached again; each is tried once a day, or when something changed.

Like the rest of the ledger it knows no Slack.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, bindparam, func, literal_column
from sqlmodel import Session, col, select

from storage.ready import Ready
from storage.tables import Delivery, DeliveryState
from storage.types import UtcDateTime

# Written out, so that each database can tell that its index of parked rows answers the question.
_PARKED_WORD = literal_column(f"'{DeliveryState.PARKED}'", String())
_UNTIL = Ready(
    select(Delivery)
    .where(col(Delivery.state) == _PARKED_WORD, col(Delivery.held_until) <= bindparam("now"))
    .order_by(col(Delivery.held_until))
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_NEXT = Ready(select(func.min(Delivery.held_until, type_=UtcDateTime())).where(col(Delivery.state) == _PARKED_WORD))


def unpark(session: Session, workspace_id: int, channel_id: str, now: datetime) -> int:
    """Take up again what was parked for a channel or person, or, with no channel named, for the whole workspace."""
    rows = session.exec(
        select(Delivery)
        .where(col(Delivery.workspace_id) == workspace_id, col(Delivery.state) == _PARKED_WORD)
        .where(*([col(Delivery.recipient) == channel_id] if channel_id else []))
    ).all()
    for row in rows:
        resume(row, now)
        session.add(row)
    return len(rows)


def resume(delivery: Delivery, now: datetime) -> None:
    """Take a parked delivery up again; one that can be looked up counts as perhaps sent already."""
    delivery.state = DeliveryState.OWED if delivery.visible_to else DeliveryState.SENDING
    delivery.worker = ""
    delivery.held_until = None
    delivery.due_at = now


def parked_until(session: Session, now: datetime, *, most: int) -> Sequence[Delivery]:
    """Give parked deliveries, of all workspaces, whose next try has come."""
    return _UNTIL.all(session, now=now, most=most)


def next_try_at(session: Session) -> datetime | None:
    """Give the next moment at which a parked delivery is tried again, in any workspace."""
    return _NEXT.first(session)
