"""How people want to be reminded, and who is away or not there any more, always within one workspace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, and_, col, func, or_, select

from storage.ready import Ready
from storage.tables import Absence, Habits, Member, Photo
from storage.types import UtcDateTime

_OF_TEAM = Ready(
    select(Member, Habits, Absence)
    .join(Habits, col(Habits.member_id) == col(Member.id), isouter=True)
    .join(Absence, and_(col(Absence.member_id) == col(Member.id), col(Absence.returned_at).is_(None)), isouter=True)
    .where(col(Member.workspace_id) == bindparam("workspace_id"))
    .where(or_(col(Member.is_deactivated).is_(True), col(Habits.id).is_not(None), col(Absence.id).is_not(None)))
)
_OF_MEMBER = Ready(
    select(Habits).where(
        col(Habits.workspace_id) == bindparam("workspace_id"), col(Habits.member_id) == bindparam("member_id")
    )
)
_ABSENCE_OF = Ready(
    select(Absence).where(
        col(Absence.workspace_id) == bindparam("workspace_id"), col(Absence.member_id) == bindparam("member_id")
    )
)
_LAST_SHARED = Ready(
    select(Photo.shared_by, func.max(Photo.shared_at, type_=UtcDateTime()))
    .where(col(Photo.workspace_id) == bindparam("workspace_id"), col(Photo.shared_at) > bindparam("since_at"))
    .group_by(col(Photo.shared_by))
)


def of_member(session: Session, workspace_id: int, member_id: int) -> Habits:
    """Give somebody's habits, made now where all was as usual so far."""
    found = _OF_MEMBER.first(session, workspace_id=workspace_id, member_id=member_id)
    if found is None:
        found = Habits(workspace_id=workspace_id, member_id=member_id)
        session.add(found)
        session.flush()
    return found


@dataclass(frozen=True, slots=True)
class Unusual:
    """Somebody with whom something is not as usual: they have left, are or were away, or have habits of their own."""

    member_id: int
    is_gone: bool
    habits: Habits | None
    absence: Absence | None

    def is_away(self, now: datetime) -> bool:
        """Whether they are away at this moment."""
        return self.absence is not None and self.absence.from_at <= now < self.absence.until_at


def of_team(session: Session, workspace_id: int) -> Sequence[Unusual]:
    """Give everybody with whom something is not as usual."""
    rows = _OF_TEAM.all(session, workspace_id=workspace_id)
    return [Unusual(member.id or 0, member.is_deactivated, found, absence) for member, found, absence in rows]


def absence_of(session: Session, workspace_id: int, member_id: int) -> Absence | None:
    """Give when somebody is, or last was, away."""
    return _ABSENCE_OF.first(session, workspace_id=workspace_id, member_id=member_id)


def away_until(session: Session, workspace_id: int, member_id: int, now: datetime) -> datetime | None:
    """Give until when somebody is away; None where they are here."""
    found = absence_of(session, workspace_id, member_id)
    return found.until_at if found is not None and found.from_at <= now < found.until_at else None


def last_shared(session: Session, workspace_id: int, since_at: datetime) -> dict[int, datetime]:
    """Give when each member last shared a photo, where that was since this moment."""
    rows = _LAST_SHARED.all(session, workspace_id=workspace_id, since_at=since_at)
    return dict(rows)
