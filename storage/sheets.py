"""The sheets of the plan that people share back, always within one workspace."""

from sqlmodel import Session, col, select

from storage.tables import PlanSheet


def by_id(session: Session, workspace_id: int, sheet_id: int) -> PlanSheet | None:
    """Give the sheet with that row id, for oneself until this transaction ends."""
    return session.exec(
        select(PlanSheet)
        .where(col(PlanSheet.workspace_id) == workspace_id, col(PlanSheet.id) == sheet_id)
        .with_for_update()
    ).one_or_none()


def by_file(session: Session, workspace_id: int, file_id: str) -> PlanSheet | None:
    """Give the sheet that was shared as this file."""
    return session.exec(
        select(PlanSheet).where(col(PlanSheet.workspace_id) == workspace_id, col(PlanSheet.file_id) == file_id)
    ).one_or_none()
