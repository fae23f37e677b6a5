"""The lines that marketing and sales add to a week's digest, and the messages of a week's digest the ledger holds."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from storage.tables import Delivery, DeliveryState, Line

_NEVER_SEEN = (DeliveryState.CANCELLED, DeliveryState.PARKED)


def newest(session: Session, workspace_id: int, week: str) -> dict[str, Line]:
    """Give each side's newest line for a week; a side that wrote none is missing."""
    last = (
        select(func.max(Line.id))
        .where(col(Line.workspace_id) == workspace_id, col(Line.week) == week)
        .group_by(col(Line.side))
    )
    rows = session.exec(select(Line).where(col(Line.workspace_id) == workspace_id, col(Line.id).in_(last)))
    return {line.side: line for line in rows}


def last_week_of(session: Session, workspace_id: int, side: str) -> str | None:
    """Give the latest week for which a side wrote a line."""
    return session.exec(
        select(func.max(Line.week)).where(col(Line.workspace_id) == workspace_id, col(Line.side) == side)
    ).one()


def digests_of(session: Session, workspace_id: int, keys: Sequence[str]) -> Sequence[Delivery]:
    """Give the deliveries under these keys that somebody sees or will see."""
    return session.exec(
        select(Delivery)
        .where(
            col(Delivery.workspace_id) == workspace_id,
            col(Delivery.key).in_(keys),
            col(Delivery.state).not_in(_NEVER_SEEN),
        )
        .order_by(col(Delivery.id))
    ).all()
