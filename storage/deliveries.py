"""The ledger of messages owed: one row for each, under a key that is unique in its workspace.

It keeps three promises: a key is owed once, a row is in one worker's hands at a time, and of the messages to one
recipient only the oldest open one may go out. It knows no Slack and sends nothing.

`due_at` is when a row may be tried next. `held_until` is how long it counts as being in somebody's hands: those of
`worker`, or, with no worker named, those of the engine that is about to carry it.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, exists, func, insert, literal_column, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.ready import Ready
from storage.tables import Delivery, DeliveryState
from storage.types import UtcDateTime

OPEN = (DeliveryState.OWED, DeliveryState.SENDING)
# Written out, not as parameters: otherwise neither database can tell that its index of open rows answers the question.
_OPEN_WORDS = [literal_column(f"'{state}'", String()) for state in OPEN]
_OPEN = col(Delivery.state).in_(_OPEN_WORDS)
_OWE = Ready(insert(Delivery).returning(col(Delivery.id)), unless_there=True)
CARRIED_WITHIN = timedelta(seconds=20)
"""How long what is newly owed counts as being in the hands of whoever carries it."""


def by_key(session: Session, workspace_id: int, key: str) -> Delivery | None:
    """Give the delivery with that key."""
    return session.exec(
        select(Delivery).where(col(Delivery.workspace_id) == workspace_id, col(Delivery.key) == key)
    ).one_or_none()


def workspace_of(session: Session, delivery_id: int) -> int | None:
    """Give the workspace that owes a delivery."""
    return session.exec(select(Delivery.workspace_id).where(col(Delivery.id) == delivery_id)).one_or_none()


def owe(
    session: Session,
    workspace_id: int,
    *,
    key: str,
    kind: str,
    recipient: str,
    about: dict[str, Any],
    due_at: datetime,
    now: datetime,
    visible_to: str = "",
    revises: str = "",
    under: str = "",
) -> Delivery | None:
    """Remember that a message is owed; None, and nothing remembered, where the key is in the ledger already."""
    delivery = Delivery(
        workspace_id=workspace_id,
        key=key,
        kind=kind,
        recipient=recipient,
        visible_to=visible_to,
        about=about,
        revises=revises,
        under=under,
        due_at=due_at,
        made_at=now,
        held_until=due_at + CARRIED_WITHIN,
    )
    # One statement, because between looking and writing another process may have owed the same.
    return delivery if _OWE.keep(session, delivery) else None


def take(
    session: Session, delivery_id: int, *, worker: str, now: datetime, until: datetime, errands: Collection[str] = ()
) -> Delivery | None:
    """Take one delivery into a worker's hands; None where it is done, not due, somebody else's or not its turn.

    The row given still shows the state it was found in: `sending` means that an earlier try may have got through.
    """
    delivery = session.exec(
        select(Delivery)
        .where(col(Delivery.id) == delivery_id, _ready(now), _in_turn(errands))
        .where(or_(col(Delivery.worker) == "", *_unheld(now)))
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if delivery is None:
        return None
    delivery.worker = worker
    delivery.held_until = until
    delivery.attempts += 1
    session.add(delivery)
    return delivery


def held(session: Session, delivery_id: int, *, worker: str, attempt: int) -> Delivery | None:
    """Give a delivery that is still in those hands, as of that attempt."""
    return session.exec(
        select(Delivery)
        .where(col(Delivery.id) == delivery_id, _OPEN)
        .where(col(Delivery.worker) == worker, col(Delivery.attempts) == attempt)
        .with_for_update()
    ).one_or_none()


def let_go(delivery: Delivery, state: DeliveryState, *, reason: str = "") -> None:
    """Put a delivery down in the state that it has reached."""
    delivery.state = state
    delivery.reason = reason
    delivery.worker = ""
    delivery.held_until = None


def after(session: Session, delivery: Delivery, now: datetime, errands: Collection[str] = ()) -> int | None:
    """Give the id of the message that may go to the same recipient next, where it is due and nobody holds it."""
    return session.exec(
        select(Delivery.id)
        .where(col(Delivery.workspace_id) == delivery.workspace_id, col(Delivery.recipient) == delivery.recipient)
        .where(_ready(now), col(Delivery.worker) == "", _in_turn(errands), col(Delivery.kind).not_in(errands))
        .order_by(col(Delivery.id))
        .limit(1)
    ).first()


def abandoned(session: Session, now: datetime, *, most: int, errands: Collection[str] = ()) -> Sequence[Delivery]:
    """Give open deliveries, of all workspaces, that are due and in nobody's hands, for this worker to see to."""
    return session.exec(
        select(Delivery)
        .where(_ready(now), or_(*_unheld(now)), _in_turn(errands))
        .order_by(col(Delivery.due_at))
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()


def hand_over(delivery: Delivery, until: datetime) -> None:
    """Count a delivery as in the engine's hands for a while, under a new revision."""
    delivery.revision += 1
    delivery.worker = ""
    delivery.held_until = until


def hand_back(session: Session, delivery_ids: Collection[int]) -> None:
    """Count deliveries as in nobody's hands, so that any worker's next tick takes them up."""
    waiting = update(Delivery).where(col(Delivery.id).in_(delivery_ids), _OPEN, col(Delivery.worker) == "")
    session.execute(waiting.values(held_until=None))


def put_off(session: Session, workspace_id: int, until: datetime) -> None:
    """Have nothing of a workspace tried before then that is due sooner and in no worker's hands."""
    waiting = select(Delivery).where(col(Delivery.workspace_id) == workspace_id, _OPEN, col(Delivery.worker) == "")
    # What is locked right now is being seen to by somebody else.
    for row in session.exec(waiting.where(col(Delivery.due_at) < until).with_for_update(skip_locked=True)).all():
        row.due_at = until
        session.add(row)


def release(session: Session, worker: str) -> int:
    """Free what a worker of that name, or its queue, had in hand when it died; only for one that works alone."""
    rows = session.exec(select(Delivery).where(_OPEN, col(Delivery.worker).in_([worker, ""]))).all()
    for row in rows:
        row.worker = ""
        row.held_until = None
        session.add(row)
    return len(rows)


def by_place(session: Session, workspace_id: int, channel_id: str, ts: str, kind: str) -> Delivery | None:
    """Give the delivery of that kind whose message stands there."""
    found = select(Delivery).where(col(Delivery.workspace_id) == workspace_id, col(Delivery.kind) == kind)
    return session.exec(found.where(col(Delivery.channel_id) == channel_id, col(Delivery.ts) == ts)).first()


def of_kind(session: Session, workspace_id: int, kind: str, *, begins: str) -> Sequence[str]:
    """Give the keys of one kind that begin with those words, in the order they were owed."""
    keys = session.exec(
        select(Delivery.key)
        .where(col(Delivery.workspace_id) == workspace_id, col(Delivery.kind) == kind)
        .order_by(col(Delivery.id))
    ).all()
    return [key for key in keys if key.startswith(begins)]


def next_due_at(session: Session, errands: Collection[str] = ()) -> datetime | None:
    """Give the next moment at which a tick may find something to take up, in any workspace."""
    moment = case((col(Delivery.held_until) > col(Delivery.due_at), col(Delivery.held_until)), else_=Delivery.due_at)
    earliest = func.min(moment, type_=UtcDateTime())
    found: datetime | None = session.exec(select(earliest).where(_OPEN, _in_turn(errands))).one()
    return found


def any_due(session: Session, now: datetime, errands: Collection[str] = ()) -> bool:
    """Say whether anything, in any workspace, is due and not done, whoever has it in hand."""
    return session.exec(select(Delivery.id).where(_ready(now), _in_turn(errands)).limit(1)).first() is not None


def _ready(now: datetime) -> ColumnElement[bool]:
    return and_(_OPEN, col(Delivery.due_at) <= now)


def _unheld(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (col(Delivery.held_until).is_(None), col(Delivery.held_until) <= now)


def _in_turn(errands: Collection[str]) -> ColumnElement[bool]:
    """Say that no older message to the same recipient is open; errands neither wait nor are waited for."""
    older = aliased(Delivery)
    waits = exists().where(
        col(older.workspace_id) == col(Delivery.workspace_id),
        col(older.recipient) == col(Delivery.recipient),
        col(older.id) < col(Delivery.id),
        col(older.state).in_(_OPEN_WORDS),
        col(older.kind).not_in(errands),
    )
    return or_(col(Delivery.kind).in_(errands), ~waits)
