"""Finding the steps that still wait to be done, always within one workspace.

A step waits for nothing once its post is out, except for what comes after it; and a month after its day a post that was
never posted is history that nobody is asked about any more.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, or_, select

from storage.among import among
from storage.ready import Ready
from storage.tables import Post, Step, Task

STILL_MATTERS = timedelta(days=28)
_WAITS = (
    col(Step.workspace_id) == bindparam("workspace_id"),
    col(Step.done_at).is_(None),
    col(Post.removed_at).is_(None),
    col(Post.publish_at) > bindparam("since"),
    or_(col(Post.posted_at).is_(None), col(Step.task) == Task.CHECK, col(Step.due_at) > col(Post.publish_at)),
)
_WITH_POST = col(Post.id) == col(Step.post_id)
_NEAR = Ready(
    select(Step)
    .join(Post, _WITH_POST)
    .where(*_WAITS)
    .where(
        or_(
            col(Step.due_at) <= bindparam("until"),
            col(Step.snoozed_until).is_not(None),
            col(Step.help_asked_at).is_not(None),
            among(col(Step.post_id), "post_ids"),
        )
    )
    .order_by(col(Step.due_at), col(Step.id))
)
_DUE_AFTER = Ready(
    select(Step.due_at)
    .join(Post, _WITH_POST)
    .where(*_WAITS, col(Step.due_at) > bindparam("at"))
    .order_by(col(Step.due_at))
    .limit(1)
)
_PICTURES = Ready(
    select(Post.id, Post.publish_at, Post.added_at).where(
        col(Post.workspace_id) == bindparam("workspace_id"),
        among(col(Post.id), "post_ids"),
        col(Post.posted_at).is_(None),
        col(Post.substitute) == "",
    )
)
_BY_ID = Ready(
    select(Step, Post)
    .join(Post, _WITH_POST)
    .where(col(Step.workspace_id) == bindparam("workspace_id"), among(col(Step.id), "step_ids"))
    .order_by(col(Step.due_at), col(Step.id))
)
_OF_MEMBER = Ready(
    select(Step, Post)
    .join(Post, _WITH_POST)
    .where(*_WAITS, col(Step.owner_id) == bindparam("member_id"), col(Step.accepted_at).is_not(None))
    .order_by(col(Step.due_at), col(Step.id))
)


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
    return _BY_ID.all(session, workspace_id=workspace_id, step_ids=step_ids)


def near(
    session: Session, workspace_id: int, now: datetime, *, until: datetime, post_ids: Collection[int]
) -> Sequence[Step]:
    """Give the steps that wait and may matter soon, in the order they are due, without the words of their posts.

    Those are the ones due until that moment, those of certain posts, and those that are snoozed or need a hand.
    """
    return _NEAR.all(session, **_waiting(workspace_id, now), until=until, post_ids=post_ids)


def first_due_after(session: Session, workspace_id: int, now: datetime, at: datetime) -> datetime | None:
    """Give when the next step is due after a moment."""
    return _DUE_AFTER.first(session, **_waiting(workspace_id, now), at=at)


def pictures(session: Session, workspace_id: int, post_ids: Collection[int]) -> dict[int, tuple[datetime, datetime]]:
    """Give, for posts that are to go out with a picture of their own, when they go out and when they were planned."""
    rows = _PICTURES.all(session, workspace_id=workspace_id, post_ids=post_ids)
    return {post_id: (publish_at, added_at) for post_id, publish_at, added_at in rows if post_id is not None}


def of_member(session: Session, workspace_id: int, member_id: int, now: datetime) -> Sequence[tuple[Step, Post]]:
    """Give the steps a member has said yes to and that wait to be done, in the order they are due."""
    return _OF_MEMBER.all(session, **_waiting(workspace_id, now), member_id=member_id)


def _waiting(workspace_id: int, now: datetime) -> dict[str, Any]:
    return {"workspace_id": workspace_id, "since": now - STILL_MATTERS}
