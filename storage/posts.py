"""The posts of the plan. A post that was taken out keeps its row, and only `by_id` still gives it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.tables import Post, Workspace

_BETWEEN = (
    select(Post)
    .where(
        col(Post.workspace_id) == bindparam("workspace_id"),
        col(Post.on) >= bindparam("first"),
        col(Post.on) <= bindparam("last"),
        col(Post.removed_at).is_(None),
    )
    .order_by(col(Post.publish_at), col(Post.id))
)


def by_id(session: Session, workspace_id: int, post_id: int) -> Post | None:
    """Give the post with that row id, also when it was taken out."""
    return session.exec(
        select(Post).where(col(Post.workspace_id) == workspace_id, col(Post.id) == post_id)
    ).one_or_none()


def between(session: Session, workspace_id: int, first: date, last: date) -> Sequence[Post]:
    """Give the posts that stand in the plan from one day to another, in the order they go out."""
    return session.exec(_BETWEEN, params={"workspace_id": workspace_id, "first": first, "last": last}).all()


def next_number(workspace: Workspace) -> int:
    """Take the next running number of a workspace that this transaction holds, so that a place is filled once."""
    workspace.posts_numbered += 1
    return workspace.posts_numbered


def to_come(session: Session, workspace_id: int, now: datetime) -> Sequence[Post]:
    """Give every post that is still to go out."""
    return session.exec(
        select(Post)
        .where(
            col(Post.workspace_id) == workspace_id,
            col(Post.publish_at) > now,
            col(Post.posted_at).is_(None),
            col(Post.removed_at).is_(None),
        )
        .order_by(col(Post.publish_at), col(Post.id))
    ).all()
