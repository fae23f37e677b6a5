"""How a workspace stands: what is stuck in its ledger."""

from sqlmodel import Session, col, func, select

from storage.tables import Delivery, DeliveryState


def parked(session: Session, workspace_id: int) -> int:
    """Count the messages that could not be delivered and wait for somebody to clear the way."""
    return session.exec(
        select(func.count())
        .select_from(Delivery)
        .where(col(Delivery.workspace_id) == workspace_id, col(Delivery.state) == DeliveryState.PARKED)
    ).one()
