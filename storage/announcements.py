"""The messages that are kept current, in channels and to people, of one workspace. It refuses to know what they say."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.among import among
from storage.ready import Ready
from storage.tables import Delivery, DeliveryState

_SENT = Ready(
    select(Delivery).where(
        col(Delivery.workspace_id) == bindparam("workspace_id"),
        among(col(Delivery.key), "keys"),
        col(Delivery.state) == DeliveryState.SENT,
    )
)


def sent(session: Session, workspace_id: int, keys: Collection[str]) -> Sequence[Delivery]:
    """Give the messages with these keys that stand where they were sent."""
    if not keys:
        return ()
    return _SENT.all(session, workspace_id=workspace_id, keys=keys)
