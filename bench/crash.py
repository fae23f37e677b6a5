"""Kills the process that sends, again and again, and counts what was lost, sent twice or out of order.

    python -m bench.crash            200 deliveries and 4 kills, on SQLite with 1 process and PostgreSQL with 3 workers;
                                     then a worker that never comes back
    python -m bench.crash --quick    60 deliveries and 2 kills, with short leases

PostgreSQL comes from the test requirements. The pretend Slack takes 40 ms for a message, drops the connection after
taking one in thirty, and asks for patience now and then.
"""

import argparse
import contextlib
import multiprocessing
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.process import BaseProcess
from typing import Self

from sqlmodel import func, select

from bench.crash_worker import work
from bench.postgresql import real_postgresql
from bench.small_slack import Answer, Dropped, SmallSlack
from storage import workspaces
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import Delivery, DeliveryState

# Each worker is a process of its own, forked from one that has imported everything already.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bench.crash_worker"])


@dataclass
class Outcome:
    owed: int
    kills: int
    lost: int
    twice: int
    out_of_order: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.owed} owed, {self.kills} kills: {self.lost} lost, {self.twice} twice, "
            f"{self.out_of_order} out of order, {self.seconds:.1f} s"
        )


def survive(url: str, *, workers: int, owed: int, kills: int, lease: float, chance: random.Random) -> Outcome:
    """Let workers send while one after the other is killed and started again, and count what came of it."""
    began = time.monotonic()
    with _practice(url) as database, _slack(chance) as slack:
        crew = Crew(url, slack.url, owed, lease)
        with crew:
            for number in range(workers):
                crew.start(f"worker-{number}" if workers > 1 else "local")
            for _ in range(kills):
                before = _sent(database)
                _until(lambda before=before: _sent(database) > before, 60)
                time.sleep(chance.uniform(0.0, 0.6))
                crew.start(crew.kill(chance))
            _until(lambda: _sent(database) >= owed, 240)
    return _count(slack, owed, kills, time.monotonic() - began)


def replace(url: str, *, owed: int, lease: float, chance: random.Random) -> tuple[Outcome, float]:
    """Kill one of three workers for good while it is sending; how long until the others have done its work?"""
    began = time.monotonic()
    with _practice(url) as database, _slack(chance) as slack:
        crew = Crew(url, slack.url, owed, lease)
        with crew:
            for number in range(3):
                crew.start(f"worker-{number}")
            _until(lambda: _busy(database), 60)
            busy = _busy(database)[0]
            crew.kill(chance, busy)
            killed = time.monotonic()
            _until(lambda: _sent(database) >= owed, 240)
            took = time.monotonic() - killed
    return _count(slack, owed, 1, time.monotonic() - began), took


class Crew:
    """The worker processes, by name."""

    def __init__(self, url: str, slack_url: str, owed: int, lease: float) -> None:
        self._given = (url, slack_url, owed, lease)
        self._running: dict[str, BaseProcess] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            process.join(15)

    def start(self, name: str) -> None:
        self._running[name] = _FORKS.Process(target=work, args=(name, *self._given), daemon=True)
        self._running[name].start()

    def kill(self, chance: random.Random, name: str = "") -> str:
        name = name or chance.choice(sorted(self._running))
        process = self._running.pop(name)
        process.kill()
        process.join()
        return name


@contextlib.contextmanager
def _practice(url: str) -> Iterator[Database]:
    migrate(url)
    database = Database(url)
    now = datetime.now().astimezone()
    with database.transaction() as session:
        workspace = workspaces.ensure(session, f"T{time.time_ns()}", name="", bot_user_id="", now=now)
        workspace.wakes_at = now
    yield database
    database.close()


@contextlib.contextmanager
def _slack(chance: random.Random) -> Iterator[SmallSlack]:
    slack = SmallSlack(seconds_each=0.04)

    def before(method: str, _asked: object) -> None:
        if method == "chat.postMessage" and chance.random() < 0.02:
            raise Answer(429, {"ok": False, "error": "ratelimited"}, Retry_After="1")

    def after(method: str, _asked: object) -> None:
        if method == "chat.postMessage" and chance.random() < 0.03:
            raise Dropped

    slack.before, slack.after = before, after
    yield slack
    slack.stop()


def _count(slack: SmallSlack, owed: int, kills: int, seconds: float) -> Outcome:
    keys = slack.keys()
    disorder = sum(texts != sorted(texts) for texts in map(slack.texts, list(slack.messages)))
    return Outcome(owed, kills, owed - len(set(keys)), len(keys) - len(set(keys)), disorder, seconds)


def _sent(database: Database) -> int:
    return _counted(database, Delivery.state == DeliveryState.SENT)


def _counted(database: Database, condition: object) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(Delivery).where(condition)).one()  # type: ignore[arg-type]


def _busy(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.exec(select(Delivery.worker).where(Delivery.worker != "", Delivery.state == "sending")))


def _until(holds: object, seconds: float) -> None:
    ends_at = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        if time.monotonic() > ends_at:
            raise TimeoutError("the workers did not get there")
        time.sleep(0.02)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10_000))
    asked = parser.parse_args()
    owed, kills, lease = (60, 2, 3.0) if asked.quick else (200, 4, 20.0)
    chance = random.Random(asked.seed)
    print(f"seed {asked.seed}, lease {lease:.0f} s")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/rounds.sqlite"
        print("SQLite, 1 process:     ", survive(url, workers=1, owed=owed, kills=kills, lease=lease, chance=chance))
    with real_postgresql() as url:
        print("PostgreSQL, 3 workers: ", survive(url, workers=3, owed=owed, kills=kills, lease=lease, chance=chance))
    with real_postgresql() as url:
        outcome, took = replace(url, owed=owed, lease=lease, chance=chance)
        print("one worker gone for good:", outcome)
        print(f"its work was done by the others {took:.1f} s after it died (at most 60)")


if __name__ == "__main__":
    main()
