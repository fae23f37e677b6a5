"""The places of a workspace's outline, each from its first day to its last.

It refuses to know what a week looks like.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import bindparam, or_
from sqlmodel import Session, col, select, update

from storage.ready import Ready
from storage.tables import Post, Slot

_FARTHEST = timedelta(days=31)
"""How far a turn of a place may move."""
_OF_WORKSPACE = (
    select(Slot)
    .where(col(Slot.workspace_id) == bindparam("workspace_id"))
    .order_by(col(Slot.weekday), col(Slot.at), col(Slot.id))
)
_OUTLINE = Ready(
    _OF_WORKSPACE.where(
        col(Slot.since_on) <= bindparam("last"),
        or_(col(Slot.until_on).is_(None), col(Slot.until_on) >= bindparam("first")),
    )
)
_STANDING = Ready(_OF_WORKSPACE.where(or_(col(Slot.until_on).is_(None), col(Slot.until_on) > bindparam("today"))))


def outline(session: Session, workspace_id: int, first: date, last: date) -> Sequence[Slot]:
    """Give every place of the outline that may come round in a stretch, also by a move, in the order of the week."""
    return _OUTLINE.all(session, workspace_id=workspace_id, first=first - _FARTHEST, last=last + _FARTHEST)


def standing(session: Session, workspace_id: int, today: date) -> Sequence[Slot]:
    """Give the places of the outline that come round after today: what an edit starts from."""
    return _STANDING.all(session, workspace_id=workspace_id, today=today)


def by_id(session: Session, workspace_id: int, slot_id: int) -> Slot | None:
    """Give one place of the outline, also one that has ended; None where it never came round."""
    return session.exec(
        select(Slot).where(col(Slot.workspace_id) == workspace_id, col(Slot.id) == slot_id)
    ).one_or_none()


def hand_on(session: Session, workspace_id: int, before: Slot, after: Slot) -> None:
    """Let a place that follows another one have the posts that were added for that one from its first day on."""
    session.exec(
        update(Post)
        .where(col(Post.workspace_id) == workspace_id, col(Post.slot_id) == before.id, col(Post.on) >= after.since_on)
        .values(slot_id=after.id)
    )
