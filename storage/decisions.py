"""The log of decisions: running numbers, what is open, and what was decided about a stretch of weeks."""

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, select, update

from storage.ready import Ready
from storage.tables import Decision, Workspace

_HERE = col(Decision.workspace_id) == bindparam("workspace_id")
_OF_WEEKS = Ready(
    select(Decision)
    .where(_HERE, col(Decision.week) >= bindparam("first"), col(Decision.week) <= bindparam("last"))
    .order_by(col(Decision.number))
)
_UNREVIEWED = Ready(
    select(Decision)
    .where(_HERE, col(Decision.reviewed_at).is_(None), col(Decision.review_on).is_not(None))
    .order_by(col(Decision.review_on), col(Decision.number))
)


def next_number(session: Session, workspace_id: int) -> int:
    """Take the next running number; whoever else decides something waits for this transaction."""
    number: int = session.exec(
        update(Workspace)
        .where(col(Workspace.id) == workspace_id)
        .values(decisions_numbered=col(Workspace.decisions_numbered) + 1)
        .returning(col(Workspace.decisions_numbered))
    ).scalar_one()
    return number


def by_id(session: Session, workspace_id: int, decision_id: int, *, to_change: bool = False) -> Decision | None:
    """Give the decision with that row id; whoever else wants to change it waits until this change is made."""
    found = select(Decision).where(col(Decision.workspace_id) == workspace_id, col(Decision.id) == decision_id)
    if to_change:
        found = found.with_for_update().execution_options(populate_existing=True)
    return session.exec(found).one_or_none()


def newest(session: Session, workspace_id: int, most: int) -> Sequence[Decision]:
    """Give the latest decisions, the newest first."""
    return session.exec(
        select(Decision)
        .where(col(Decision.workspace_id) == workspace_id)
        .order_by(col(Decision.number).desc())
        .limit(most)
    ).all()


def of_weeks(session: Session, workspace_id: int, first: str, last: str) -> Sequence[Decision]:
    """Give what was decided about the weeks from one to another, such as "2026-W40", in the order of their numbers."""
    return _OF_WEEKS.all(session, workspace_id=workspace_id, first=first, last=last)


def unreviewed(session: Session, workspace_id: int) -> Sequence[Decision]:
    """Give the decisions that nobody has looked at again, those to look at first first."""
    return _UNREVIEWED.all(session, workspace_id=workspace_id)
