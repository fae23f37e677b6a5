"""What a practice means to spend, and what it has spent."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from storage.tables import Budget, Spending


def budgets(session: Session, workspace_id: int) -> Sequence[Budget]:
    """Give every sum that was ever planned, in the order they were."""
    return session.exec(select(Budget).where(col(Budget.workspace_id) == workspace_id).order_by(col(Budget.id))).all()


def budget_since(session: Session, workspace_id: int, purpose: str, since_on: date) -> Budget | None:
    """Give what was planned for a purpose from just that month on."""
    return session.exec(
        select(Budget).where(
            col(Budget.workspace_id) == workspace_id,
            col(Budget.purpose) == purpose,
            col(Budget.since_on) == since_on,
        )
    ).one_or_none()


def spent_between(session: Session, workspace_id: int, first: date, last: date) -> Sequence[Spending]:
    """Give what was spent in a stretch of days or partly in it, in the order it was entered."""
    return session.exec(
        select(Spending)
        .where(
            col(Spending.workspace_id) == workspace_id,
            col(Spending.until_on) >= first,
            col(Spending.from_on) <= last,
        )
        .order_by(col(Spending.id))
    ).all()


def spent_by_id(session: Session, workspace_id: int, spending_id: int) -> Spending | None:
    """Give one sum that was spent."""
    return session.exec(
        select(Spending).where(col(Spending.workspace_id) == workspace_id, col(Spending.id) == spending_id)
    ).one_or_none()
