"""A migrated database is the declared one, whatever it was before, and nothing is lost on the way."""

import threading
from collections.abc import Iterator
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


@pytest.fixture(params=["sqlite", "postgresql"])
def untouched(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a table in it."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/old.sqlite"
        return
    server: str = request.getfixturevalue("postgresql_server")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS old")
        connection.execute("CREATE DATABASE old")
    yield server.replace("/postgres?", "/old?", 1)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE old WITH (FORCE)")


def test_a_database_that_went_through_every_migration_equals_one_made_at_once(
    untouched: str, request: pytest.FixtureRequest
) -> None:
    migrate(untouched, to=head())
    database = Database(untouched)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        differences = compare_metadata(context, SQLModel.metadata)
    assert differences == []
    made_at_once = Database(request.getfixturevalue("sqlite_url" if database.is_sqlite else "postgresql_url"))
    assert shape(made_at_once) == shape(database)
    database.close()
    made_at_once.close()


def shape(database: Database) -> dict[str, Any]:
    """Everything there is about a database, in no particular order; but for what stands in for a value not given, which
    only the rows had need of that were there before their column.
    """
    found: dict[str, Any] = {}
    look = inspect(database.engine)
    for table in look.get_table_names():
        columns = {
            column["name"]: (str(column["type"]), column["nullable"], bool(column.get("autoincrement") is True))
            for column in look.get_columns(table)
        }
        indexes = {index["name"]: _without(index, "name") for index in look.get_indexes(table)}
        keys = {str(key["name"]): _without(key, "name") for key in look.get_foreign_keys(table)}
        alike = {str(each["name"]): _without(each, "name") for each in look.get_unique_constraints(table)}
        checks = sorted(str(check) for check in look.get_check_constraints(table))
        found[table] = (columns, look.get_pk_constraint(table), indexes, keys, alike, checks)
    if database.is_sqlite:
        with database.engine.connect() as connection:
            said = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")
            found["numbered once"] = set(said.scalars())
    return found


def _without(described: Any, name: str) -> dict[str, Any]:
    return {key: _plain(value) for key, value in described.items() if key != name}


def _plain(value: Any) -> Any:
    """A description as words, such as what an index holds only a part of the rows by."""
    return {key: str(each) for key, each in value.items()} if isinstance(value, dict) else str(value)


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


def test_a_database_of_the_first_revision_keeps_all_its_rows_on_the_way_to_this_one(untouched: str) -> None:
    migrate(untouched, to="0001")
    database = Database(untouched)
    written: dict[str, list[dict[str, Any]]] = {}
    with database.engine.begin() as connection:
        known = MetaData()
        known.reflect(connection)
        for name, rows in FIRST_ROWS.items():
            written[name] = [{**_blank(known.tables[name]), **row} for row in rows]
            connection.execute(known.tables[name].insert(), written[name])
    database.close()
    today = {(table.name, column.name) for table in SQLModel.metadata.tables.values() for column in table.columns}
    then = {(table.name, column.name) for table in known.tables.values() for column in table.columns}
    assert {(table, name) for table, name in then - today if table != "alembic_version"} == GONE  # for old exports
    assert migrate(untouched) is True
    database = Database(untouched)
    with database.engine.connect() as connection:
        known = MetaData()
        known.reflect(connection)
        for name, rows in written.items():
            columns = [known.tables[name].c[RENAMED.get((name, column), column)].label(column) for column in rows[0]]
            found = connection.execute(select(*columns).order_by(columns[0])).mappings().all()
            assert [{name: _aware(value) for name, value in row.items()} for row in found] == rows
    database.close()


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


def test_processes_that_start_at_once_all_find_it_migrated(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/rounds.sqlite"
    done: list[bool] = []
    threads = [threading.Thread(target=lambda: done.append(migrate(url))) for _ in range(4)]
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
