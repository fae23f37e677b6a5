"""Engagement numbers of posts, row after row, as people entered them and files had them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel import Session, col, delete, select

from storage.bulk import in_parts, keep
from storage.tables import Figures


def of_posts(session: Session, workspace_id: int, post_ids: Iterable[int]) -> dict[int, list[Figures]]:
    """Give every row of each of these posts, in the order they were written; a post without any is missing."""
    found: dict[int, list[Figures]] = {}
    for some in in_parts(post_ids):
        rows = session.exec(
            select(Figures)
            .where(col(Figures.workspace_id) == workspace_id, col(Figures.post_id).in_(some))
            .order_by(col(Figures.id))
        )
        for row in rows:
            found.setdefault(row.post_id, []).append(row)
    return found


def remember(session: Session, rows: Iterable[Mapping[str, Any]]) -> None:
    """Keep many new rows."""
    keep(session, Figures, rows)


def forget_file(session: Session, workspace_id: int, file_id: int) -> None:
    """Remove what came with one file."""
    session.execute(delete(Figures).where(col(Figures.workspace_id) == workspace_id, col(Figures.file_id) == file_id))
