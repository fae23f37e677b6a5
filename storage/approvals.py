"""Finding the looks that were asked for, always within one workspace."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, literal_column
from sqlmodel import Session, col, func, select

from storage.ready import Ready
from storage.tables import Approval, ApprovalState, Post, Step, Task

_REVIEWS = Ready(
    select(Step.id)
    .join(Post, col(Post.id) == col(Step.post_id))
    .where(
        col(Step.workspace_id) == bindparam("workspace_id"),
        col(Step.reviews),
        col(Post.posted_at).is_(None),
        col(Post.removed_at).is_(None),
    )
    .limit(literal_column("1"))
)
LIVE = (ApprovalState.OPEN, ApprovalState.HELD, ApprovalState.REJECTED)
"""What still waits for another answer of the one who was asked."""


def by_id(session: Session, workspace_id: int, approval_id: int) -> Approval | None:
    """Give the look with that row id."""
    found = select(Approval).where(col(Approval.workspace_id) == workspace_id, col(Approval.id) == approval_id)
    return session.exec(found).one_or_none()


def of_post(session: Session, workspace_id: int, post_id: int) -> Sequence[Approval]:
    """Give every look that was asked for at a post, oldest first."""
    found = select(Approval).where(col(Approval.workspace_id) == workspace_id, col(Approval.post_id) == post_id)
    return session.exec(found.order_by(col(Approval.id))).all()


def answered_by(session: Session, workspace_id: int, member_id: int, since: datetime) -> int:
    """Count the looks that somebody has answered since a moment, but for those that no longer hold."""
    found = select(func.count()).where(
        col(Approval.workspace_id) == workspace_id,
        col(Approval.member_id) == member_id,
        col(Approval.decided_at) >= since,
        col(Approval.decision).in_((ApprovalState.APPROVED, ApprovalState.CHANGES, *LIVE)),
    )
    return session.exec(found).one()


def left_over(session: Session, workspace_id: int) -> Sequence[Approval]:
    """Give the looks that wait for an answer about a post that is out, or out of the plan."""
    return session.exec(
        select(Approval)
        .join(Post, col(Post.id) == col(Approval.post_id))
        .where(
            col(Approval.workspace_id) == workspace_id,
            col(Approval.decision).in_(LIVE),
            col(Post.posted_at).is_not(None) | col(Post.removed_at).is_not(None),
        )
    ).all()


def reviews_somebody(session: Session, workspace_id: int) -> bool:
    """Tell whether a post that is still to go out is looked over because somebody is new to a step of it."""
    return _REVIEWS.first(session, workspace_id=workspace_id) is not None


def steps(session: Session, workspace_id: int, since: datetime) -> Sequence[tuple[Step, Post]]:
    """Give the approval step of every post that is still to go out, done or not."""
    return session.exec(
        select(Step, Post)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(
            col(Step.workspace_id) == workspace_id,
            col(Step.task) == Task.APPROVAL,
            col(Post.posted_at).is_(None),
            col(Post.removed_at).is_(None),
            col(Post.publish_at) > since,
        )
        .order_by(col(Post.publish_at), col(Post.id))
    ).all()
