"""The private addresses of calendars. A token names its workspace, so it is the one thing looked up without one."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.tables import CalendarFeed


def of_member(session: Session, workspace_id: int, member_id: int) -> Sequence[CalendarFeed]:
    """Give the calendars of a member."""
    return session.exec(
        select(CalendarFeed).where(
            col(CalendarFeed.workspace_id) == workspace_id, col(CalendarFeed.member_id) == member_id
        )
    ).all()


def by_token(session: Session, token: str) -> CalendarFeed | None:
    """Give the calendar that a token opens."""
    return session.exec(select(CalendarFeed).where(col(CalendarFeed.token) == token)).one_or_none()
