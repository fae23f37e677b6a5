"""A migrated database is the declared one, whatever it was before, and nothing is lost on the way."""

import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlmodel import SQLModel

from storage.engine import Database, Unavailable
from storage.migrate import current, head, migrate


def test_a_migrated_database_equals_the_declared_tables(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        differences = compare_metadata(context, SQLModel.metadata)
    assert differences == []


def test_partial_indexes_are_partial_in_a_migrated_database(database: Database) -> None:
    found = {index["name"]: index for index in inspect(database.engine).get_indexes("delivery")}
    where = found["ix_delivery_due_at"]["dialect_options"]
    assert any("owed" in str(condition) for condition in where.values())


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
