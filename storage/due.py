"""Which deliveries may go out now, as questions that are made ready once for each set of errands.

An errand is work owed that is no message; which kinds are errands is given, so that this knows no kind. It refuses to
change a row.
"""

from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, String, and_, bindparam, case, exists, false, func, literal_column, not_, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from storage.ready import Ready
from storage.tables import Delivery, DeliveryState
from storage.types import UtcDateTime

Kinds = frozenset[str]

# Written out, not as parameters: otherwise neither database can tell that its index of open rows answers the question.
_WORDS = [literal_column(f"'{state}'", String()) for state in (DeliveryState.OWED, DeliveryState.SENDING)]
OPEN = col(Delivery.state).in_(_WORDS)
"""That a delivery is still owed, or on its way."""
_DUE = and_(OPEN, col(Delivery.due_at) <= bindparam("now"))
_UNHELD = or_(col(Delivery.held_until).is_(None), col(Delivery.held_until) <= bindparam("now"))
_FREE = col(Delivery.worker) == literal_column("''")


@cache
def take(errands: Kinds) -> Ready[Delivery]:
    """Give the delivery with id `delivery_id`, held, where it is due `now`, its turn, and in nobody's hands."""
    return Ready(
        select(Delivery)
        .where(col(Delivery.id) == bindparam("delivery_id"), _DUE, _in_turn(errands))
        .where(or_(_FREE, _UNHELD))
        .with_for_update(skip_locked=True)
    )


@cache
def after(errands: Kinds) -> Ready[int | None]:
    """Give the id of the oldest message to `recipient` in `workspace_id` that is due `now`, its turn, and unheld."""
    return Ready(
        select(col(Delivery.id))
        .where(col(Delivery.workspace_id) == bindparam("workspace_id"))
        .where(col(Delivery.recipient) == bindparam("recipient"))
        .where(_DUE, _FREE)
        .where(_in_turn(errands), not_(_among(Delivery.kind, errands)))
        .order_by(col(Delivery.id))
        .limit(literal_column("1"))
    )


@cache
def abandoned(errands: Kinds) -> Ready[Delivery]:
    """Give, held, at `most` so many deliveries that are due `now`, their turn, and in nobody's hands."""
    return Ready(
        select(Delivery)
        .where(_DUE, _UNHELD, _in_turn(errands))
        .order_by(col(Delivery.due_at))
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
    )


@cache
def next_due_at(errands: Kinds) -> Ready[datetime]:
    """Give the next moment at which a delivery is due, or no longer in somebody's hands."""
    moment = case((col(Delivery.held_until) > col(Delivery.due_at), col(Delivery.held_until)), else_=Delivery.due_at)
    return Ready(select(func.min(moment, type_=UtcDateTime())).where(OPEN, _in_turn(errands)))


@cache
def any_due(errands: Kinds) -> Ready[int | None]:
    """Give the id of a delivery that is due `now` and its turn, whoever has it in hand."""
    return Ready(select(col(Delivery.id)).where(_DUE, _in_turn(errands)).limit(literal_column("1")))


def _in_turn(errands: Kinds) -> ColumnElement[bool]:
    """Say that no older message to the same recipient is open; errands neither wait nor are waited for."""
    older = aliased(Delivery)
    waits = exists().where(
        col(older.workspace_id) == col(Delivery.workspace_id),
        col(older.recipient) == col(Delivery.recipient),
        col(older.id) < col(Delivery.id),
        col(older.state).in_(_WORDS),
        not_(_among(older.kind, errands)),
    )
    return or_(_among(Delivery.kind, errands), ~waits)


def _among(kind: str, errands: Kinds) -> ColumnElement[bool]:
    words = [literal_column(f"'{errand}'", String()) for errand in sorted(errands)]
    return col(kind).in_(words) if words else false()
