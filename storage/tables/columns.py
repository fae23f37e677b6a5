"""The column shapes that tables share, and how their constraints are named."""

from typing import Any

from sqlalchemy import ForeignKey, MetaData
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
    return Field(sa_column_args=[ForeignKey("workspace.id", ondelete="CASCADE")], index=True)


def ref(column: str, *, ondelete: str = "CASCADE") -> Any:  # noqa: ANN401 - a field of whatever type the class says
    """Declare a column that points to another row."""
    return Field(default=None, sa_column_args=[ForeignKey(column, ondelete=ondelete)], index=True)
