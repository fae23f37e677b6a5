"""A migrated database is the declared one, whatever it was before, and nothing is lost on the way.

An empty one is made at once, and can't be told from one that went through every migration.
"""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    DateTime,
    Integer,
    MetaData,
    Table,
    Time,
    UniqueConstraint,
    inspect,
    select,
)
from sqlmodel import SQLModel

from storage.earlier import GONE
from storage.engine import Database, Unavailable
from storage.migrate import current, head, migrate


def test_partial_indexes_are_partial_in_a_migrated_database(database: Database) -> None:
    found = {index["name"]: index for index in inspect(database.engine).get_indexes("delivery")}
    where = found["ix_delivery_due_at"]["dialect_options"]
    assert any("owed" in str(condition) for condition in where.values())


def test_what_points_to_a_row_is_found_by_an_index_also_where_few_rows_point_anywhere(database: Database) -> None:
    for table in SQLModel.metadata.tables.values():
        unique = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
        first = {next(iter(each.columns)) for each in (*table.indexes, *unique)}
        assert {column for column in table.columns if column.foreign_keys} <= first
    if database.is_sqlite:  # PostgreSQL reads a table this small without any
        with database.engine.connect() as connection:
            removal = "EXPLAIN QUERY PLAN UPDATE post SET repeats_id = NULL WHERE repeats_id = 1"
            told = connection.exec_driver_sql(removal).all()
        assert "ix_post_repeats_id" in str(told)


FIRST_ROWS: dict[str, list[dict[str, Any]]] = {
    "workspace": [{"id": 1, "team_id": "T0BRIGHT01", "zone": "America/New_York", "digest_channels": ["C1"]}],
    "member": [{"id": 7, "workspace_id": 1, "user_id": "U0ANA", "name": "Ana"}],
    "role_holder": [{"id": 1, "workspace_id": 1, "role": "lead", "member_id": 7}],
    "slot": [{"id": 3, "workspace_id": 1, "weekday": 3, "at": time(16), "kind": "human"}],
    "post": [{"id": 12, "workspace_id": 1, "number": 4, "slot_id": 3, "on": date(2026, 11, 26), "what": "Meet us"}],
    "step": [
        {"id": 1, "workspace_id": 1, "post_id": 12, "task": "photo", "owner_id": 7},
        {"id": 2, "workspace_id": 1, "post_id": 12, "task": "caption", "owner_id": 7, "minutes": 20},
    ],
    "figures": [{"id": 5, "workspace_id": 1, "post_id": 12, "entered_by": 7, "reach": 1200, "saves": None}],
    "lead": [{"id": 9, "workspace_id": 1, "number": 2, "source": "instagram", "came_on": date(2026, 11, 27)}],
}
RENAMED = {("lead", "source"): "guessed"}
"""Columns of the first revision whose values are in another one by now."""


@contextmanager
def _untouched(kind: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without a table in it."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/old.sqlite"
        return
    server: str = request.getfixturevalue("postgresql_server")
    name = folder.name
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
    yield server.replace("/postgres?", f"/{name}?", 1)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[arg-type]


@pytest.fixture(params=["sqlite", "postgresql"])
def untouched(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a table in it, of each kind."""
    with _untouched(request.param, tmp_path, request) as url:
        yield url


@dataclass(frozen=True)
class Old:
    """A database that was written to at the first revision, and has gone through every migration since."""

    url: str
    then: set[tuple[str, str]]
    written: dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Old]:
    """An old database, brought up to this version; the tests read it only."""
    with _untouched(request.param, tmp_path_factory.mktemp("old"), request) as url:
        migrate(url, to="0001")
        known = MetaData()
        written: dict[str, list[dict[str, Any]]] = {}
        with closing(Database(url)) as database, database.engine.begin() as connection:
            known.reflect(connection)
            for name, rows in FIRST_ROWS.items():
                written[name] = [{**_blank(known.tables[name]), **row} for row in rows]
                connection.execute(known.tables[name].insert(), written[name])
        assert migrate(url) is True
        yield Old(
            url, {(table.name, column.name) for table in known.tables.values() for column in table.columns}, written
        )


def test_a_migrated_database_equals_the_declared_tables(old: Old) -> None:
    with closing(Database(old.url)) as database, database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        differences = compare_metadata(context, SQLModel.metadata)
    assert differences == []


def test_a_database_of_the_first_revision_keeps_all_its_rows_on_the_way_to_this_one(old: Old) -> None:
    today = {(table.name, column.name) for table in SQLModel.metadata.tables.values() for column in table.columns}
    assert {(table, name) for table, name in old.then - today if table != "alembic_version"} == GONE  # for old exports
    with closing(Database(old.url)) as database, database.engine.connect() as connection:
        known = MetaData()
        known.reflect(connection)
        for name, rows in old.written.items():
            columns = [known.tables[name].c[RENAMED.get((name, column), column)].label(column) for column in rows[0]]
            found = connection.execute(select(*columns).order_by(columns[0])).mappings().all()
            assert [{name: _aware(value) for name, value in row.items()} for row in found] == rows


def test_a_database_made_at_once_is_the_same_as_one_that_went_through_every_migration(
    old: Old, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with _untouched("sqlite" if old.url.startswith("sqlite") else "postgresql", tmp_path, request) as url:
        assert migrate(url) is True
        assert current(url) == current(old.url) == head()
        made, migrated = _shape(url), _shape(old.url)
    assert made.keys() == migrated.keys() == {*SQLModel.metadata.tables, "alembic_version"}
    assert {table: parts ^ migrated[table] for table, parts in made.items() if parts != migrated[table]} == {}


def _shape(url: str) -> dict[str, set[str]]:
    """Everything a database says of its tables; nothing goes by the order of columns or the name of a NOT NULL."""
    with closing(Database(url)) as database, database.engine.connect() as connection:
        asked = inspect(connection)
        found = {
            table: [f"column {column}" for column in asked.get_columns(table)] for table in asked.get_table_names()
        }
        for table, said in connection.exec_driver_sql(_SQLITE if database.is_sqlite else _POSTGRESQL):
            found[table].append(said.replace('"', ""))
        if database.is_sqlite:
            for table, parts in found.items():
                parts += [f"key {asked.get_pk_constraint(table)}"]
                parts += [f"points {each}" for each in asked.get_foreign_keys(table)]
                parts += [f"once {each}" for each in asked.get_unique_constraints(table)]
                parts += [f"holds {each}" for each in asked.get_check_constraints(table)]
    return {table: set(parts) for table, parts in found.items()}


_SQLITE = """
    SELECT tbl_name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL
    UNION ALL SELECT name, 'autoincrement' FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'
"""
_POSTGRESQL = """
    SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
"""


def _aware(value: object) -> object:
    """Let a moment be UTC's, also where a database has given it without its zone."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else value


def _blank(table: Table) -> dict[str, Any]:
    """Something for every column that may not be empty."""
    known: list[tuple[type, Any]] = [
        (Boolean, False),
        (Integer, 1),
        (DateTime, datetime(2026, 11, 23, 14, tzinfo=UTC)),
        (Date, date(2026, 11, 23)),
        (Time, time(9)),
        (JSON, {}),
    ]
    return {
        column.name: next((value for kind, value in known if isinstance(column.type, kind)), "")
        for column in table.columns
        if not column.nullable
    }


def test_migrating_again_has_nothing_to_do(database_url: str) -> None:
    assert migrate(database_url) is False
    assert current(database_url) == head()


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/data/deep/rounds.sqlite"
    assert migrate(url) is True
    assert current(url) == head()


def test_processes_that_start_at_once_all_find_it_migrated(untouched: str) -> None:
    done: list[bool] = []
    threads = [threading.Thread(target=lambda: done.append(migrate(untouched))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [False, False, False, True]


def test_a_file_that_is_no_database_is_said_to_be_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "rounds.sqlite"
    file.write_text("not a database at all, but a longer text than a header would be" * 40)
    with pytest.raises(Unavailable):
        migrate(f"sqlite:///{file}")
