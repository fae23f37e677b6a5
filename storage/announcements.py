"""The messages that are kept current, in channels and to people, of one workspace. It refuses to know what they say."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, select

from storage.tables import Delivery, DeliveryState


def sent(session: Session, workspace_id: int, keys: Collection[str]) -> Sequence[Delivery]:
    """Give the messages with these keys that stand where they were sent."""
    if not keys:
        return ()
    return session.exec(
        select(Delivery).where(
            col(Delivery.workspace_id) == workspace_id,
            col(Delivery.key).in_(keys),
            col(Delivery.state) == DeliveryState.SENT,
        )
    ).all()
