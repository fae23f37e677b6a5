"""Times a tick over 100 and over 10,000 workspaces, of which the same 100 have something due, and one large workspace.

    python -m bench.tick

The first figure is the ratio of the two times; at most 3. The second is how long the look at one workspace takes that
has a year of plan: 300 posts with 1,200 open steps.
"""

import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, text
from sqlmodel import Session

from bot.handlers.call import Scene
from bot.handlers.look import look
from bot.scheduler.tick import Ticker
from storage import workspaces
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import Delivery, Member, Post, RoleHolder, Step, Task, Workspace

_NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
_OPENING = {"weekdays": ["8:00-12:00, 13:00-17:00"] * 5 + ["", ""], "closed_days": []}
_DUE = 100
_RUNS = 5


class _Carrier:
    def enqueue(self, session: Session, delivery: Delivery) -> None:
        """Leave it in the ledger: only deciding is timed."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        few = _timed_tick(f"sqlite:///{folder}/few.sqlite", _DUE)
        many = _timed_tick(f"sqlite:///{folder}/many.sqlite", 10_000)
        print(
            f"a tick with {_DUE} workspaces due: {few * 1e3:.0f} ms of {_DUE}, {many * 1e3:.0f} ms of 10,000,"
            f" ratio {many / few:.2f} (at most 3)"
        )
        one = _timed_look(f"sqlite:///{folder}/one.sqlite", posts=1)
        year = _timed_look(f"sqlite:///{folder}/year.sqlite", posts=300)
        print(f"a look at one workspace: {one * 1e3:.1f} ms with 1 post, {year * 1e3:.1f} ms with 300 posts to come")


def _timed_tick(url: str, practices: int) -> float:
    migrate(url)
    database = Database(url)
    _fill(database, practices, posts=1)
    took = []
    for _ in range(_RUNS):
        with database.transaction() as session:
            for table in ("nudge", "habits", "delivery"):
                session.execute(text(f"DELETE FROM {table}"))
            session.execute(text("UPDATE workspace SET wakes_at = :late"), {"late": "2026-12-24 00:00:00.000000"})
            session.execute(
                text("UPDATE workspace SET wakes_at = :soon WHERE id <= :due"),
                {"soon": "2026-11-24 14:00:00.000000", "due": _DUE},
            )
        ticker = Ticker(database=database, look=look, carrier=_Carrier())
        began = time.perf_counter()
        ticker.tick(_NOW)
        took.append(time.perf_counter() - began)
        with database.reading() as session:
            owed = session.execute(text("SELECT count(*) FROM nudge")).scalar_one()
            assert owed >= _DUE, f"only {owed} nudges"
    database.close()
    return statistics.median(took[1:])


def _timed_look(url: str, posts: int) -> float:
    migrate(url)
    database = Database(url)
    _fill(database, 1, posts=posts)
    took = []
    for _ in range(4 * _RUNS):
        with database.transaction() as session:
            workspace = workspaces.by_id(session, 1)
            assert workspace is not None
            began = time.perf_counter()
            look(Scene(session=session, workspace=workspace, now=_NOW, carrier=_Carrier()))
            took.append(time.perf_counter() - began)
    database.close()
    return statistics.median(took[2:])


def _fill(database: Database, practices: int, posts: int) -> None:
    """Make practices with a lead and posts a day apart, the first of whose steps is due this minute."""
    with database.transaction() as session:
        rows = [
            Workspace(
                team_id=f"T{n}", created_at=_NOW, set_up_at=_NOW - timedelta(days=30), opening=_OPENING, wakes_at=_NOW
            )
            for n in range(practices)
        ]
        _insert(session, rows)
        _insert(session, [Member(workspace_id=n + 1, user_id="U1", name="Ana", seen_at=_NOW) for n in range(practices)])
        _insert(session, [RoleHolder(workspace_id=n + 1, role="lead", member_id=n + 1) for n in range(practices)])
        made = [(n, number) for n in range(practices) for number in range(posts)]
        _insert(session, [_post(n, number) for n, number in made])
        _insert(
            session,
            [
                Step(
                    workspace_id=n + 1,
                    post_id=n * posts + number + 1,
                    task=task,
                    owner_id=n + 1,
                    due_at=_NOW + timedelta(days=number, hours=2 * at),
                    accepted_at=_NOW - timedelta(days=3),
                )
                for n, number in made
                for at, task in enumerate((Task.PHOTO, Task.CAPTION, Task.PUBLISH, Task.CHECK))
            ],
        )
    with database.engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()


def _post(n: int, number: int) -> Post:
    publish_at = _NOW + timedelta(days=number, hours=6)
    return Post(
        workspace_id=n + 1,
        number=number + 1,
        on=publish_at.date(),
        publish_at=publish_at,
        kind="human",
        what="Meet our hygienist " * 10,
        added_at=_NOW,
    )


def _insert(session: Session, rows: list) -> None:
    session.execute(insert(type(rows[0])), [row.model_dump(exclude={"id"}) for row in rows])


if __name__ == "__main__":
    main()
