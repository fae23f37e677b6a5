"""The ideas for a month and the votes for them, always within one workspace."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from storage.tables import Delivery, DeliveryState, Idea, IdeaVote, Post


def by_id(session: Session, workspace_id: int, idea_id: int) -> Idea | None:
    """Give the idea with that row id; None once it was taken back."""
    return session.exec(
        select(Idea).where(col(Idea.workspace_id) == workspace_id, col(Idea.id) == idea_id)
    ).one_or_none()


def by_reply(session: Session, workspace_id: int, reply: str) -> Idea | None:
    """Give the idea that stands in this reply."""
    return session.exec(
        select(Idea).where(col(Idea.workspace_id) == workspace_id, col(Idea.reply) == reply)
    ).one_or_none()


def of_month(session: Session, workspace_id: int, month: date) -> Sequence[tuple[Idea, Post | None]]:
    """Give the ideas for a month in the order they came, each with its post where one was made of it and stands."""
    return session.exec(
        select(Idea, Post)
        .join(Post, (col(Post.id) == col(Idea.post_id)) & col(Post.removed_at).is_(None), isouter=True)
        .where(col(Idea.workspace_id) == workspace_id, col(Idea.month) == month)
        .order_by(col(Idea.id))
    ).all()


def votes(session: Session, workspace_id: int, month: date) -> dict[int, set[int]]:
    """Give who has voted for each idea of a month; an idea without votes is missing."""
    rows = session.exec(
        select(IdeaVote.idea_id, IdeaVote.member_id)
        .join(Idea, col(Idea.id) == col(IdeaVote.idea_id))
        .where(col(IdeaVote.workspace_id) == workspace_id, col(Idea.month) == month)
    ).all()
    found: dict[int, set[int]] = {}
    for idea_id, member_id in rows:
        found.setdefault(idea_id, set()).add(member_id)
    return found


def vote_of(session: Session, workspace_id: int, idea_id: int, member_id: int) -> IdeaVote | None:
    """Give somebody's vote for an idea."""
    return session.exec(
        select(IdeaVote).where(
            col(IdeaVote.workspace_id) == workspace_id,
            col(IdeaVote.idea_id) == idea_id,
            col(IdeaVote.member_id) == member_id,
        )
    ).one_or_none()


def thread(session: Session, workspace_id: int, channel_id: str, ts: str) -> Delivery | None:
    """Give the message that opened this thread for ideas; None where the thread is about something else."""
    return session.exec(
        select(Delivery).where(
            col(Delivery.workspace_id) == workspace_id,
            col(Delivery.kind) == "ideas",
            col(Delivery.state) == DeliveryState.SENT,
            col(Delivery.channel_id) == channel_id,
            col(Delivery.ts) == ts,
        )
    ).one_or_none()
