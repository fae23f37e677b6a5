"""What every test may ask for: a fresh database, on SQLite and on a real PostgreSQL.

PostgreSQL comes from PyPI, is started once for each test process the first time that a test needs it, listens on a
unix socket only, and is stopped and removed at the end.
"""

import gc
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from dealing import Dealing, put_in_order
from hypothesis import HealthCheck, settings
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import create_engine
from sqlmodel import SQLModel

from bench.postgresql import real_postgresql
from storage import engine as engines
from storage.engine import Database
from storage.migrate import migrate

# A machine that is busy is no defect, and what fifty examples don't find is found by those of the next runs.
settings.register_profile("rounds", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rounds")

_FIRST: dict[str, Engine] = {}
_COMPILED: dict[Any, Any] = {}


def _share_what_was_compiled(url: str, **options: Any) -> Engine:
    """Make an engine that speaks as the first of its kind does, so that no statement is put together once a test."""
    made = create_engine(url, **options)
    first = _FIRST.get(made.name)
    if first is not None and first.dialect.server_version_info:
        made.dialect = first.dialect
    else:  # the one before has never reached its database, so it doesn't know how to speak with it
        _FIRST[made.name] = made
    made.update_execution_options(compiled_cache=_COMPILED)
    if made.name == "sqlite":
        event.listen(made, "checkout", _wait_for_no_disk)
    return made


def _wait_for_no_disk(connection: Any, record: Any, _proxy: Any) -> None:
    """Tell SQLite not to wait for a disk that nobody will read again; what is killed loses nothing by that."""
    if not record.info.get("hurries"):
        connection.execute("PRAGMA synchronous = OFF").close()
        record.info["hurries"] = True


engines.create_engine = _share_what_was_compiled  # type: ignore[attr-defined]

gc.disable()  # nothing that is loaded or collected is garbage, and to look for it took a quarter of that time


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long."""
    put_in_order(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Dealing | None:
    """Deal the tests out in our way, unless another one is asked for."""
    return Dealing(config, log) if config.getoption("dist") == "load" else None


def pytest_collection_finish() -> None:
    """Keep what stays to the end anyway out of each search for garbage, which took a seventh of the time."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000)  # as where Rounds runs


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Find all garbage, so that what it warns of is told; pytest's own ten searches have nothing to go through then."""
    for _ in range(5):
        if not gc.collect():
            break
    gc.freeze()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy; whichever process needs it first makes it for all."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "migrated.sqlite"
    migrate(f"sqlite:///{shared}")
    file = own / "template.sqlite"
    with closing(sqlite3.connect(shared)) as made, closing(sqlite3.connect(file)) as copy:
        made.backup(copy)  # a part may still be in the log beside it, while another process looks at it
    return file


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server with nothing in it but the tables."""
    with real_postgresql() as url:
        _hurry(url)
        migrate(url)
        yield url


@pytest.fixture(scope="session")
def memory_template() -> Iterator[Database]:
    """A SQLite database in memory, with every table and no row, to copy."""
    database = Database("sqlite://")
    SQLModel.metadata.create_all(database.engine)
    yield database
    database.close()


@pytest.fixture
def memory_database(memory_template: Database) -> Iterator[Database]:
    """A fresh SQLite database in memory."""
    database = Database("sqlite://")
    with memory_template.engine.connect() as template, database.engine.connect() as fresh:
        _driver(template).backup(_driver(fresh))
    yield database
    database.close()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite database."""
    file = tmp_path / "rounds.sqlite"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def emptied(postgresql_server: str) -> Iterator[Callable[[], None]]:
    """Leave nothing of the test before; the connection for it is kept, for it has learnt which rows go with which."""
    connection = psycopg.connect(postgresql_server)

    def empty() -> None:
        nonlocal connection
        try:
            _empty(connection)
        except psycopg.OperationalError:  # the test before closed every connection
            connection.close()
            connection = psycopg.connect(postgresql_server)
            _empty(connection)

    yield empty
    connection.close()


@pytest.fixture
def postgresql_url(postgresql_server: str, emptied: Callable[[], None]) -> str:
    """The address of a PostgreSQL database without a row in it."""
    emptied()
    return postgresql_server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database; the test runs once on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh database; the test runs once on each kind."""
    database = Database(database_url)
    yield database
    database.close()


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


def _hurry(url: str) -> None:
    """Tell the server not to wait for a disk that nobody will read again."""
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


def _empty(connection: psycopg.Connection) -> None:
    """Leave nothing of the test before: no connection but this, no row, nothing of the durable engine."""
    with connection.transaction():
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.execute("DROP SCHEMA IF EXISTS dbos CASCADE")
        # Every row belongs to a workspace and goes with it; to empty every table takes many times as long.
        connection.execute("DELETE FROM workspace")
        connection.execute("SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'")
