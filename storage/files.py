"""The figures files that were brought in, always within one workspace."""

from collections.abc import Sequence

from sqlmodel import Session, col, select, update

from storage.tables import FiguresFile, Workspace


def by_id(session: Session, workspace_id: int, file_id: int) -> FiguresFile | None:
    """Give the file with that row id, for oneself until this transaction ends."""
    return session.exec(
        select(FiguresFile)
        .where(col(FiguresFile.workspace_id) == workspace_id, col(FiguresFile.id) == file_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()


def next_number(session: Session, workspace_id: int) -> int:
    """Take the next running number; whoever else brings a file waits for this transaction, so no number comes twice."""
    number: int = session.exec(
        update(Workspace)
        .where(col(Workspace.id) == workspace_id)
        .values(files_numbered=col(Workspace.files_numbered) + 1)
        .returning(col(Workspace.files_numbered))
    ).scalar_one()
    return number


def taken_with_mark(session: Session, workspace_id: int, mark: str) -> FiguresFile | None:
    """Give the file with these very bytes that was taken in and not taken out again."""
    return session.exec(
        select(FiguresFile)
        .where(
            col(FiguresFile.workspace_id) == workspace_id,
            col(FiguresFile.mark) == mark,
            col(FiguresFile.taken_at).is_not(None),
            col(FiguresFile.set_aside_at).is_(None),
        )
        .order_by(col(FiguresFile.id).desc())
        .limit(1)
    ).one_or_none()


def taken_of_form(session: Session, workspace_id: int, form: str, most: int = 20) -> Sequence[FiguresFile]:
    """Give the files of this kind that were taken in, the last one first."""
    return session.exec(
        select(FiguresFile)
        .where(
            col(FiguresFile.workspace_id) == workspace_id,
            col(FiguresFile.form) == form,
            col(FiguresFile.taken_at).is_not(None),
        )
        .order_by(col(FiguresFile.id).desc())
        .limit(most)
    ).all()


def lately(session: Session, workspace_id: int, most: int) -> Sequence[FiguresFile]:
    """Give the files that were brought last, the newest first."""
    return session.exec(
        select(FiguresFile)
        .where(col(FiguresFile.workspace_id) == workspace_id)
        .order_by(col(FiguresFile.id).desc())
        .limit(most)
    ).all()


def by_ids(session: Session, workspace_id: int, file_ids: Sequence[int]) -> dict[int, FiguresFile]:
    """Give these files by row id."""
    rows = session.exec(
        select(FiguresFile).where(col(FiguresFile.workspace_id) == workspace_id, col(FiguresFile.id).in_(file_ids))
    )
    return {row.id or 0: row for row in rows}
