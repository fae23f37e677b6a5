"""What people outside wrote, always within one workspace."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, or_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from storage.tables import Comment, Workspace

_BY_DUE = (col(Comment.due_at).is_(None), col(Comment.due_at), col(Comment.wrote_at), col(Comment.id))


def next_number(session: Session, workspace_id: int) -> int:
    """Take the next running number; whoever else logs a comment waits for this transaction, so none comes twice."""
    number: int = session.exec(
        update(Workspace)
        .where(col(Workspace.id) == workspace_id)
        .values(comments_numbered=col(Workspace.comments_numbered) + 1)
        .returning(col(Workspace.comments_numbered))
    ).scalar_one()
    return number


def by_id(session: Session, workspace_id: int, comment_id: int, *, to_change: bool = False) -> Comment | None:
    """Give the comment with that row id; whoever else wants to change it waits until this change is made."""
    found = _of(workspace_id).where(col(Comment.id) == comment_id)
    return session.exec(found.with_for_update() if to_change else found).one_or_none()


def by_number(session: Session, workspace_id: int, number: int) -> Comment | None:
    """Give the comment with that running number; None where there is none, or it was taken back."""
    return session.exec(_of(workspace_id).where(col(Comment.number) == number)).one_or_none()


def by_ids(session: Session, workspace_id: int, comment_ids: Collection[int]) -> Sequence[Comment]:
    """Give the comments with these row ids that are still there, and what follows them, in the order they came."""
    these = or_(col(Comment.id).in_(comment_ids), col(Comment.follows_id).in_(comment_ids))
    return session.exec(_of(workspace_id).where(these).order_by(col(Comment.id))).all()


def waiting(session: Session, workspace_id: int) -> Sequence[Comment]:
    """Give the comments that wait, what is due first before the rest."""
    return session.exec(_of(workspace_id).where(col(Comment.closed_at).is_(None)).order_by(*_BY_DUE)).all()


def closed_since(session: Session, workspace_id: int, since: datetime) -> Sequence[Comment]:
    """Give the comments that were answered, or found to need no answer, from a moment on, the last first."""
    return session.exec(
        _of(workspace_id)
        .where(col(Comment.closed_at) >= since)
        .order_by(col(Comment.closed_at).desc(), col(Comment.id).desc())
    ).all()


def written_between(session: Session, workspace_id: int, first_at: datetime, until_at: datetime) -> Sequence[Comment]:
    """Give the comments written from one moment to before another, and those written before that still wait."""
    return session.exec(
        _of(workspace_id)
        .where(col(Comment.wrote_at) < until_at)
        .where(or_(col(Comment.wrote_at) >= first_at, col(Comment.closed_at).is_(None)))
        .order_by(col(Comment.wrote_at), col(Comment.id))
    ).all()


def of_posts(session: Session, workspace_id: int, post_ids: Collection[int]) -> Sequence[Comment]:
    """Give the comments under these posts, as far as their links tell."""
    if not post_ids:
        return ()
    return session.exec(_of(workspace_id).where(col(Comment.post_id).in_(post_ids)).order_by(col(Comment.id))).all()


def follows(session: Session, workspace_id: int, comment_id: int) -> Sequence[Comment]:
    """Give what was written again in the conversation that a comment began."""
    found = _of(workspace_id).where(col(Comment.follows_id) == comment_id)
    return session.exec(found.order_by(col(Comment.id))).all()


def _of(workspace_id: int) -> SelectOfScalar[Comment]:
    return select(Comment).where(col(Comment.workspace_id) == workspace_id)
