"""What every table builds on: a row that costs little to make.

SQLModel sets each column of a new row by itself and tells SQLAlchemy of each, which makes a row of fifteen columns
cost as much as a query. A new row has no history to keep, so here all its values are put down at once.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlmodel import SQLModel


class Row(SQLModel):
    """A row of a table; what is not given has its column's default."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - whatever the columns hold
        blank, makers = _defaults(type(self))
        if not values.keys() <= type(self).model_fields.keys():
            unknown = values.keys() - type(self).model_fields.keys()
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        self.__dict__.update(blank)
        self.__dict__.update({name: make() for name, make in makers.items()}, **values)
        object.__setattr__(self, "__pydantic_fields_set__", set(values))
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)

    def __setattr__(self, name: str, value: object) -> None:
        """Set a column; SQLAlchemy keeps note of it, and there is nothing to validate in rows of ours."""
        object.__setattr__(self, name, value)


@cache
def _defaults(table: type[Row]) -> tuple[Mapping[str, Any], Mapping[str, Callable[[], Any]]]:
    """Give the defaults of a table's columns, and what makes those that no two rows may share."""
    optional = {name: field for name, field in table.model_fields.items() if not field.is_required()}
    blank = {name: field.default for name, field in optional.items() if field.default_factory is None}
    makers: dict[str, Any] = {name: field.default_factory for name, field in optional.items() if field.default_factory}
    return blank, makers
