"""The versions of posts, oldest first, always within one workspace."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.tables import PostVersion


def of_post(session: Session, workspace_id: int, post_id: int, *, since: int = 0) -> Sequence[PostVersion]:
    """Give every change of a post that came after the version `since`."""
    return session.exec(
        select(PostVersion)
        .where(
            col(PostVersion.workspace_id) == workspace_id,
            col(PostVersion.post_id) == post_id,
            col(PostVersion.number) > since,
        )
        .order_by(col(PostVersion.number))
    ).all()


def by_post(session: Session, workspace_id: int) -> dict[int, list[PostVersion]]:
    """Give every change of every post of a workspace."""
    found: dict[int, list[PostVersion]] = {}
    query = select(PostVersion).where(col(PostVersion.workspace_id) == workspace_id).order_by(col(PostVersion.number))
    for row in session.exec(query):
        found.setdefault(row.post_id, []).append(row)
    return found
