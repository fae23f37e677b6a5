"""What Alembic runs: the migrations, on the connection and in the transaction that `storage.migrate` has opened."""

from typing import Any, Literal

from alembic import context
from sqlmodel import AutoString, SQLModel

import storage.tables  # noqa: F401 - declares the tables
from storage.types import UtcDateTime


def _ours(_object: object, name: str | None, kind: str, _reflected: bool, _compared: object) -> bool:
    """Leave the tables of the durable engine, which live beside ours, alone."""
    return kind != "table" or name in SQLModel.metadata.tables


def _written(kind: str, item: Any, _context: object) -> str | Literal[False]:  # noqa: ANN401 - any part of a table
    """Write the two types that are not SQLAlchemy's own."""
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "UtcDateTime()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    include_object=_ours,
    render_item=_written,
)
with context.begin_transaction():
    context.run_migrations()
