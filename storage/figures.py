"""Engagement numbers as they were entered, row after row; the newest row of a post counts."""

from collections.abc import Iterable

from sqlmodel import Session, col, func, select

from storage.tables import Figures


def newest(session: Session, workspace_id: int, post_ids: Iterable[int]) -> dict[int, Figures]:
    """Give the newest figures of each of these posts; a post without any is missing."""
    last = (
        select(func.max(Figures.id))
        .where(col(Figures.workspace_id) == workspace_id, col(Figures.post_id).in_(list(post_ids)))
        .group_by(col(Figures.post_id))
    )
    rows = session.exec(select(Figures).where(col(Figures.workspace_id) == workspace_id, col(Figures.id).in_(last)))
    return {figures.post_id: figures for figures in rows}
