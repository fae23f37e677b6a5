"""How a workspace stands: what is stuck in its ledger, and what has to go when it is forgotten."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from storage.tables import Delivery, DeliveryState, Photo


def parked(session: Session, workspace_id: int) -> int:
    """Count the messages that could not be delivered and wait for somebody to clear the way."""
    return session.exec(
        select(func.count())
        .select_from(Delivery)
        .where(col(Delivery.workspace_id) == workspace_id, col(Delivery.state) == DeliveryState.PARKED)
    ).one()


def stored_photos(session: Session, workspace_id: int) -> Sequence[str]:
    """Give the names under which this workspace's pictures are stored."""
    return session.exec(
        select(Photo.stored_as)
        .where(col(Photo.workspace_id) == workspace_id, col(Photo.stored_as) != "")
        .order_by(col(Photo.id))
    ).all()
