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


def last_week_without_leads(session: Session, workspace_id: int) -> str | None:
    """Give the latest week for which the sales side says that no leads came."""
    last = (
        select(func.max(Line.id)).where(col(Line.workspace_id) == workspace_id).group_by(col(Line.week), col(Line.side))
    )
    return session.exec(
        select(func.max(Line.week)).where(
            col(Line.workspace_id) == workspace_id, col(Line.id).in_(last), col(Line.says_none).is_(True)
        )
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
