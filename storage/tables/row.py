"""What every table builds on: a row that costs little to make.

SQLModel sets each column of a new row by itself and tells SQLAlchemy of each, which makes a row of fifteen columns
cost as much as a query. A new row has no history to keep, so here all its values are put down at once.
"""

from typing import Any

from sqlmodel import SQLModel


class Row(SQLModel):
    """A row of a table; what is not given has its column's default."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - whatever the columns hold
        fields = type(self).model_fields
        if not values.keys() <= fields.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(values.keys() - fields.keys()))}")
        blank = {
            name: field.get_default(call_default_factory=True)
            for name, field in fields.items()
            if name not in values and not field.is_required()
        }
        self.__dict__.update(blank, **values)
        object.__setattr__(self, "__pydantic_fields_set__", set(values))
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)

    def __setattr__(self, name: str, value: object) -> None:
        """Set a column; SQLAlchemy keeps note of it, and there is nothing to validate in rows of ours."""
        object.__setattr__(self, name, value)
