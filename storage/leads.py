"""The log of leads: running numbers, the open ones, and a stretch of days. It counts nothing and judges nothing.

A lead that is merged into another one stays in its row and is left out of every list but that of what it is part of.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, case
from sqlalchemy import select as sa_select
from sqlmodel import Session, and_, col, delete, func, or_, select, update

from storage.bulk import in_parts, keep
from storage.ready import Ready
from storage.tables import FiguresFile, Lead, Stage, Workspace

_CLOSED = (Stage.STARTED, Stage.LOST)
_ALONE = col(Lead.merged_into_id).is_(None)
_HERE = col(Lead.workspace_id) == bindparam("workspace_id")
_IN_DAYS = (_HERE, _ALONE, col(Lead.came_on) >= bindparam("first"), col(Lead.came_on) <= bindparam("last"))
_CAME_BETWEEN = Ready(select(Lead).where(*_IN_DAYS).order_by(col(Lead.number)))
_WAITS = Ready(
    select(col(Lead.came_on), col(Lead.booked_at), col(Lead.shown_at)).where(
        *_IN_DAYS, col(Lead.booked_at).is_not(None)
    )
)


def _by_hand(at: datetime | None) -> Any:  # noqa: ANN401 - a statement's column
    """Give when a lead was last logged or moved by somebody, and not by a file that was taken in."""
    taken = select(FiguresFile.taken_at).where(
        col(FiguresFile.workspace_id) == bindparam("workspace_id"), col(FiguresFile.taken_at).is_not(None)
    )
    is_later = and_(or_(col(Lead.file_id).is_(None), col(at) > col(Lead.logged_at)), col(at).not_in(taken))
    return func.max(case((is_later, col(at))))


_MOMENTS = (Lead.logged_at, Lead.reached_at, Lead.booked_at, Lead.shown_at, Lead.started_at, Lead.lost_at)
_FILED_ON = func.max(case((col(Lead.file_id).is_not(None), col(Lead.came_on))))
_TOUCHED: Ready[Any] = Ready(  # type: ignore[call-overload] # SQLModel's own select has types for four columns
    sa_select(func.min(Lead.came_on), func.max(Lead.logged_at), _FILED_ON, *map(_by_hand, _MOMENTS)).where(_HERE)
)


def next_number(session: Session, workspace_id: int) -> int:
    """Take the next running number; whoever else logs a lead waits for this transaction, so no number comes twice."""
    number: int = session.exec(
        update(Workspace)
        .where(col(Workspace.id) == workspace_id)
        .values(leads_numbered=col(Workspace.leads_numbered) + 1)
        .returning(col(Workspace.leads_numbered))
    ).scalar_one()
    return number


def by_id(session: Session, workspace_id: int, lead_id: int, *, to_change: bool = False) -> Lead | None:
    """Give the lead with that row id; whoever else wants to change it waits until this change is made."""
    found = select(Lead).where(col(Lead.workspace_id) == workspace_id, col(Lead.id) == lead_id)
    if to_change:
        found = found.with_for_update().execution_options(populate_existing=True)
    return session.exec(found).one_or_none()


def by_number(session: Session, workspace_id: int, number: int) -> Lead | None:
    """Give the lead of that running number."""
    return session.exec(
        select(Lead).where(col(Lead.workspace_id) == workspace_id, col(Lead.number) == number)
    ).one_or_none()


def by_ids(session: Session, workspace_id: int, ids: Collection[int]) -> Sequence[Lead]:
    """Give the leads with these row ids, the oldest first."""
    return session.exec(
        select(Lead).where(col(Lead.workspace_id) == workspace_id, col(Lead.id).in_(ids)).order_by(col(Lead.number))
    ).all()


def with_outside_id(session: Session, workspace_id: int, outside_id: str) -> Lead | None:
    """Give the lead that a form or a network gave this id."""
    return session.exec(
        select(Lead).where(col(Lead.workspace_id) == workspace_id, col(Lead.outside_id) == outside_id)
    ).one_or_none()


def with_code(session: Session, workspace_id: int, code: str, since: date, until: date) -> Lead | None:
    """Give the newest lead that came with this code in some days."""
    return session.exec(
        select(Lead)
        .where(col(Lead.workspace_id) == workspace_id, col(Lead.code) == code, _ALONE)
        .where(col(Lead.came_on) >= since, col(Lead.came_on) <= until)
        .order_by(col(Lead.number).desc())
        .limit(1)
    ).one_or_none()


def from_web_after(session: Session, workspace_id: int, number: int) -> Sequence[Lead]:
    """Give the leads after that number that a form on the web left, the oldest first."""
    return session.exec(
        select(Lead)
        .where(col(Lead.workspace_id) == workspace_id, col(Lead.number) > number, _ALONE)
        .where(col(Lead.outside_id) != "", col(Lead.logged_by).is_(None), col(Lead.file_id).is_(None))
        .order_by(col(Lead.number))
    ).all()


def parts_of(session: Session, workspace_id: int, lead_id: int) -> Sequence[Lead]:
    """Give the leads that are merged into this one."""
    return session.exec(
        select(Lead)
        .where(col(Lead.workspace_id) == workspace_id, col(Lead.merged_into_id) == lead_id)
        .order_by(col(Lead.number))
    ).all()


def still_open(session: Session, workspace_id: int) -> Sequence[Lead]:
    """Give every lead that may still be moved on, the newest first."""
    return session.exec(
        select(Lead)
        .where(col(Lead.workspace_id) == workspace_id, col(Lead.stage).not_in(_CLOSED), _ALONE)
        .order_by(col(Lead.number).desc())
    ).all()


def closed_since(session: Session, workspace_id: int, at: datetime, most: int) -> Sequence[Lead]:
    """Give the leads that started or were lost since a moment, the last ones first."""
    return session.exec(
        select(Lead)
        .where(
            col(Lead.workspace_id) == workspace_id,
            col(Lead.stage).in_(_CLOSED),
            _ALONE,
            or_(col(Lead.started_at) >= at, col(Lead.lost_at) >= at),
        )
        .order_by(func.coalesce(col(Lead.lost_at), col(Lead.started_at)).desc(), col(Lead.number).desc())
        .limit(most)
    ).all()


def came_between(session: Session, workspace_id: int, first: date, last: date) -> Sequence[Lead]:
    """Give the leads that came from one day to another, in the order of their numbers."""
    return _CAME_BETWEEN.all(session, workspace_id=workspace_id, first=first, last=last)


def by_hand_between(session: Session, workspace_id: int, first: date, last: date) -> int:
    """Count the leads of some days that somebody logged by hand, those merged left out."""
    return session.exec(
        select(func.count())
        .select_from(Lead)
        .where(col(Lead.workspace_id) == workspace_id, _ALONE, col(Lead.file_id).is_(None), col(Lead.outside_id) == "")
        .where(col(Lead.came_on) >= first, col(Lead.came_on) <= last)
    ).one()


def waits(
    session: Session, workspace_id: int, first: date, last: date
) -> Sequence[tuple[date, datetime | None, datetime | None]]:
    """Give when each lead of some days that was booked came, was booked and was shown, those merged left out."""
    return _WAITS.all(session, workspace_id=workspace_id, first=first, last=last)


def touched(session: Session, workspace_id: int) -> tuple[date | None, datetime | None, datetime | None, date | None]:
    """Give the day the first lead came, when the last one was logged, and when one was last logged or moved by hand.

    A file says nothing about days after the last lead in it, so of leads from files their last day is given instead,
    and what a file moved when it was taken in was not moved by hand.
    """
    first, logged, filed_on, *moved = _TOUCHED.all(session, workspace_id=workspace_id)[0]
    return first, logged, max((at for at in moved if at is not None), default=None), filed_on


def standing_among(
    session: Session, workspace_id: int, ids: Iterable[str]
) -> Iterator[tuple[str, int | None, str, str, str, str]]:
    """Give of the leads with some ids of forms and networks: that id, the row id, stage, said, tracked and network."""
    told = (Lead.outside_id, Lead.id, Lead.stage, Lead.said, Lead.tracked, Lead.network)
    for some in in_parts(outside_id for outside_id in ids if outside_id):
        here = (col(Lead.workspace_id) == workspace_id, col(Lead.outside_id).in_(some))
        for row in session.execute(sa_select(*map(col, told)).where(*here)):
            yield tuple(row)


def remember(session: Session, workspace_id: int, rows: Iterable[Mapping[str, Any]]) -> None:
    """Log many leads under the next running numbers, in their order."""
    for some in in_parts(rows):
        last = session.exec(
            update(Workspace)
            .where(col(Workspace.id) == workspace_id)
            .values(leads_numbered=col(Workspace.leads_numbered) + len(some))
            .returning(col(Workspace.leads_numbered))
        ).scalar_one()
        numbered = enumerate(some, last - len(some) + 1)
        keep(session, Lead, [{**row, "workspace_id": workspace_id, "number": number} for number, row in numbered])


def forget_file(session: Session, workspace_id: int, file_id: int) -> int:
    """Remove the leads of one file that nobody has worked on since it came in, and say how many stay."""
    of_file = (col(Lead.workspace_id) == workspace_id, col(Lead.file_id) == file_id)
    moments = (Lead.reached_at, Lead.booked_at, Lead.shown_at, Lead.started_at, Lead.lost_at)
    untouched = [or_(col(at).is_(None), col(at) == col(Lead.logged_at)) for at in moments]
    session.execute(delete(Lead).where(*of_file, *untouched, col(Lead.code) == ""))
    return session.exec(select(func.count()).select_from(Lead).where(*of_file)).one()
