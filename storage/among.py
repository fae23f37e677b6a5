"""Whether a column is among several values, where these are one value of the statement, so that it can be made ready.

SQLAlchemy's own `IN` writes as many places into a statement as there are values, which makes it another one each time.
Here SQLite reads the values from JSON, and PostgreSQL from an array. It refuses to know what they stand for.
"""

import json
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import Boolean, ColumnElement, bindparam
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import UserDefinedType

Column = ColumnElement[Any] | Mapped[Any]


def among(column: Column, name: str) -> ColumnElement[bool]:
    """Say that a column holds one of the numbers or words, any collection of them, that the statement is given."""
    return _Among(column, name)


class _Values(UserDefinedType[Collection[int | str]]):
    """Several numbers or words."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Hand them over in one piece."""
        return _as_json if dialect.name == "sqlite" else list


class _Among(ColumnElement[bool]):
    type = Boolean()
    inherit_cache = False

    def __init__(self, column: Column, name: str) -> None:
        self.column: Any = column
        self.values = bindparam(name, type_=_Values())


def _as_json(values: Collection[int | str]) -> str:
    return json.dumps(list(values))


@compiles(_Among, "sqlite")
def _in_sqlite(element: _Among, compiler: SQLCompiler, **ways: Any) -> str:  # noqa: ANN401 - whatever SQLAlchemy has
    column, values = compiler.process(element.column, **ways), compiler.process(element.values, **ways)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - a column and a place for a value


@compiles(_Among, "postgresql")
def _in_postgresql(element: _Among, compiler: SQLCompiler, **ways: Any) -> str:  # noqa: ANN401 - as above
    column, values = compiler.process(element.column, **ways), compiler.process(element.values, **ways)
    return f"{column} = ANY ({values})"
