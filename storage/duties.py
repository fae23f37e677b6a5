"""Who agreed to which duty, and what they have had of it, always within one workspace."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from storage.ready import Ready
from storage.tables import Agreement, Member, Post, Step

_OF_TEAM = Ready(
    select(Agreement, Member)
    .join(Member, col(Member.id) == col(Agreement.member_id))
    .where(
        col(Agreement.workspace_id) == bindparam("workspace_id"),
        col(Member.is_deactivated).is_(False),
        col(Member.is_agency).is_(False),
    )
    .order_by(col(Agreement.id))
)
_PLANNED = Ready(
    select(Step.owner_id, Step.task, func.sum(Step.minutes))
    .join(Post, col(Post.id) == col(Step.post_id))
    .where(
        col(Step.workspace_id) == bindparam("workspace_id"),
        col(Step.due_at) >= bindparam("from_at"),
        col(Step.due_at) < bindparam("until_at"),
        col(Post.removed_at).is_(None),
    )
    .group_by(col(Step.owner_id), col(Step.task))
)
_FINISHED = Ready(
    select(Step.owner_id, Step.due_at, Step.done_at).where(
        col(Step.workspace_id) == bindparam("workspace_id"),
        col(Step.done_at) > bindparam("since_at"),
        col(Step.accepted_at).is_not(None),
    )
)


def of_team(session: Session, workspace_id: int) -> Sequence[tuple[Agreement, Member]]:
    """Give every agreement of somebody of the practice's own team who is still there, with that person."""
    return _OF_TEAM.all(session, workspace_id=workspace_id)


def planned(session: Session, workspace_id: int, from_at: datetime, until_at: datetime) -> dict[tuple[int, str], int]:
    """Give the minutes of all steps due in a stretch of time, done or not, by whose they are and their task."""
    rows = _PLANNED.all(session, workspace_id=workspace_id, from_at=from_at, until_at=until_at)
    return {(owner_id, task): int(minutes or 0) for owner_id, task, minutes in rows}


def finished(session: Session, workspace_id: int, since_at: datetime) -> Sequence[tuple[int, datetime, datetime]]:
    """Give the steps that were done since a moment: whose each was, when it was due, and when it was done."""
    rows = _FINISHED.all(session, workspace_id=workspace_id, since_at=since_at)
    return [(owner_id, due_at, done_at) for owner_id, due_at, done_at in rows if done_at is not None]


def finished_of(session: Session, workspace_id: int, member_id: int, task: str, but_post_id: int) -> int:
    """Count the steps of a kind that somebody has done so far, those of one post left out."""
    return session.exec(
        select(func.count())
        .select_from(Step)
        .where(
            col(Step.workspace_id) == workspace_id,
            col(Step.owner_id) == member_id,
            col(Step.task) == task,
            col(Step.done_at).is_not(None),
            col(Step.post_id) != but_post_id,
        )
    ).one()


def agreed_minutes(session: Session, workspace_id: int) -> dict[int, int]:
    """Give how many minutes a week each member has agreed to, over all duties; whoever agreed to nothing is missing."""
    rows = session.exec(
        select(Agreement.member_id, func.sum(Agreement.minutes))
        .where(col(Agreement.workspace_id) == workspace_id)
        .group_by(col(Agreement.member_id))
    ).all()
    return {member_id: int(minutes or 0) for member_id, minutes in rows}


def of_member(session: Session, workspace_id: int, member_id: int, duty: str) -> Agreement | None:
    """Give what somebody agreed to about one duty."""
    return session.exec(
        select(Agreement).where(
            col(Agreement.workspace_id) == workspace_id,
            col(Agreement.member_id) == member_id,
            col(Agreement.duty) == duty,
        )
    ).one_or_none()
