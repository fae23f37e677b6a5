"""The column shapes that tables share, and how their constraints are named."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, MetaData, UniqueConstraint, false
from sqlmodel import Field, SQLModel

from storage.types import UtcDateTime

SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ONCE_EACH = {"sqlite_autoincrement": True}
"""For a table whose rows can be taken back: SQLite would give the id of the last one to the next, and a button that was
drawn for the one would then change the other. PostgreSQL never does."""


def moment(*, nullable: bool = False) -> Any:  # noqa: ANN401 - a field of whatever type the class says
    """Declare an aware UTC datetime column."""
    return Field(default=None, sa_type=UtcDateTime, nullable=nullable) if nullable else Field(sa_type=UtcDateTime)


def in_workspace() -> Any:  # noqa: ANN401 - a field of whatever type the class says
    """Declare the column that says whose row this is."""
    return Field(sa_column_args=[ForeignKey("workspace.id", ondelete="CASCADE")])


def ref(column: str, *, ondelete: str = "CASCADE") -> Any:  # noqa: ANN401 - a field of whatever type the class says
    """Declare a column that points to another row."""
    return Field(default=None, sa_column_args=[ForeignKey(column, ondelete=ondelete)])


def added(default: object) -> Any:  # noqa: ANN401 - a field of whatever type the class says
    """Declare a column that came to a table with rows in it, which have the value that a new row has by itself.

    An empty list or dict is made anew for each row and kept as JSON.
    """
    stands_in = {"server_default": false() if default is False else str(default)}
    if isinstance(default, list | dict):
        return Field(default_factory=type(default), sa_type=JSON, sa_column_kwargs=stands_in)
    return Field(default=default, sa_column_kwargs=stands_in)


def index_references(metadata: MetaData) -> None:
    """Give each column that points to other rows an index, by which what points to a row is found when that row goes.

    It leaves out the rows that point nowhere, and there is none where another one begins with the same column: each
    is a page more to write for every new row.
    """
    for table in metadata.tables.values():
        whole = [each.columns for each in table.indexes if each.dialect_options["sqlite"]["where"] is None]
        unique = [each.columns for each in table.constraints if isinstance(each, UniqueConstraint)]
        first = {next(iter(columns)) for columns in (*whole, *unique)}
        for column in [each for each in table.columns if each.foreign_keys and each not in first]:
            points = column.is_not(None) if column.nullable else None
            Index(None, column, sqlite_where=points, postgresql_where=points)
