"""Bringing a database up to the tables of this version: a new one, an old one, or one that is there already.

`migrate` is safe to call at every start and by several processes at once. `revise` writes the next migration down
for somebody who has changed a table.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Column, MetaData, NullPool, PrimaryKeyConstraint, String, Table, create_engine, inspect, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - declares the tables
from storage.engine import Unavailable, file_of, spelled

_FOLDER = Path(__file__).parent / "migrations"
_TRIES, _BETWEEN_TRIES = 300, 0.1
_NOTED = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The table in which Alembic notes the revision, as Alembic makes it."""
_LOCK = 7_486_837  # any number that nothing else in the database locks


def head() -> str:
    """Give the newest revision: the highest number that a migration's file name begins with."""
    return max(file.name.partition("_")[0] for file in (_FOLDER / "versions").glob("[0-9]*.py"))


def migrate(url: str, to: str = "") -> bool:
    """Bring the database up to date, or to one revision; False where there was nothing to do.

    A database without any table of ours gets all of them at once, as they are declared.
    """
    wanted = to or head()
    url = spelled(url)
    file = file_of(url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    with _alone(url) as connection:
        if _revision(connection) == wanted:
            return False
        if not to and _has_none_of_ours(connection):
            _make(connection, wanted)
            return True
        from alembic import command  # noqa: PLC0415 - its import takes longer than most starts need it

        command.upgrade(_config(connection), wanted)
        return True


def current(url: str) -> str | None:
    """Give the revision the database is at; None for one that is empty."""
    with _alone(spelled(url)) as connection:
        return _revision(connection)


def revise(url: str, message: str) -> None:
    """Write the next migration: what is missing in that up-to-date database to be as the tables are declared."""
    from alembic import command  # noqa: PLC0415 - as above

    with _alone(spelled(url)) as connection:
        number = f"{int(head()) + 1:04}" if list((_FOLDER / "versions").glob("[0-9]*.py")) else "0001"
        command.revision(_config(connection), message, autogenerate=True, rev_id=number)


@contextmanager
def _alone(url: str) -> Iterator[Connection]:
    """Open a transaction that no other migration runs beside."""
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": 30} if url.startswith("sqlite") else {})
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                yield from _alone_on_sqlite(connection)
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection
                connection.commit()
    except DatabaseError as error:
        raise Unavailable(str(error.orig)) from error
    finally:
        engine.dispose()


def _alone_on_sqlite(connection: Connection) -> Iterator[Connection]:
    # A table is changed by building it anew and dropping the old one; with foreign keys on, dropping would take the
    # rows that point to it along. The setting does nothing inside a transaction, so it comes first.
    driver = connection.connection.driver_connection
    if driver is None:
        raise Unavailable("the connection is closed")
    driver.isolation_level = None
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    _write_ahead(connection)
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    yield connection
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("the migration would leave rows that point to nothing; nothing was changed")
    connection.commit()


def _write_ahead(connection: Connection) -> None:
    # For this one change SQLite does not wait for others as it does everywhere else, but says at once "locked".
    for _ in range(_TRIES):
        try:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if "locked" not in str(error.orig):
                raise
            time.sleep(_BETWEEN_TRIES)
        else:
            return
    raise Unavailable("another process is at the database")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def _has_none_of_ours(connection: Connection) -> bool:
    return {*SQLModel.metadata.tables, _NOTED.name}.isdisjoint(inspect(connection).get_table_names())


def _make(connection: Connection, revision: str) -> None:
    """Make every table as it is declared, and note where Alembic looks that this is the newest revision."""
    SQLModel.metadata.create_all(connection, checkfirst=False)
    _NOTED.create(connection)
    connection.execute(_NOTED.insert(), {"version_num": revision})


def _config(connection: Connection):  # type: ignore[no-untyped-def]  # noqa: ANN202 - alembic is imported late
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


if __name__ == "__main__":
    migrate(sys.argv[1], to=head())
    revise(sys.argv[1], sys.argv[2])
