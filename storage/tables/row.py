"""What every table builds on: a row that costs little to make.

SQLModel sets each column of a new row by itself and tells SQLAlchemy of each, which makes a row of fifteen columns
cost as much as a query. A new row has no history to keep, so here all its values are put down at once.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlmodel import SQLModel


class Row(SQLModel):
    """A row of a table; what is not given has its column's default."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - whatever the columns hold
        names, blank, makers = _columns(type(self))
        if not values.keys() <= names:
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(values.keys() - names))}")
        columns = self.__dict__
        columns.update(blank)
        for name, make in makers:
            columns[name] = make()
        columns.update(values)

    if not TYPE_CHECKING:  # mypy would take any name for a column

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - nothing at all
            """Say that there is no such column; SQLAlchemy asks each new row for one, and pydantic's answer is slow."""
            raise AttributeError(f"{type(self).__name__} has no {name}")

    def __setattr__(self, name: str, value: object) -> None:
        """Set a column; SQLAlchemy keeps note of it, and there is nothing to validate in rows of ours."""
        object.__setattr__(self, name, value)


@cache
def _columns(table: type[Row]) -> tuple[frozenset[str], Mapping[str, Any], Sequence[tuple[str, Callable[[], Any]]]]:
    """Give a table's columns, the defaults of them, and what makes those that no two rows may share."""
    optional = {name: field for name, field in table.model_fields.items() if not field.is_required()}
    blank = {name: field.default for name, field in optional.items() if field.default_factory is None}
    makers: dict[str, Any] = {name: field.default_factory for name, field in optional.items() if field.default_factory}
    return frozenset(table.model_fields), blank, tuple(makers.items())
