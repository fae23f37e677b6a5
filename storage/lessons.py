"""What people learn month by month, always within one workspace."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam
from sqlmodel import Session, and_, col, delete, select

from storage.ready import Ready
from storage.tables import Agreement, Duty, Lesson, Member

_OF_MONTH = Ready(
    select(Agreement, Lesson)
    .join(Member, col(Member.id) == col(Agreement.member_id))
    .join(
        Lesson,
        and_(col(Lesson.member_id) == col(Agreement.member_id), col(Lesson.month) == bindparam("month")),
        isouter=True,
    )
    .where(
        col(Agreement.workspace_id) == bindparam("workspace_id"),
        col(Agreement.duty) == Duty.LEARNING,
        col(Member.is_deactivated).is_(False),
        col(Member.is_agency).is_(False),
    )
    .order_by(col(Agreement.id))
)
_FIRST_OF_MONTH = Ready(
    select(Lesson)
    .where(col(Lesson.workspace_id) == bindparam("workspace_id"), col(Lesson.month) == bindparam("month"))
    .order_by(col(Lesson.id))
    .limit(1)
)
_TOLD_BETWEEN = Ready(
    select(Lesson, Member)
    .join(Member, col(Member.id) == col(Lesson.member_id))
    .where(
        col(Lesson.workspace_id) == bindparam("workspace_id"),
        col(Lesson.done_at) >= bindparam("from_at"),
        col(Lesson.done_at) < bindparam("until_at"),
        col(Lesson.is_shared),
        col(Lesson.words) != "",
    )
    .order_by(col(Lesson.done_at), col(Lesson.id))
)


def of_month(session: Session, workspace_id: int, month: date) -> Sequence[tuple[Agreement, Lesson | None]]:
    """Give everybody who agreed to learn, with what they have of a month."""
    return _OF_MONTH.all(session, workspace_id=workspace_id, month=month)


def first_of_month(session: Session, workspace_id: int, month: date) -> Lesson | None:
    """Give what was begun first in a month, whoever has it."""
    return _FIRST_OF_MONTH.first(session, workspace_id=workspace_id, month=month)


def by_id(session: Session, workspace_id: int, lesson_id: int) -> Lesson | None:
    """Give the lesson with that row id, as it is now."""
    return session.exec(
        select(Lesson)
        .where(col(Lesson.workspace_id) == workspace_id, col(Lesson.id) == lesson_id)
        .execution_options(populate_existing=True)
    ).one_or_none()


def open_of(session: Session, workspace_id: int, member_id: int, month: date) -> Lesson | None:
    """Give what somebody has still to learn in a month."""
    return session.exec(
        select(Lesson).where(
            col(Lesson.workspace_id) == workspace_id,
            col(Lesson.member_id) == member_id,
            col(Lesson.month) == month,
            col(Lesson.done_at).is_(None),
            col(Lesson.skipped_at).is_(None),
        )
    ).one_or_none()


def due_between(session: Session, workspace_id: int, from_at: datetime, until_at: datetime) -> dict[int, int]:
    """Give the minutes that members have for learning in a stretch of time, done or not."""
    rows = session.exec(
        select(Lesson.member_id, Lesson.minutes).where(
            col(Lesson.workspace_id) == workspace_id,
            col(Lesson.due_at) >= from_at,
            col(Lesson.due_at) < until_at,
            col(Lesson.skipped_at).is_(None),
        )
    ).all()
    return dict(rows)


def told_between(
    session: Session, workspace_id: int, from_at: datetime, until_at: datetime
) -> Sequence[tuple[Lesson, Member]]:
    """Give what people learned in a stretch of time and let the team read."""
    return _TOLD_BETWEEN.all(session, workspace_id=workspace_id, from_at=from_at, until_at=until_at)


def stop(session: Session, workspace_id: int, member_id: int) -> None:
    """Forget what somebody has still to learn."""
    session.execute(
        delete(Lesson).where(
            col(Lesson.workspace_id) == workspace_id,
            col(Lesson.member_id) == member_id,
            col(Lesson.done_at).is_(None),
        )
    )
