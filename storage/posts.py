"""The posts of the plan. A post that was taken out keeps its row, and only `by_id` still gives it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, insert
from sqlmodel import Session, col, select, update

from storage.ready import Ready
from storage.tables import Post, Workspace

_KEEP = Ready(insert(Post).returning(col(Post.id)))
_NEXT_NUMBER = Ready(
    update(Workspace)
    .where(col(Workspace.id) == bindparam("of_workspace"))
    .values(posts_numbered=col(Workspace.posts_numbered) + 1)
    .returning(col(Workspace.posts_numbered))
)
_BY_ID = Ready(
    select(Post).where(col(Post.workspace_id) == bindparam("workspace_id"), col(Post.id) == bindparam("post_id"))
)
_BETWEEN = Ready(
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
    return _BY_ID.first(session, workspace_id=workspace_id, post_id=post_id)


def between(session: Session, workspace_id: int, first: date, last: date) -> Sequence[Post]:
    """Give the posts that stand in the plan from one day to another, in the order they go out."""
    return _BETWEEN.all(session, workspace_id=workspace_id, first=first, last=last)


def numbered(session: Session, workspace_id: int, first: int, last: int) -> Sequence[Post]:
    """Give the posts that stand in the plan under the running numbers from one to another."""
    return session.exec(
        select(Post)
        .where(col(Post.workspace_id) == workspace_id, col(Post.number) >= first, col(Post.number) <= last)
        .where(col(Post.removed_at).is_(None))
        .order_by(col(Post.number))
    ).all()


def evergreen(session: Session, workspace_id: int) -> Sequence[Post]:
    """Give the posts that are out and may be repeated, in the order they went out."""
    return session.exec(
        select(Post)
        .where(col(Post.workspace_id) == workspace_id, col(Post.rest_weeks) > 0, col(Post.posted_at).is_not(None))
        .where(col(Post.removed_at).is_(None))
        .order_by(col(Post.publish_at), col(Post.id))
    ).all()


def repeats_of(session: Session, workspace_id: int, post_ids: Collection[int]) -> Sequence[Post]:
    """Give the posts that repeat one of these and stand in the plan, in the order they go out."""
    return session.exec(
        select(Post)
        .where(col(Post.workspace_id) == workspace_id, col(Post.repeats_id).in_(post_ids))
        .where(col(Post.removed_at).is_(None))
        .order_by(col(Post.publish_at), col(Post.id))
    ).all()


def of_series(session: Session, workspace_id: int, series_ids: Collection[int]) -> Sequence[Post]:
    """Give the posts of these series that stand in the plan, in the order they go out."""
    return session.exec(
        select(Post)
        .where(col(Post.workspace_id) == workspace_id, col(Post.series_id).in_(series_ids))
        .where(col(Post.removed_at).is_(None))
        .order_by(col(Post.publish_at), col(Post.id))
    ).all()


def remember(session: Session, post: Post) -> None:
    """Keep a new post; it has its row id afterwards."""
    _KEEP.keep(session, post)


def next_number(session: Session, workspace_id: int) -> int:
    """Take the next running number; whoever else adds a post waits for this transaction, so a place is filled once."""
    return _NEXT_NUMBER.first(session, of_workspace=workspace_id) or 0


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
