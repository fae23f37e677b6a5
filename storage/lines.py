"""The lines that marketing and sales add to a week's digest, and the messages of a week's digest the ledger holds."""

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from storage.ready import Ready
from storage.tables import Delivery, DeliveryState, Line

_HERE = col(Line.workspace_id) == bindparam("workspace_id")
_NEWEST = Ready(
    select(Line).where(
        _HERE,
        col(Line.id).in_(
            select(func.max(Line.id)).where(_HERE, col(Line.week) == bindparam("week")).group_by(col(Line.side))
        ),
    )
)
_WITHOUT_LEADS = Ready(
    select(func.max(Line.week)).where(
        _HERE,
        col(Line.id).in_(select(func.max(Line.id)).where(_HERE).group_by(col(Line.week), col(Line.side))),
        col(Line.says_none).is_(True),
    )
)
_NEVER_SEEN = (DeliveryState.CANCELLED, DeliveryState.PARKED)


def newest(session: Session, workspace_id: int, week: str) -> dict[str, Line]:
    """Give each side's newest line for a week; a side that wrote none is missing."""
    return {line.side: line for line in _NEWEST.all(session, workspace_id=workspace_id, week=week)}


def last_week_without_leads(session: Session, workspace_id: int) -> str | None:
    """Give the latest week for which the sales side says that no leads came."""
    return _WITHOUT_LEADS.first(session, workspace_id=workspace_id)


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
