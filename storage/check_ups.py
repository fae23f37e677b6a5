"""The check-ups of a practice and the rows that stand beside their questions, always within one workspace."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.ready import Ready
from storage.tables import CheckUp, Line, Post, Step, Task, Thanks

_BEGIN = Ready(insert(CheckUp).returning(col(CheckUp.id)), unless_there=True)


def of_quarter(session: Session, workspace_id: int, quarter: str) -> CheckUp | None:
    """Give how a quarter's questions were answered; None where they were not."""
    return session.exec(_of_quarter(workspace_id, quarter)).one_or_none()


def begin(session: Session, workspace_id: int, made: CheckUp) -> CheckUp:
    """Keep a quarter's first answers and give them; where somebody else was first, at this very moment, give theirs."""
    if _BEGIN.keep(session, made):
        return made
    return session.exec(_of_quarter(workspace_id, made.quarter).with_for_update()).one()


def before(session: Session, workspace_id: int, quarter: str) -> CheckUp | None:
    """Give the latest check-up of an earlier quarter."""
    return session.exec(
        select(CheckUp)
        .where(col(CheckUp.workspace_id) == workspace_id, col(CheckUp.quarter) < quarter)
        .order_by(col(CheckUp.quarter).desc())
        .limit(1)
    ).one_or_none()


def pictures_due(session: Session, workspace_id: int, from_at: datetime, until_at: datetime) -> Sequence[Step]:
    """Give the steps of taking a picture that were due in a stretch of time, of posts that stand in the plan."""
    return session.exec(
        select(Step)
        .join(Post, col(Post.id) == col(Step.post_id))
        .where(
            col(Step.workspace_id) == workspace_id,
            col(Step.task) == Task.PHOTO,
            col(Step.due_at) >= from_at,
            col(Step.due_at) < until_at,
            col(Post.removed_at).is_(None),
        )
    ).all()


def sides_of_weeks(session: Session, workspace_id: int, first: str, last: str) -> Sequence[tuple[str, str]]:
    """Give which sides wrote something for the digests from one week to another: (week, side), each once."""
    return session.exec(
        select(Line.week, Line.side)
        .where(
            col(Line.workspace_id) == workspace_id,
            col(Line.week) >= first,
            col(Line.week) <= last,
            or_(col(Line.good) != "", col(Line.bad) != "", col(Line.in_between) != ""),
        )
        .distinct()
    ).all()


def thanks_told(session: Session, workspace_id: int, first: str, last: str) -> int:
    """Count the thanks that the digests from one week to another told the whole team of."""
    found = select(Thanks.id).where(
        col(Thanks.workspace_id) == workspace_id,
        col(Thanks.shared).is_(True),
        col(Thanks.week) >= first,
        col(Thanks.week) <= last,
    )
    return len(session.exec(found).all())


def _of_quarter(workspace_id: int, quarter: str) -> SelectOfScalar[CheckUp]:
    return select(CheckUp).where(col(CheckUp.workspace_id) == workspace_id, col(CheckUp.quarter) == quarter)
