"""What was spent, line by line, as it was entered or a file had it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from storage.ready import Ready
from storage.tables import Spending

_BETWEEN = Ready(
    select(Spending)
    .where(
        col(Spending.workspace_id) == bindparam("workspace_id"),
        col(Spending.until_on) >= bindparam("first"),
        col(Spending.from_on) <= bindparam("last"),
    )
    .order_by(col(Spending.id))
)


def between(session: Session, workspace_id: int, first: date, last: date) -> Sequence[Spending]:
    """Give the lines that tell of any day from one to another, in the order they were entered."""
    return _BETWEEN.all(session, workspace_id=workspace_id, first=first, last=last)


def usual_currency(session: Session, workspace_id: int) -> str:
    """Give the currency in which most was spent; none where none is known."""
    return (
        session.exec(
            select(Spending.currency)
            .where(col(Spending.workspace_id) == workspace_id, col(Spending.currency) != "")
            .group_by(col(Spending.currency))
            .order_by(func.sum(Spending.cents).desc(), col(Spending.currency))
            .limit(1)
        ).first()
        or ""
    )


def by_id(session: Session, workspace_id: int, spending_id: int) -> Spending | None:
    """Give one sum that was spent."""
    return session.exec(
        select(Spending).where(col(Spending.workspace_id) == workspace_id, col(Spending.id) == spending_id)
    ).one_or_none()
