"""The versions of a practice's strategy, always within one workspace."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.tables import Strategy


def newest(session: Session, workspace_id: int) -> Strategy | None:
    """Give the version that holds; None where nobody has written one."""
    return next(iter(every(session, workspace_id, most=1)), None)


def by_number(session: Session, workspace_id: int, number: int) -> Strategy | None:
    """Give one version."""
    return session.exec(
        select(Strategy).where(col(Strategy.workspace_id) == workspace_id, col(Strategy.number) == number)
    ).one_or_none()


def every(session: Session, workspace_id: int, *, most: int) -> Sequence[Strategy]:
    """Give up to so many versions, the newest first."""
    return session.exec(
        select(Strategy)
        .where(col(Strategy.workspace_id) == workspace_id)
        .order_by(col(Strategy.number).desc())
        .limit(most)
    ).all()
