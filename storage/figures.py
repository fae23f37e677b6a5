"""Engagement numbers of posts, row after row, as people entered them and files had them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from storage.among import among
from storage.bulk import keep
from storage.ready import Ready
from storage.tables import Figures

_OF_POSTS = Ready(
    select(Figures)
    .where(col(Figures.workspace_id) == bindparam("workspace_id"), among(col(Figures.post_id), "post_ids"))
    .order_by(col(Figures.id))
)


def of_posts(session: Session, workspace_id: int, post_ids: Iterable[int]) -> dict[int, list[Figures]]:
    """Give every row of each of these posts, in the order they were written; a post without any is missing."""
    found: dict[int, list[Figures]] = {}
    for row in _OF_POSTS.all(session, workspace_id=workspace_id, post_ids=list(post_ids)):
        found.setdefault(row.post_id, []).append(row)
    return found


def remember(session: Session, rows: Iterable[Mapping[str, Any]]) -> None:
    """Keep many new rows."""
    keep(session, Figures, rows)


def forget_file(session: Session, workspace_id: int, file_id: int) -> None:
    """Remove what came with one file."""
    session.execute(delete(Figures).where(col(Figures.workspace_id) == workspace_id, col(Figures.file_id) == file_id))
