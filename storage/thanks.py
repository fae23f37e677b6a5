"""Thanks that were said, what there was to be thanked for, and which words about them were sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.ready import Ready
from storage.tables import Delivery, DeliveryState, Lead, Post, Step, Thanks

_ALL = Ready(select(Thanks).where(col(Thanks.workspace_id) == bindparam("workspace_id")).order_by(col(Thanks.id)))


def all_of(session: Session, workspace_id: int) -> Sequence[Thanks]:
    """Give every word of thanks, in the order they were said."""
    return _ALL.all(session, workspace_id=workspace_id)


def by_id(session: Session, workspace_id: int, thanks_id: int) -> Thanks | None:
    """Give one word of thanks."""
    return session.exec(
        select(Thanks).where(col(Thanks.workspace_id) == workspace_id, col(Thanks.id) == thanks_id)
    ).one_or_none()


def steps_done(session: Session, workspace_id: int, since: datetime, until: datetime) -> Sequence[tuple[Step, Post]]:
    """Give the steps that were done in a stretch of time, each with its post, which stands in the plan."""
    return session.exec(
        select(Step, Post)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(
            col(Step.workspace_id) == workspace_id,
            col(Step.done_at) >= since,
            col(Step.done_at) < until,
            col(Post.removed_at).is_(None),
        )
        .order_by(col(Step.id))
    ).all()


def leads_logged(session: Session, workspace_id: int, since: datetime, until: datetime) -> Sequence[Lead]:
    """Give the leads that somebody logged in a stretch of time."""
    return session.exec(
        select(Lead)
        .where(col(Lead.workspace_id) == workspace_id, col(Lead.logged_at) >= since, col(Lead.logged_at) < until)
        .order_by(col(Lead.number))
    ).all()


def sent(session: Session, workspace_id: int, kind: str) -> Sequence[Delivery]:
    """Give the messages of one kind that were sent, in the order they were owed."""
    return session.exec(
        select(Delivery)
        .where(
            col(Delivery.workspace_id) == workspace_id,
            col(Delivery.kind) == kind,
            col(Delivery.state) == DeliveryState.SENT,
        )
        .order_by(col(Delivery.id))
    ).all()
