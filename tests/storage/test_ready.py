"""What a statement made ready promises: what comes of it is as the session itself would have it, on both databases."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import bindparam, insert
from sqlalchemy.exc import IntegrityError, OperationalError, PendingRollbackError, ProgrammingError, StatementError
from sqlmodel import Session, col, select, update

from storage import workspaces
from storage.among import among
from storage.engine import Database, Unavailable
from storage.ready import Ready
from storage.tables import Member, Post, RoleHolder, Slot, Workspace

NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)
OF_TEAM = Ready(select(Workspace).where(col(Workspace.team_id) == bindparam("team_id")))
WITH_HOLDERS = Ready(
    select(Member, RoleHolder, RoleHolder.role)
    .join(RoleHolder, col(RoleHolder.member_id) == col(Member.id), isouter=True)
    .where(col(Member.workspace_id) == bindparam("workspace_id"), col(Member.is_bot).is_(False))
    .order_by(col(Member.id))
)
SLOTS = Ready(select(Slot).where(col(Slot.kind) == "human").order_by(col(Slot.id)))
KEEP_POST = Ready(insert(Post).returning(col(Post.id)))
MEET = Ready(insert(Member).returning(col(Member.id)), unless_there=True)
KEEP_SLOTS = Ready(insert(Slot))
COUNT_ON = Ready(
    update(Workspace)
    .where(col(Workspace.team_id) == bindparam("team"))
    .values(posts_numbered=col(Workspace.posts_numbered) + 1)
    .returning(col(Workspace.posts_numbered))
)


def a_workspace(session: Session) -> Workspace:
    workspace = workspaces.ensure(session, "T1", name="Bright Smile", bot_user_id="U0", now=NOW)
    workspace.opening = {"mon": "9-17"}
    session.flush()
    return workspace


def test_rows_are_the_ones_the_session_gives(database: Database) -> None:
    with database.transaction() as session:
        a_workspace(session)
    with database.transaction() as session:
        by_statement = OF_TEAM.first(session, team_id="T1")
        assert by_statement is not None
        assert by_statement is session.exec(select(Workspace)).one() is OF_TEAM.all(session, team_id="T1")[0]
        assert by_statement.model_dump() == {
            **Workspace(team_id="T1", created_at=NOW).model_dump(),
            "id": by_statement.id,
            "name": "Bright Smile",
            "bot_user_id": "U0",
            "opening": {"mon": "9-17"},
            "digest_at": time(9),
        }
        assert OF_TEAM.first(session, team_id="T2") is None


def test_what_is_changed_in_a_row_is_kept_and_what_is_not_written_yet_is_written_first(database: Database) -> None:
    with database.transaction() as session:
        a_workspace(session)
    with database.transaction() as session:
        found = OF_TEAM.first(session, team_id="T1")
        assert found is not None
        found.team_id = "T9"
        assert OF_TEAM.first(session, team_id="T9") is found
    with database.reading() as session:
        kept = OF_TEAM.first(session, team_id="T9")
    assert kept is not None
    assert kept.created_at == NOW


def test_several_things_come_together_and_what_is_not_there_is_none(database: Database) -> None:
    with database.transaction() as session:
        workspace_id = a_workspace(session).id or 0
        ana, ben = (Member(workspace_id=workspace_id, user_id=user, seen_at=NOW) for user in ("U1", "U2"))
        session.add_all([ana, ben, Member(workspace_id=workspace_id, user_id="U3", seen_at=NOW, is_bot=True)])
        session.flush()
        holder = RoleHolder(workspace_id=workspace_id, role="lead", member_id=ana.id or 0)
        session.add(holder)
        assert WITH_HOLDERS.all(session, workspace_id=workspace_id) == [(ana, holder, "lead"), (ben, None, None)]


def test_new_rows_are_kept_with_every_column_and_belong_to_the_session(database: Database) -> None:
    with database.transaction() as session:
        workspace_id = a_workspace(session).id or 0
        post = Post(
            workspace_id=workspace_id,
            number=7,
            on=date(2026, 11, 26),
            publish_at=NOW,
            kind="human",
            what='*bold* "quoted" 100% :) ?',
            added_at=NOW,
        )
        post.takes = "ten minutes"  # what is changed before it is kept is no change of what is kept
        assert KEEP_POST.keep(session, post)
        assert post not in session.dirty
        assert session.exec(select(Post)).one() is post
        post.why = "because"
        KEEP_SLOTS.each(session, [vars(Slot(workspace_id=workspace_id, weekday=day, kind="human")) for day in (0, 3)])
    with database.reading() as session:
        kept = session.exec(select(Post)).one()
        assert (kept.what, kept.why, kept.publish_at, kept.on) == (post.what, "because", NOW, post.on)
        assert kept.takes == "ten minutes"
        assert [(slot.weekday, slot.at, slot.moves, slot.until_on) for slot in SLOTS.all(session)] == [
            (0, time(10), {}, None),
            (3, time(10), {}, None),
        ]


def test_what_is_there_already_is_not_kept_twice(database: Database) -> None:
    with database.transaction() as session:
        workspace_id = a_workspace(session).id or 0
        first, again = (Member(workspace_id=workspace_id, user_id="U1", name=name, seen_at=NOW) for name in "ab")
        assert MEET.keep(session, first)
        assert not MEET.keep(session, again)
        assert again not in session
        assert session.exec(select(Member)).all() == [first]


def test_a_change_gives_what_it_asks_back(database: Database) -> None:
    with database.transaction() as session:
        a_workspace(session)
        assert [COUNT_ON.first(session, team="T1") for _ in range(2)] == [1, 2]
        assert COUNT_ON.first(session, team="T2") is None


def test_nothing_of_it_is_kept_where_the_transaction_fails(database: Database) -> None:
    def add_twice() -> None:
        with database.transaction() as session:
            workspace_id = a_workspace(session).id or 0
            one = vars(Member(workspace_id=workspace_id, user_id="U1", seen_at=NOW))
            Ready(insert(Member)).each(session, [one, one])

    with pytest.raises(IntegrityError):
        add_twice()
    with database.reading() as session:
        assert OF_TEAM.first(session, team_id="T1") is None


def test_a_database_that_is_gone_is_told_as_ever(database: Database) -> None:
    with database.transaction() as session:
        a_workspace(session)

    def ask() -> None:
        with database.transaction() as session:
            session.connection().connection.dbapi_connection.close()  # type: ignore[union-attr] # as if it broke off
            OF_TEAM.first(session, team_id="T1")

    with pytest.raises((Unavailable, ProgrammingError, OperationalError)) as told:
        ask()
    assert database.is_sqlite or isinstance(told.value, Unavailable)
    with database.reading() as session:
        assert OF_TEAM.first(session, team_id="T1") is not None


def test_it_follows_the_session_from_one_transaction_to_the_next(database: Database) -> None:
    with database.transaction() as session:
        a_workspace(session)
    with Session(database.engine) as session:
        assert COUNT_ON.first(session, team="T1") == 1
        session.rollback()
        assert COUNT_ON.first(session, team="T1") == 1
        session.commit()
        assert COUNT_ON.first(session, team="T1") == 2
        session.add(Workspace(team_id="T1", created_at=NOW))
        with pytest.raises(IntegrityError):
            session.flush()
        with pytest.raises(PendingRollbackError):
            COUNT_ON.first(session, team="T1")
    with database.reading() as session:
        assert OF_TEAM.all(session, team_id="T1")[0].posts_numbered == 1


def test_moments_are_kept_in_utc_and_sort_by_time_on_sqlite(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    in_new_york = datetime(2026, 11, 26, 10, 0, 0, 70, tzinfo=ZoneInfo("America/New_York"))
    with database.transaction() as session:
        workspaces.ensure(session, "T1", name="", bot_user_id="", now=in_new_york)
    with database.reading() as session:
        kept = session.connection().exec_driver_sql("SELECT created_at, wakes_at FROM workspace").one()
        assert tuple(kept) == ("2026-11-26 15:00:00.000070", None)
        read = session.exec(select(Workspace.created_at, Workspace.wakes_at)).one()
        assert read == (in_new_york, None)
        assert read[0].tzinfo is UTC
        assert OF_TEAM.all(session, team_id="T1")[0].created_at.tzinfo is UTC
        with pytest.raises(StatementError, match="names no moment"):
            session.exec(select(Workspace).where(col(Workspace.created_at) > datetime(2026, 1, 1))).all()  # noqa: DTZ001
    database.close()


def test_a_missing_value_and_a_list_of_values_are_refused(database: Database) -> None:
    lists = Ready(select(Slot).where(col(Slot.kind).in_(bindparam("kinds", expanding=True))))
    with database.transaction() as session:
        with pytest.raises(KeyError, match="team_id"):
            OF_TEAM.first(session, team="T1")
        with pytest.raises(TypeError, match="a list of values"):
            lists.all(session, kinds=["human"])


def test_one_of_several_values_is_found(database: Database) -> None:
    names = Ready(select(Member.name).where(among(col(Member.name), "names")).order_by(col(Member.id)))
    ids = Ready(select(Member.name).where(among(col(Member.id), "ids")).order_by(col(Member.id)))
    odd = 'O\'Neil "Ana" ünlü, {1}'
    with database.transaction() as session:
        workspace = a_workspace(session)
        team = [
            Member(workspace_id=workspace.id or 0, user_id=f"U{name}", name=name, seen_at=NOW)
            for name in ("Ana", "Ben", odd)
        ]
        session.add_all(team)
        session.flush()
        assert names.all(session, names=["Ben", odd, "Nobody"]) == ["Ben", odd]
        assert names.all(session, names=()) == []
        assert ids.all(session, ids={team[0].id or 0, team[2].id or 0, 2**40}) == ["Ana", odd]
        assert ids.all(session, ids=[]) == []
        assert len(ids.all(session, ids=range(100_000))) == 3
