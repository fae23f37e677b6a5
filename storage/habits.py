"""How people want to be reminded, and who is not there any more, always within one workspace."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, and_, col, func, or_, select

from storage.tables import Habits, Member, Photo


def of_member(session: Session, workspace_id: int, member_id: int) -> Habits:
    """Give somebody's habits, made now where all was as usual so far."""
    found = session.exec(
        select(Habits).where(col(Habits.workspace_id) == workspace_id, col(Habits.member_id) == member_id)
    ).one_or_none()
    if found is None:
        found = Habits(workspace_id=workspace_id, member_id=member_id)
        session.add(found)
        session.flush()
    return found


def of_team(session: Session, workspace_id: int) -> Sequence[tuple[int, bool, Habits | None]]:
    """Give, of everybody with whom something is not as usual, the row id, whether they have left, and their habits."""
    rows = session.exec(
        select(Member.id, Member.is_deactivated, Habits)
        .join(Habits, and_(col(Habits.member_id) == col(Member.id)), isouter=True)
        .where(col(Member.workspace_id) == workspace_id)
        .where(or_(col(Member.is_deactivated).is_(True), col(Habits.id).is_not(None)))
    ).all()
    return [(member_id or 0, is_gone, found) for member_id, is_gone, found in rows]


def last_shared(session: Session, workspace_id: int, since_at: datetime) -> dict[int, datetime]:
    """Give when each member last shared a photo, where that was since this moment."""
    rows = session.exec(
        select(Photo.shared_by, func.max(Photo.shared_at, type_=Photo.__table__.c.shared_at.type))  # type: ignore[attr-defined]
        .where(col(Photo.workspace_id) == workspace_id, col(Photo.shared_at) > since_at)
        .group_by(col(Photo.shared_by))
    ).all()
    return dict(rows)
