"""Finding the steps that still wait to be done, always within one workspace.

A step waits for nothing once its post is out, except for what comes after it; and a month after its day a post that was
never posted is history that nobody is asked about any more.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from storage.tables import Post, Step, Task

STILL_MATTERS = timedelta(days=28)


def step_by_id(session: Session, workspace_id: int, step_id: int) -> tuple[Step, Post] | None:
    """Give a step as it is now, with its post."""
    found = session.exec(
        select(Step, Post)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(col(Step.workspace_id) == workspace_id, col(Step.id) == step_id)
        .execution_options(populate_existing=True)
    ).one_or_none()
    return (found[0], found[1]) if found is not None else None


def steps_by_id(session: Session, workspace_id: int, step_ids: Collection[int]) -> Sequence[tuple[Step, Post]]:
    """Give several steps with their posts, in the order they are due."""
    return session.exec(
        select(Step, Post)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(col(Step.workspace_id) == workspace_id, col(Step.id).in_(step_ids))
        .order_by(col(Step.due_at), col(Step.id))
    ).all()


def near(
    session: Session, workspace_id: int, now: datetime, *, until: datetime, post_ids: Collection[int]
) -> Sequence[Step]:
    """Give the steps that wait and may matter soon, in the order they are due, without the words of their posts.

    Those are the ones due until that moment, those of certain posts, and those that are snoozed or need a hand.
    """
    soon = or_(
        col(Step.due_at) <= until,
        col(Step.snoozed_until).is_not(None),
        col(Step.help_asked_at).is_not(None),
        col(Step.post_id).in_(post_ids),
    )
    return session.exec(
        select(Step)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(*_waits(workspace_id, now), soon)
        .order_by(col(Step.due_at), col(Step.id))
    ).all()


def first_due_after(session: Session, workspace_id: int, now: datetime, at: datetime) -> datetime | None:
    """Give when the next step is due after a moment."""
    return session.exec(
        select(Step.due_at)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(*_waits(workspace_id, now), col(Step.due_at) > at)
        .order_by(col(Step.due_at))
        .limit(1)
    ).first()


def of_member(session: Session, workspace_id: int, member_id: int, now: datetime) -> Sequence[tuple[Step, Post]]:
    """Give the steps a member has said yes to and that wait to be done, in the order they are due."""
    return session.exec(
        select(Step, Post)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(*_waits(workspace_id, now), col(Step.owner_id) == member_id, col(Step.accepted_at).is_not(None))
        .order_by(col(Step.due_at), col(Step.id))
    ).all()


def of_owner_until(
    session: Session, workspace_id: int, member_id: int, now: datetime, until: datetime | None = None
) -> Sequence[tuple[Step, Post]]:
    """Give the steps a member has said yes to and that are due before a moment, or all of them."""
    found = of_member(session, workspace_id, member_id, now)
    return [(step, post) for step, post in found if until is None or step.due_at < until]


def _waits(workspace_id: int, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Step.workspace_id) == workspace_id,
        col(Step.done_at).is_(None),
        col(Post.removed_at).is_(None),
        col(Post.publish_at) > now - STILL_MATTERS,
        or_(col(Post.posted_at).is_(None), col(Step.task) == Task.CHECK, col(Step.due_at) > col(Post.publish_at)),
    )
