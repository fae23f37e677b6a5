"""What a practice means to spend."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from storage.tables import Budget


def every(session: Session, workspace_id: int) -> Sequence[Budget]:
    """Give every sum that was ever planned, in the order they were."""
    return session.exec(select(Budget).where(col(Budget.workspace_id) == workspace_id).order_by(col(Budget.id))).all()


def since(session: Session, workspace_id: int, purpose: str, since_on: date) -> Budget | None:
    """Give what was planned for a purpose from just that month on."""
    return session.exec(
        select(Budget).where(
            col(Budget.workspace_id) == workspace_id,
            col(Budget.purpose) == purpose,
            col(Budget.since_on) == since_on,
        )
    ).one_or_none()
