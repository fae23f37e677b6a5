"""The steps of posts. It refuses to know when somebody is reminded of one."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, insert
from sqlmodel import Session, col, select

from storage.among import among
from storage.ready import Ready
from storage.tables import Post, Step

_KEEP = Ready(insert(Step))
_OF_POSTS = Ready(
    select(Step)
    .where(col(Step.workspace_id) == bindparam("workspace_id"), among(col(Step.post_id), "post_ids"))
    .order_by(col(Step.due_at), col(Step.id))
)


def remember(session: Session, steps: Iterable[Step]) -> None:
    """Keep new steps as they are now; they get no row ids, for which each would need a statement of its own."""
    _KEEP.each(session, map(vars, steps))


def by_id(session: Session, workspace_id: int, step_id: int) -> Step | None:
    """Give the step with that row id; None once its post was taken out."""
    return session.exec(
        select(Step).where(col(Step.workspace_id) == workspace_id, col(Step.id) == step_id)
    ).one_or_none()


def names_between(session: Session, workspace_id: int, first: date, last: date) -> frozenset[str]:
    """Give what the practice's own steps are called that posts of these days have."""
    found = (
        select(Step.name)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(col(Step.workspace_id) == workspace_id, col(Step.name) != "", col(Post.removed_at).is_(None))
        .where(col(Post.on) >= first, col(Post.on) <= last)
    )
    return frozenset(session.exec(found).all())


def open_before(session: Session, workspace_id: int, at: datetime) -> Sequence[Step]:
    """Give the steps that are not done and are due before a moment."""
    return session.exec(
        select(Step).where(col(Step.workspace_id) == workspace_id, col(Step.done_at).is_(None), col(Step.due_at) < at)
    ).all()


def held_until(session: Session, workspace_id: int, at: datetime) -> Sequence[Step]:
    """Give the steps that are not done and of which nobody is to be reminded before a moment, or a later one."""
    return session.exec(
        select(Step).where(
            col(Step.workspace_id) == workspace_id, col(Step.done_at).is_(None), col(Step.snoozed_until) >= at
        )
    ).all()


def of_post(session: Session, workspace_id: int, post_id: int) -> Sequence[Step]:
    """Give the steps of a post in the order they are due."""
    return of_posts(session, workspace_id, (post_id,)).get(post_id, ())


def of_posts(session: Session, workspace_id: int, post_ids: Iterable[int]) -> dict[int, tuple[Step, ...]]:
    """Give the steps of several posts in the order they are due; a post without steps is missing."""
    rows = _OF_POSTS.all(session, workspace_id=workspace_id, post_ids=list(post_ids))
    found: dict[int, tuple[Step, ...]] = {}
    for step in rows:
        found[step.post_id] = (*found.get(step.post_id, ()), step)
    return found
