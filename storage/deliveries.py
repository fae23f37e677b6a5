"""The ledger of messages owed: one row for each, under a key that is unique in its workspace.

It keeps three promises: a key is owed once, a row is in one worker's hands at a time, and of the messages to one
recipient only the oldest open one may go out. It knows no Slack and sends nothing.

`due_at` is when a row may be tried next. `held_until` is how long it counts as being in somebody's hands: those of
`worker`, or, with no worker named, those of the engine that is about to carry it.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlmodel import Session, col, select

from storage import due
from storage.ready import Ready
from storage.tables import Delivery, DeliveryState

_OWE = Ready(insert(Delivery).returning(col(Delivery.id)), unless_there=True)
_BY_KEY = Ready(
    select(Delivery).where(
        col(Delivery.workspace_id) == bindparam("workspace_id"), col(Delivery.key) == bindparam("key")
    )
)
_WORKSPACE_OF = Ready(select(Delivery.workspace_id).where(col(Delivery.id) == bindparam("delivery_id")))
_HELD = Ready(
    select(Delivery)
    .where(col(Delivery.id) == bindparam("delivery_id"), due.OPEN)
    .where(col(Delivery.worker) == bindparam("worker"), col(Delivery.attempts) == bindparam("attempt"))
    .with_for_update()
)
CARRIED_WITHIN = timedelta(seconds=20)
"""How long what is newly owed counts as being in the hands of whoever carries it."""


def edits(session: Session, workspace_id: int, key: str) -> tuple[int, bool]:
    """Tell how many edits of a message were owed so far, and whether one of them is still to be drawn."""
    states = session.exec(
        select(Delivery.state).where(
            col(Delivery.workspace_id) == workspace_id, col(Delivery.key).startswith(f"{key}/")
        )
    ).all()
    return len(states), DeliveryState.OWED in states


def by_key(session: Session, workspace_id: int, key: str) -> Delivery | None:
    """Give the delivery with that key."""
    return _BY_KEY.first(session, workspace_id=workspace_id, key=key)


def workspace_of(session: Session, delivery_id: int) -> int | None:
    """Give the workspace that owes a delivery."""
    return _WORKSPACE_OF.first(session, delivery_id=delivery_id)


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
    delivery = due.take(frozenset(errands)).first(session, delivery_id=delivery_id, now=now)
    if delivery is None:
        return None
    delivery.worker = worker
    delivery.held_until = until
    delivery.attempts += 1
    session.add(delivery)
    return delivery


def held(session: Session, delivery_id: int, *, worker: str, attempt: int) -> Delivery | None:
    """Give a delivery that is still in those hands, as of that attempt."""
    return _HELD.first(session, delivery_id=delivery_id, worker=worker, attempt=attempt)


def let_go(delivery: Delivery, state: DeliveryState, *, reason: str = "") -> None:
    """Put a delivery down in the state that it has reached."""
    delivery.state = state
    delivery.reason = reason
    delivery.worker = ""
    delivery.held_until = None


def after(session: Session, delivery: Delivery, now: datetime, errands: Collection[str] = ()) -> int | None:
    """Give the id of the message that may go to the same recipient next, where it is due and nobody holds it."""
    same = {"workspace_id": delivery.workspace_id, "recipient": delivery.recipient}
    return due.after(frozenset(errands)).first(session, **same, now=now)


def abandoned(session: Session, now: datetime, *, most: int, errands: Collection[str] = ()) -> Sequence[Delivery]:
    """Give open deliveries, of all workspaces, that are due and in nobody's hands, for this worker to see to."""
    return due.abandoned(frozenset(errands)).all(session, now=now, most=most)


def hand_over(delivery: Delivery, until: datetime) -> None:
    """Count a delivery as in the engine's hands for a while, under a new revision."""
    delivery.revision += 1
    delivery.worker = ""
    delivery.held_until = until


def hand_back(session: Session, delivery_ids: Collection[int]) -> None:
    """Count deliveries as in nobody's hands, so that any worker's next tick takes them up."""
    waiting = update(Delivery).where(col(Delivery.id).in_(delivery_ids), due.OPEN, col(Delivery.worker) == "")
    session.execute(waiting.values(held_until=None))


def put_off(session: Session, workspace_id: int, until: datetime) -> None:
    """Have nothing of a workspace tried before then that is due sooner and in no worker's hands."""
    waiting = select(Delivery).where(col(Delivery.workspace_id) == workspace_id, due.OPEN, col(Delivery.worker) == "")
    # What is locked right now is being seen to by somebody else.
    for row in session.exec(waiting.where(col(Delivery.due_at) < until).with_for_update(skip_locked=True)).all():
        row.due_at = until
        session.add(row)


def release(session: Session, worker: str) -> int:
    """Free what a worker of that name, or its queue, had in hand when it died; only for one that works alone."""
    rows = session.exec(select(Delivery).where(due.OPEN, col(Delivery.worker).in_([worker, ""]))).all()
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
    return due.next_due_at(frozenset(errands)).first(session)


def any_due(session: Session, now: datetime, errands: Collection[str] = ()) -> bool:
    """Say whether anything, in any workspace, is due and not done, whoever has it in hand."""
    return due.any_due(frozenset(errands)).first(session, now=now) is not None
