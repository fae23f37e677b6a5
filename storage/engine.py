"""The database as one thing: where it is, how a transaction begins and ends, and what "it is gone" looks like.

SQLite and PostgreSQL behave alike from here on. It knows no table and no query, and nothing of what is decided inside
a transaction.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, StaticPool, event, make_url
from sqlalchemy.engine import Connection, Transaction, create_engine
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlmodel import Session

_PATIENCE = 15.0
"""Seconds that a transaction waits for others, unless somebody is waiting for its answer."""
_FOR_EACH = 0.5
"""Of that, what a writer on SQLite waits for others of its process, and then for other processes that use the file."""
_LAST_WAIT = 1.0  # seconds
_AFTER_COMMIT = "after_commit"
_OUT_OF_REACH = ("locked", "busy", "unable to open", "disk i/o", "readonly", "is full", "malformed", "not a database")


class Unavailable(Exception):  # noqa: N818 - an error is named for the fact
    """The database is locked or gone; nothing of the transaction was kept."""


class Nested(RuntimeError):  # noqa: N818 - as above
    """A transaction was begun inside another one of the same thread, where it would wait for itself for ever."""


class Database:
    """One database; `sqlite://` is one in memory, for as long as this object lives."""

    def __init__(self, url: str) -> None:
        self.url = spelled(url)
        self.is_sqlite = self.url.startswith("sqlite")
        self.in_memory = self.is_sqlite and file_of(self.url) is None
        self.engine = _sqlite(self.url, in_memory=self.in_memory) if self.is_sqlite else _postgresql(self.url)
        self._engines: dict[tuple[bool, float], Engine] = {}
        self._one_writer = threading.Lock()
        self._writing: dict[float, Connection] = {}
        self._here = threading.local()

    @contextmanager
    def transaction(self, *, within: float = _PATIENCE) -> Iterator[Session]:
        """Give a session whose changes are kept all together at the end, or none of them where anything goes wrong.

        It waits at most so many seconds for others to let go of what it needs.
        """
        with self._begun(alone=self.is_sqlite, within=within) as (session, begun):
            yield session
            session.flush()
            begun.commit()
        for act in session.info.get(_AFTER_COMMIT, ()):
            act()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that only looks; on SQLite it neither waits for a writer nor makes one wait."""
        with self._begun(alone=self.in_memory, reading=True) as (session, _):
            yield session  # what was read stays readable

    def close(self) -> None:
        """Let go of every connection, but for one that is still writing after a while."""
        if self._one_writer.acquire(timeout=_LAST_WAIT):
            self._let_go_of_writing()
            self._one_writer.release()
        self.engine.dispose()

    @contextmanager
    def _begun(
        self, *, alone: bool, reading: bool = False, within: float = _PATIENCE
    ) -> Iterator[tuple[Session, Transaction]]:
        """Begin a transaction and have a session join it; what is not committed by the end is rolled back."""
        if getattr(self._here, "busy", False):
            raise Nested("this thread is inside a transaction already; pass its session on instead")
        if alone and not self._one_writer.acquire(timeout=within * _FOR_EACH):
            raise Unavailable("another transaction of this process takes too long")
        self._here.busy = True
        try:
            with _told_apart(), self._connected(reading, within) as connection:
                begun = connection.begin()
                try:
                    with Session(connection, expire_on_commit=False) as session:
                        yield session, begun
                finally:
                    begun.close()
        finally:
            self._here.busy = False
            if alone:
                self._one_writer.release()

    @contextmanager
    def _connected(self, reading: bool, within: float) -> Iterator[Connection]:
        """Connect; the one writer of SQLite keeps its connections, since to fetch one takes as long as two queries."""
        if reading or not self.is_sqlite:
            with self._with_options(reading, within).connect() as connection:
                yield connection
            return
        if within not in self._writing:
            self._writing[within] = self._with_options(reading, within).connect()
        try:
            yield self._writing[within]
        except (DBAPIError, sqlite3.Error):
            self._let_go_of_writing()  # it may be the connection that is at fault
            raise

    def _let_go_of_writing(self) -> None:
        while self._writing:
            self._writing.popitem()[1].close()

    def _with_options(self, reading: bool, within: float) -> Engine:
        """Give the engine as `_begin` wants it; there are three kinds of transactions, and each is made ready once."""
        known = self._engines.get((reading, within))
        if known is None:
            known = self._engines[reading, within] = self.engine.execution_options(reading=reading, within=within)
        return known


def after_commit(session: Session, act: Callable[[], None]) -> None:
    """Do something once the transaction is kept and over; it is forgotten where the transaction is not kept."""
    session.info.setdefault(_AFTER_COMMIT, []).append(act)


def spelled(url: str) -> str:
    """Spell a database address the way SQLAlchemy needs it: hosts hand out `postgres://` and mean psycopg 3."""
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    return url


def file_of(url: str) -> Path | None:
    """Give the file that a SQLite database lives in; None for one in memory and for any other kind."""
    file = make_url(url).database if url.startswith("sqlite") else None
    return Path(file) if file and file != ":memory:" else None


@contextmanager
def _told_apart() -> Iterator[None]:
    """Tell a database that is out of reach from a defect in a query."""
    try:
        yield
    except NoConnection as error:
        raise Unavailable("every connection is in use") from error
    except sqlite3.Error as error:  # a transaction begins by the driver's own means
        if _is_out_of_reach(error):
            raise Unavailable(str(error)) from error
        raise
    except DatabaseError as error:
        if isinstance(error.orig, sqlite3.Error):
            gone = _is_out_of_reach(error.orig)
        else:
            gone = isinstance(error, OperationalError) or error.connection_invalidated
        if gone:
            raise Unavailable(str(error.orig)) from error
        raise
    except InterfaceError as error:
        raise Unavailable(str(error.orig)) from error


def _is_out_of_reach(error: sqlite3.Error) -> bool:
    return any(words in str(error).lower() for words in _OUT_OF_REACH)


def _sqlite(url: str, *, in_memory: bool) -> Engine:
    options: dict[str, Any] = (
        {"poolclass": StaticPool} if in_memory else {"pool_size": 8, "max_overflow": 32, "pool_use_lifo": True}
    )
    # An error's words may be logged, and a query's parameters are what people wrote.
    options |= {"connect_args": {"timeout": _PATIENCE, "check_same_thread": False}, "hide_parameters": True}
    options |= {"json_serializer": _to_json, "json_deserializer": _from_json}
    engine = create_engine(url, **options)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # the driver begins no transaction of its own
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that reads first and writes later fails with "database is locked" where another one came
        # between; taking the lock at the start never does.
        options = connection.get_execution_options()
        pooled = connection.connection
        driver: Any = pooled.dbapi_connection
        patience = int(_ms(options) * _FOR_EACH)
        if pooled.info.get("patience") != patience:
            driver.execute(f"PRAGMA busy_timeout = {patience}")
            pooled.info["patience"] = patience
        driver.execute("BEGIN" if options.get("reading") else "BEGIN IMMEDIATE")

    return engine


def _to_json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Write JSON; most of what is kept so is empty, and needs no writer."""
    return "[]" if value == [] else "{}" if value == {} else json.dumps(value)


def _from_json(spelled: str) -> Any:  # noqa: ANN401 - as above
    return [] if spelled == "[]" else {} if spelled == "{}" else json.loads(spelled)


def _postgresql(url: str) -> Engine:
    engine = create_engine(
        url,
        pool_size=8,
        max_overflow=32,
        pool_timeout=10,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 5},
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("within", _PATIENCE) != _PATIENCE:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_ms(options)}")

    return engine


def _ms(options: Mapping[str, Any]) -> int:
    return int(options.get("within", _PATIENCE) * 1000)
