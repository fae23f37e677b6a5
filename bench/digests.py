"""What a digest costs in a practice with three years of posts, figures and leads, beside one with three months.

    python -m bench.digests [--rounds 40]

Both practices stand in one database file. The digest and the details of its thread are gathered, put together and
drawn, as they are when they are sent; the two take turns. The figure is the ratio of the middle times: at most 2.
"""

import argparse
import statistics
import tempfile
import time

from sqlalchemy import text

from bench.practices import MONDAY, fill
from bot.app import warm
from bot.blocks.draw import draw
from bot.handlers import owed
from bot.handlers.call import Scene
from storage import workspaces
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import Delivery

MONTHS = {"three months": 13, "three years": 156}
GOAL = 2.0


def main(rounds: int) -> None:
    warm()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/rounds.sqlite"
        migrate(url)
        database = Database(url)
        with database.transaction() as session:
            for weeks in MONTHS.values():
                fill(session, 1, weeks)
        with database.engine.connect() as connection:
            connection.execute(text("ANALYZE"))
            connection.commit()
        took: dict[str, list[float]] = {name: [] for name in MONTHS}
        for turn in range(rounds + 2):
            for number, name in enumerate(MONTHS, 1):
                seconds = _timed(database, number)
                took[name] += [seconds] if turn > 1 else []  # the first two only warm up
        database.close()
    middle = {name: statistics.median(seconds) * 1000 for name, seconds in took.items()}
    for name, milliseconds in middle.items():
        print(f"a digest with its details, {name} behind it: p50 {milliseconds:.1f} ms")
    ratio = middle["three years"] / middle["three months"]
    print(f"three years beside three months: {ratio:.2f} (goal at most {GOAL:.0f})")


def _timed(database: Database, number: int) -> float:
    """Give the seconds that both messages take, from the rows to the blocks."""
    began = time.perf_counter()
    for kind in ("digest", "digest-details"):
        with database.transaction() as session:
            workspace = workspaces.by_id(session, number)
            assert workspace is not None
            scene = Scene(session=session, workspace=workspace, now=MONDAY, carrier=_Carrier())
            row = Delivery(
                workspace_id=number, key=kind, kind=kind, recipient=f"C{number}.1", about={"week": "2026-W48"},
                due_at=MONDAY, made_at=MONDAY,
            )  # fmt: skip
            found = owed.compose(scene, row)
            assert found is not None
            draw(found)
    return time.perf_counter() - began


class _Carrier:
    def enqueue(self, session: object, delivery: object) -> None:
        """Nothing is owed here."""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=40)
    main(parser.parse_args().rounds)
