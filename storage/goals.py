"""The goals of a practice: those it has now, and those it had."""

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.ready import Ready
from storage.tables import Goal

_ALL = Ready(select(Goal).where(col(Goal.workspace_id) == bindparam("workspace_id")).order_by(col(Goal.id)))


def all_of(session: Session, workspace_id: int) -> Sequence[Goal]:
    """Give every goal that was ever set, in the order they were set."""
    return _ALL.all(session, workspace_id=workspace_id)


def by_id(session: Session, workspace_id: int, goal_id: int) -> Goal | None:
    """Give the goal with that row id."""
    return session.exec(
        select(Goal).where(col(Goal.workspace_id) == workspace_id, col(Goal.id) == goal_id)
    ).one_or_none()
