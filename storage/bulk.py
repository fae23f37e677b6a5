"""Many rows at once, in parts that any database takes and that fit into little memory."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import insert
from sqlmodel import Session

from storage.tables.row import Row

_T = TypeVar("_T")
_AT_ONCE = 500


def in_parts(things: Iterable[_T]) -> Iterator[list[_T]]:
    """Give things in lists that are short enough to be named in one statement."""
    left = iter(things)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def keep(session: Session, table: type[Row], rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows that nobody needs as objects; columns that a row leaves out have their usual value."""
    blank = {name: field.default for name, field in table.model_fields.items() if not field.is_required()}
    blank.pop("id", None)
    for some in in_parts(rows):
        session.connection().execute(insert(table), [{**blank, **row} for row in some])
