"""Numbers of whole accounts and listings, and money spent, over stretches of days, in the order they were written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, delete, select

from storage.bulk import keep
from storage.tables import PlaceFigures, Spending


def between(session: Session, workspace_id: int, first: date, last: date) -> Sequence[PlaceFigures]:
    """Give every number whose stretch lies between two days, in the order they were written."""
    return session.exec(
        select(PlaceFigures)
        .where(
            col(PlaceFigures.workspace_id) == workspace_id,
            col(PlaceFigures.from_on) >= first,
            col(PlaceFigures.until_on) <= last,
        )
        .order_by(col(PlaceFigures.id))
    ).all()


def remember(session: Session, rows: Iterable[Mapping[str, Any]]) -> None:
    """Keep many new numbers of places."""
    keep(session, PlaceFigures, rows)


def remember_spending(session: Session, rows: Iterable[Mapping[str, Any]]) -> None:
    """Keep many new lines of spending."""
    keep(session, Spending, rows)


def forget_file(session: Session, workspace_id: int, file_id: int) -> None:
    """Remove what came with one file."""
    session.execute(
        delete(PlaceFigures).where(col(PlaceFigures.workspace_id) == workspace_id, col(PlaceFigures.file_id) == file_id)
    )
    session.execute(
        delete(Spending).where(col(Spending.workspace_id) == workspace_id, col(Spending.file_id) == file_id)
    )
