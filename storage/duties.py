"""Who agreed to which duty, always within one workspace."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from storage.tables import Agreement, Member


def of_team(session: Session, workspace_id: int) -> Sequence[tuple[Agreement, Member]]:
    """Give every agreement of somebody who is still there, with that person."""
    return session.exec(
        select(Agreement, Member)
        .join(Member, col(Member.id) == col(Agreement.member_id))
        .where(col(Agreement.workspace_id) == workspace_id, col(Member.is_deactivated).is_(False))
        .order_by(col(Agreement.id))
    ).all()


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
