"""What a transaction promises, on both databases, and what a database out of reach looks like."""

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, IntegrityError, PendingRollbackError, ProgrammingError
from sqlmodel import SQLModel, func, select

from storage import posts, slack_events, workspaces
from storage.engine import Database, Nested, Unavailable, after_commit, spelled
from storage.tables import Member, SlackEvent, Workspace

NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)


def a_workspace(database: Database, team_id: str = "T1") -> int:
    with database.transaction() as session:
        workspace = workspaces.ensure(session, team_id, name="Bright Smile", bot_user_id="U0", now=NOW)
        session.flush()
        return workspace.id or 0


def teams(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.exec(select(Workspace.team_id)).all())


def test_a_transaction_is_kept(database: Database) -> None:
    a_workspace(database)
    assert teams(database) == ["T1"]


def test_nothing_of_a_failed_transaction_is_kept(database: Database) -> None:
    def change_then_fail() -> None:
        with database.transaction() as session:
            workspaces.ensure(session, "T1", name="", bot_user_id="", now=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_then_fail()
    assert teams(database) == []


def test_rows_stay_readable_after_a_transaction_and_after_reading(database: Database) -> None:
    number = a_workspace(database)
    with database.reading() as session:
        read = workspaces.by_id(session, number)
    with database.transaction() as session:
        written = workspaces.by_id(session, number)
        assert written is not None
        written.name = "Brighter Smile"
    assert read is not None
    assert (read.name, written.name, written.created_at) == ("Bright Smile", "Brighter Smile", NOW)


def test_a_transaction_inside_another_is_refused_instead_of_waiting_for_ever(database: Database) -> None:
    with database.transaction(), pytest.raises(Nested), database.transaction():
        pass
    assert a_workspace(database)


def test_nothing_is_written_after_a_change_has_failed_within_a_transaction(database: Database) -> None:
    number = a_workspace(database)

    def go_on_all_the_same() -> None:
        with database.transaction() as session:
            session.add(Workspace(team_id="T1", created_at=NOW))
            with pytest.raises(IntegrityError):
                session.flush()
            posts.next_number(session, number)

    with pytest.raises(PendingRollbackError):
        go_on_all_the_same()
    with database.transaction() as session:
        assert posts.next_number(session, number) == 1


def test_a_connection_that_is_at_fault_is_not_used_again(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    SQLModel.metadata.create_all(database.engine)

    def write_on_one_that_broke() -> None:
        with database.transaction() as session:
            driver: Any = session.connection().connection.dbapi_connection
            driver.close()
            workspaces.ensure(session, "T1", name="", bot_user_id="", now=NOW)

    for _ in range(2):
        with pytest.raises(ProgrammingError):
            write_on_one_that_broke()
        a_workspace(database)
    assert teams(database) == ["T1"]
    database.close()


def test_what_is_to_follow_a_transaction_follows_it_or_is_forgotten(database: Database) -> None:
    heard: list[str] = []
    with database.transaction() as session:
        after_commit(session, lambda: heard.append(a_workspace(database) and "kept"))

    def change_then_fail() -> None:
        with database.transaction() as session:
            after_commit(session, lambda: heard.append("never"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_then_fail()
    assert heard == ["kept"]


def test_eight_writers_at_once_all_get_through(database: Database) -> None:
    number = a_workspace(database)
    failed: list[Exception] = []

    def write() -> None:
        try:
            for _ in range(25):
                with database.transaction() as session:
                    workspace = workspaces.by_team(session, "T1")
                    assert workspace is not None
                    workspace.posts_numbered += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shall show it
            failed.append(error)

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with database.reading() as session:
        found = workspaces.by_id(session, number)
    assert found is not None
    assert found.posts_numbered == 200


def test_writers_of_several_processes_never_find_the_file_locked(sqlite_url: str) -> None:
    databases = [Database(sqlite_url) for _ in range(4)]  # each as a process of its own has it: no lock in common
    number = a_workspace(databases[0])
    failed: list[Exception] = []

    def write(database: Database) -> None:
        try:
            for _ in range(25):
                with database.transaction() as session:
                    found = session.get(Workspace, number)
                    assert found is not None
                    found.leads_numbered += 1
        except Exception as error:  # noqa: BLE001 - as above
            failed.append(error)

    threads = [threading.Thread(target=write, args=(database,)) for database in databases for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with databases[0].reading() as session:
        found = session.get(Workspace, number)
    for database in databases:
        database.close()
    assert failed == []
    assert found is not None
    assert found.leads_numbered == 200


def test_a_database_in_memory_works_from_every_thread() -> None:
    database = Database("sqlite://")
    SQLModel.metadata.create_all(database.engine)
    threads = [threading.Thread(target=a_workspace, args=(database, f"T{n}")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert teams(database) == [f"T{n}" for n in range(8)]
    database.close()


def test_a_file_that_cannot_be_opened_is_said_to_be_unavailable(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/nowhere/rounds.sqlite")
    with pytest.raises(Unavailable):
        a_workspace(database)
    database.close()


def test_a_server_that_is_gone_is_said_to_be_unavailable() -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(Unavailable), database.reading() as session:
        session.execute(text("SELECT 1"))
    database.close()


def test_a_server_that_closed_the_connection_is_reached_again(postgresql_url: str) -> None:
    database, another = Database(postgresql_url), Database(postgresql_url)
    a_workspace(database)
    with another.transaction() as session:
        session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        )
    assert teams(database) == ["T1"]
    database.close()
    another.close()


def test_a_defect_in_a_query_is_no_matter_of_reach(database: Database) -> None:
    with pytest.raises(Exception, match="no_such_table") as caught, database.reading() as session:
        session.execute(text("SELECT * FROM no_such_table"))
    assert not isinstance(caught.value, Unavailable)


@pytest.mark.parametrize("given", ["postgres://h/n", "postgresql://h/n", "postgresql+psycopg://h/n"])
def test_every_spelling_of_postgresql_means_the_same(given: str) -> None:
    assert spelled(given) == "postgresql+psycopg://h/n"


def test_an_event_is_taken_once(database: Database) -> None:
    number, another = a_workspace(database), a_workspace(database, "T2")
    with database.transaction() as session:
        taken = [slack_events.take(session, number, "Ev1", now=NOW) for _ in range(2)]
        taken.append(slack_events.take(session, another, "Ev1", now=NOW))
    assert taken == [True, False, True]


def test_an_event_that_arrives_twice_at_once_is_taken_once(database: Database) -> None:
    number = a_workspace(database)
    taken: list[bool] = []
    both = threading.Barrier(2)

    def take() -> None:
        both.wait()
        with database.transaction() as session:
            taken.append(slack_events.take(session, number, "Ev1", now=NOW))

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [False, True]


def test_removing_a_workspace_removes_its_rows_and_no_others(database: Database) -> None:
    for team_id in ("T1", "T2"):
        number = a_workspace(database, team_id)
        with database.transaction() as session:
            session.add(Member(workspace_id=number, user_id="U1", seen_at=NOW))
            slack_events.take(session, number, "Ev1", now=NOW)
    with database.transaction() as session:
        assert workspaces.remove(session, "T1") is True
        assert workspaces.remove(session, "T9") is False
    with database.reading() as session:
        left = [session.exec(select(func.count()).select_from(table)).one() for table in (Member, SlackEvent)]
    assert (teams(database), left) == (["T2"], [1, 1])


def test_a_workspace_met_by_two_processes_at_once_is_one_workspace(database: Database) -> None:
    both = threading.Barrier(2)

    def meet() -> None:
        both.wait()
        a_workspace(database)

    threads = [threading.Thread(target=meet) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert teams(database) == ["T1"]


def test_an_error_does_not_repeat_what_was_written(database: Database) -> None:
    query = text("INSERT INTO nowhere (words) VALUES (:words)")
    with pytest.raises(DatabaseError) as failed, database.transaction() as session:
        session.execute(query, {"words": "Anna Kowalska"})
    assert "Anna" not in str(failed.value)
