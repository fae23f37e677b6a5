"""The places of a workspace's outline, week over week. It refuses to know what a week looks like."""

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.tables import Slot

_OUTLINE = (
    select(Slot)
    .where(col(Slot.workspace_id) == bindparam("workspace_id"))
    .order_by(col(Slot.weekday), col(Slot.at), col(Slot.id))
)


def outline(session: Session, workspace_id: int) -> Sequence[Slot]:
    """Give every place of the outline in the order of the week."""
    return session.exec(_OUTLINE, params={"workspace_id": workspace_id}).all()


def by_id(session: Session, workspace_id: int, slot_id: int) -> Slot | None:
    """Give one place of the outline; None where the outline has changed since."""
    return session.exec(
        select(Slot).where(col(Slot.workspace_id) == workspace_id, col(Slot.id) == slot_id)
    ).one_or_none()
