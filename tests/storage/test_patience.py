"""Whoever waits for an answer does not wait long for a locked database."""

import time

import pytest
from sqlalchemy import NullPool, create_engine, text

from storage.engine import Database, Unavailable


def test_a_transaction_gives_up_after_as_long_as_it_was_told(database: Database) -> None:
    other = create_engine(database.url, poolclass=NullPool).connect()
    other.exec_driver_sql("BEGIN IMMEDIATE" if database.is_sqlite else "LOCK TABLE workspace")
    begun = time.monotonic()
    try:
        with pytest.raises(Unavailable), database.transaction(within=0.2) as session:
            session.execute(text("UPDATE workspace SET name = 'nobody'"))
        assert time.monotonic() - begun < 5
    finally:
        other.rollback()
        other.close()
    with database.transaction(within=0.2) as session:
        session.execute(text("UPDATE workspace SET name = 'nobody'"))


def test_of_what_a_writer_may_wait_half_is_for_other_processes(sqlite_url: str) -> None:
    """The other half it may have waited for its own process: whoever waits for an answer waits no longer than told."""
    database = Database(sqlite_url)
    for within, patience in ((2.0, 1000), (0.2, 100)):
        with database.transaction(within=within) as session:
            assert session.connection().exec_driver_sql("PRAGMA busy_timeout").scalar() == patience
    database.close()
