"""What was spent, line by line, as it was entered or a file had it."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from storage.tables import Spending


def between(session: Session, workspace_id: int, first: date, last: date) -> Sequence[Spending]:
    """Give the lines that tell of any day from one to another, in the order they were entered."""
    return session.exec(
        select(Spending)
        .where(
            col(Spending.workspace_id) == workspace_id,
            col(Spending.until_on) >= first,
            col(Spending.from_on) <= last,
        )
        .order_by(col(Spending.id))
    ).all()


def by_id(session: Session, workspace_id: int, spending_id: int) -> Spending | None:
    """Give one sum that was spent."""
    return session.exec(
        select(Spending).where(col(Spending.workspace_id) == workspace_id, col(Spending.id) == spending_id)
    ).one_or_none()
