"""The events of the plan. One whose post was taken out keeps its row, and is given by nothing here."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.ready import Ready
from storage.tables import Event, Post, Step, Task

_IN_PLAN = (
    col(Event.workspace_id) == bindparam("workspace_id"),
    col(Post.id) == col(Event.post_id),
    col(Post.removed_at).is_(None),
)
_OF_POST = Ready(select(Event).where(*_IN_PLAN, col(Event.post_id) == bindparam("post_id")))
_TO_COME = Ready(
    select(Event, Step)
    .join(Post, col(Post.id) == col(Event.post_id))
    .join(Step, col(Step.post_id) == col(Event.post_id))
    .where(*_IN_PLAN, col(Event.ends_at) > bindparam("now"), col(Step.task) == Task.PHOTO)
    .order_by(col(Event.starts_at), col(Event.id))
)
_BETWEEN = Ready(
    select(Event, Post)
    .join(Post, col(Post.id) == col(Event.post_id))
    .where(*_IN_PLAN, col(Event.ends_at) >= bindparam("first_at"), col(Event.starts_at) < bindparam("last_at"))
    .order_by(col(Event.starts_at), col(Event.id))
)


def by_id(session: Session, workspace_id: int, event_id: int) -> Event | None:
    """Give the event with that row id, also when its post was taken out."""
    return session.exec(
        select(Event).where(col(Event.workspace_id) == workspace_id, col(Event.id) == event_id)
    ).one_or_none()


def of_post(session: Session, workspace_id: int, post_id: int) -> Event | None:
    """Give the event that a post is made of; None for most posts."""
    return _OF_POST.first(session, workspace_id=workspace_id, post_id=post_id)


def to_come(session: Session, workspace_id: int, now: datetime) -> Sequence[tuple[Event, Step]]:
    """Give the events that are not over, each with the step of taking its pictures."""
    return _TO_COME.all(session, workspace_id=workspace_id, now=now)


def between(session: Session, workspace_id: int, first_at: datetime, last_at: datetime) -> Sequence[tuple[Event, Post]]:
    """Give the events that touch a stretch of time, each with its post, in the order they begin."""
    return _BETWEEN.all(session, workspace_id=workspace_id, first_at=first_at, last_at=last_at)
