"""The captions of posts by network, always within one workspace."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from storage.tables import Caption


def of_post(session: Session, workspace_id: int, post_id: int) -> dict[str, str]:
    """Give the words of a post by network; "" holds those for every other one."""
    rows = session.exec(
        select(Caption)
        .where(col(Caption.workspace_id) == workspace_id, col(Caption.post_id) == post_id)
        .order_by(col(Caption.id))
    ).all()
    return {row.network: row.words for row in rows}


def keep(session: Session, workspace_id: int, post_id: int, captions: Mapping[str, str]) -> None:
    """Keep these captions as they are now; an empty one is no longer there, others stay."""
    rows = session.exec(
        select(Caption).where(col(Caption.workspace_id) == workspace_id, col(Caption.post_id) == post_id)
    ).all()
    there = {row.network: row for row in rows}
    for network, words in captions.items():
        row = there.get(network)
        if row is None and words:
            session.add(Caption(workspace_id=workspace_id, post_id=post_id, network=network, words=words))
        elif row is not None and words:
            row.words = words
        elif row is not None:
            session.delete(row)
    session.flush()


def by_post(session: Session, workspace_id: int) -> dict[int, dict[str, str]]:
    """Give the words of every post of a workspace by network."""
    found: dict[int, dict[str, str]] = {}
    for row in session.exec(select(Caption).where(col(Caption.workspace_id) == workspace_id).order_by(col(Caption.id))):
        found.setdefault(row.post_id, {})[row.network] = row.words
    return found
