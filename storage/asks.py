"""The messages that asked somebody about numbers, within one workspace. It refuses to know what they say."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage.tables import Delivery, DeliveryState


def sent(session: Session, workspace_id: int, kinds: Collection[str], since: datetime) -> Sequence[Delivery]:
    """Give the messages of these kinds that were sent since a moment and stand where they were sent."""
    return session.exec(
        select(Delivery).where(
            col(Delivery.workspace_id) == workspace_id,
            col(Delivery.kind).in_(kinds),
            col(Delivery.made_at) >= since,
            col(Delivery.state) == DeliveryState.SENT,
            col(Delivery.revises) == "",
        )
    ).all()
