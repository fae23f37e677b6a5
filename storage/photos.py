"""Photos: pointers to what was shared, and where the copies of the cleared ones lie."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, and_, col, or_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from storage.tables import Photo, PhotoState, Post, Step, Task, Workspace

_TAKES_A_PHOTO = and_(col(Step.task) == Task.PHOTO, or_(col(Step.done_at).is_(None), col(Post.substitute) != ""))
_TAKES_A_GRAPHIC = and_(col(Step.task) == Task.GRAPHIC, col(Step.done_at).is_(None))


def by_id(session: Session, workspace_id: int, photo_id: int) -> Photo | None:
    """Give the photo with that row id."""
    return session.exec(_mine(workspace_id).where(col(Photo.id) == photo_id)).one_or_none()


def held(session: Session, workspace_id: int, photo_id: int) -> Photo | None:
    """Give the photo with that row id; whoever else wants to decide about it waits for this transaction."""
    found = _mine(workspace_id).where(col(Photo.id) == photo_id)
    return session.exec(found.with_for_update().execution_options(populate_existing=True)).one_or_none()


def by_file(session: Session, workspace_id: int, file_id: str) -> Photo | None:
    """Give the photo that a file in Slack became."""
    return session.exec(_mine(workspace_id).where(col(Photo.file_id) == file_id)).one_or_none()


def next_number(session: Session, workspace_id: int) -> int:
    """Take the next running number; whoever else adds a photo waits for this transaction."""
    number: int = session.exec(
        update(Workspace)
        .where(col(Workspace.id) == workspace_id)
        .values(photos_numbered=col(Workspace.photos_numbered) + 1)
        .returning(col(Workspace.photos_numbered))
    ).scalar_one()
    return number


def waiting_for(session: Session, workspace_id: int, member_id: int) -> Sequence[Photo]:
    """Give the photos that a member shared and has not answered for, oldest first."""
    asked = _mine(workspace_id).where(col(Photo.state) == PhotoState.ASKED, col(Photo.shared_by) == member_id)
    return session.exec(asked.order_by(col(Photo.id))).all()


def to_clear(session: Session, workspace_id: int) -> Sequence[Photo]:
    """Give what the lead may look after: every photo without an answer, and every one that was set aside."""
    open_ones = (PhotoState.ASKED, PhotoState.BLOCKED)
    return session.exec(_mine(workspace_id).where(col(Photo.state).in_(open_ones)).order_by(col(Photo.id))).all()


def newest(session: Session, workspace_id: int, states: Sequence[PhotoState], *, most: int) -> Sequence[Photo]:
    """Give the newest photos in any of these states."""
    found = _mine(workspace_id).where(col(Photo.state).in_(list(states)))
    return session.exec(found.order_by(col(Photo.id).desc()).limit(most)).all()


def free(session: Session, workspace_id: int, rested_since: datetime, *, most: int) -> Sequence[Photo]:
    """Give the newest photos that are ready and with no post, one that was taken out, or one that went out long ago."""
    found = _mine(workspace_id).join(Post, col(Post.id) == col(Photo.post_id), isouter=True)
    free = or_(col(Photo.post_id).is_(None), col(Post.removed_at).is_not(None), col(Post.posted_at) < rested_since)
    ready = found.where(col(Photo.state) == PhotoState.READY, free)
    return session.exec(ready.order_by(col(Photo.id).desc()).limit(most)).all()


def of_post(session: Session, workspace_id: int, post_id: int) -> Sequence[Photo]:
    """Give the photos that are with a post, in the order they were shared."""
    return session.exec(_mine(workspace_id).where(col(Photo.post_id) == post_id).order_by(col(Photo.id))).all()


def open_photo_steps(session: Session, workspace_id: int, owner_id: int) -> Sequence[tuple[Step, Post]]:
    """Give a member's steps that a picture would do, each with its post, also where a substitute stands in for one."""
    return session.exec(
        select(Step, Post)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(
            col(Step.workspace_id) == workspace_id,
            col(Step.owner_id) == owner_id,
            or_(_TAKES_A_PHOTO, _TAKES_A_GRAPHIC),
        )
        .order_by(col(Post.publish_at), col(Post.id))
    ).all()


def _mine(workspace_id: int) -> SelectOfScalar[Photo]:
    return select(Photo).where(col(Photo.workspace_id) == workspace_id)
