"""Finding offers and the steps they are about, always within one workspace."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, or_, select

from storage.ready import Ready
from storage.tables import Delivery, Offer, OfferState, Post, Step

_HERE = col(Offer.workspace_id) == bindparam("workspace_id")
_OPEN_ONES = Ready(
    select(Offer)
    .join(Post, col(Post.id) == col(Offer.post_id))
    .where(_HERE, col(Offer.state) == OfferState.OPEN, col(Post.removed_at).is_(None))
    .order_by(col(Offer.id))
)
_BY_ID = Ready(select(Offer).where(_HERE, col(Offer.id) == bindparam("offer_id")))
_FOLLOWER = Ready(
    select(Offer).where(_HERE, col(Offer.follows_id) == bindparam("offer_id")).order_by(col(Offer.id).desc()).limit(1)
)


def by_id(session: Session, workspace_id: int, offer_id: int) -> Offer | None:
    """Give the offer with that row id."""
    return _BY_ID.first(session, workspace_id=workspace_id, offer_id=offer_id)


def held(session: Session, workspace_id: int, offer_id: int) -> Offer | None:
    """Give the offer as it is now, and let nobody else answer anything about its post until this transaction ends."""
    offer = by_id(session, workspace_id, offer_id)
    if offer is None:
        return None
    hold_post(session, workspace_id, offer.post_id)
    session.refresh(offer)
    return offer


def hold_post(session: Session, workspace_id: int, post_id: int) -> Post | None:
    """Give the post as it is now and keep it, with its steps and offers, for this transaction."""
    return session.exec(
        select(Post)
        .where(col(Post.workspace_id) == workspace_id, col(Post.id) == post_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()


def post_of(session: Session, workspace_id: int, offer: Offer) -> Post:
    """Give the post an offer is about; it is there as long as the offer is."""
    return session.exec(select(Post).where(col(Post.workspace_id) == workspace_id, col(Post.id) == offer.post_id)).one()


def steps_of(session: Session, workspace_id: int, offer: Offer) -> Sequence[Step]:
    """Give the steps an offer asks for, also after it was answered, in the order they are due."""
    return session.exec(
        select(Step)
        .where(
            col(Step.workspace_id) == workspace_id,
            col(Step.post_id) == offer.post_id,
            col(Step.task).in_(offer.tasks),
        )
        .order_by(col(Step.due_at), col(Step.id))
        .execution_options(populate_existing=True)
    ).all()


def of_post(session: Session, workspace_id: int, post_id: int) -> Sequence[Offer]:
    """Give every offer about a post, oldest first."""
    return session.exec(
        select(Offer)
        .where(col(Offer.workspace_id) == workspace_id, col(Offer.post_id) == post_id)
        .order_by(col(Offer.id))
        .execution_options(populate_existing=True)
    ).all()


def follower(session: Session, workspace_id: int, offer_id: int) -> Offer | None:
    """Give the newest offer that came from this one."""
    return _FOLLOWER.first(session, workspace_id=workspace_id, offer_id=offer_id)


def waiting_for(session: Session, workspace_id: int, member_id: int) -> Sequence[tuple[Offer, Post]]:
    """Give the offers that wait for a member's answer, oldest first, each with its post."""
    return session.exec(
        select(Offer, Post)
        .join(Post, col(Post.id) == col(Offer.post_id))
        .where(
            col(Offer.workspace_id) == workspace_id,
            col(Offer.member_id) == member_id,
            col(Offer.state) == OfferState.OPEN,
            col(Post.removed_at).is_(None),
        )
        .order_by(col(Offer.id))
    ).all()


def open_ones(session: Session, workspace_id: int) -> Sequence[Offer]:
    """Give every offer of the workspace that waits for an answer, oldest first."""
    return _OPEN_ONES.all(session, workspace_id=workspace_id)


def answered_by(session: Session, workspace_id: int, member_id: int, since: datetime) -> int:
    """Count the questions that somebody has answered since a moment, whatever the answer."""
    found = select(func.count()).where(
        col(Offer.workspace_id) == workspace_id,
        col(Offer.member_id) == member_id,
        col(Offer.answered_at) >= since,
        col(Offer.state).in_((OfferState.ACCEPTED, OfferState.SWAPPED, OfferState.DECLINED)),
    )
    return session.exec(found).one()


def messages(session: Session, workspace_id: int, offer_id: int) -> Sequence[Delivery]:
    """Give every message that asked a member for an answer to this offer: the first, and each time it came back."""
    return session.exec(
        select(Delivery)
        .where(col(Delivery.workspace_id) == workspace_id, col(Delivery.revises) == "")
        .where(or_(col(Delivery.key) == f"offer/{offer_id}", col(Delivery.key).startswith(f"notice-back/{offer_id}/")))
        .order_by(col(Delivery.id))
    ).all()
