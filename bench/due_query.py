"""Times what the tick asks, over a ledger of 10,000 rows and of 1,000,000, of which a hundred are open.

    python -m bench.due_query        SQLite
    python -m bench.due_query URL    another database, empty

The figure is the ratio of the two times; at most 2.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnClause, insert, literal, literal_column, select, text

from storage import deliveries, workspaces
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import Delivery, Workspace

_NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)
_OPEN = 100
_PRACTICES = 1000


def main(url: str) -> None:
    migrate(url)
    database = Database(url)
    small = _timed(database, upto=10_000)
    large = _timed(database, upto=1_000_000)
    for name in small:
        ratio = large[name] / small[name]
        print(f"{name}: {small[name] * 1e3:.2f} ms over 10k, {large[name] * 1e3:.2f} ms over 1M, ratio {ratio:.2f}")
    database.close()


def _timed(database: Database, *, upto: int) -> dict[str, float]:
    _fill(database, upto)
    with database.reading() as session:
        return {
            "due workspaces": _median(lambda: workspaces.due(session, _NOW, most=100)),
            "due deliveries": _median(lambda: deliveries.abandoned(session, _NOW, most=100)),
            "next moment": _median(lambda: deliveries.next_due_at(session)),
        }


def _median(ask: Callable[[], object]) -> float:
    took = []
    for _ in range(60):
        began = time.perf_counter()
        ask()
        took.append(time.perf_counter() - began)
    return statistics.median(took[10:])


def _fill(database: Database, upto: int) -> None:
    """Fill the ledger up to that many rows in a thousand workspaces, a hundred deliveries open at the end."""
    with database.transaction() as session:
        there = session.execute(text("SELECT count(*) FROM delivery")).scalar_one()
        practices = session.execute(text("SELECT count(*) FROM workspace")).scalar_one()
        new = [
            Workspace(team_id=f"T{n}", created_at=_NOW, wakes_at=_NOW + timedelta(hours=n - 5)).model_dump(
                exclude={"id"}
            )
            for n in range(practices, _PRACTICES)
        ]
        if new:
            session.execute(insert(Workspace), new)
        session.execute(text("UPDATE delivery SET state = 'sent' WHERE state = 'owed'"))
    template = Delivery(workspace_id=0, key="", kind="note", recipient="", due_at=_NOW, made_at=_NOW)
    values = template.model_dump(exclude={"id"}) | {
        "workspace_id": literal_column(f"n % {_PRACTICES} + 1"),
        "key": literal_column("'key/' || n"),
        "recipient": literal_column("'C' || (n % 20)"),
        "state": literal_column(f"CASE WHEN n >= {upto - _OPEN} THEN 'owed' ELSE 'sent' END"),
    }
    columns = [
        value.label(name)
        if isinstance(value, ColumnClause)
        else literal(value, Delivery.__table__.c[name].type).label(name)
        for name, value in values.items()
    ]
    counted = select(literal(there).label("n")).cte("counted", recursive=True)
    counted = counted.union_all(
        select(literal_column("n") + 1).select_from(counted).where(literal_column("n") < upto - 1)
    )
    with database.transaction() as session:
        session.connection().execute(insert(Delivery).from_select(list(values), select(*columns).select_from(counted)))
    with database.engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{folder}/rounds.sqlite")
