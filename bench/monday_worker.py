"""The processes of mondays.py: one that fills a database, one that ticks, one that sends, and a Slack that counts."""

import resource
import statistics
import sys
import time
from datetime import timedelta
from multiprocessing.connection import Connection

import structlog
from slack_sdk import WebClient
from sqlalchemy import text, update
from sqlmodel import func, select

from bench.practices import MONDAY, fill
from bench.small_slack import Json, SmallSlack
from bot.app import Rounds, warm
from bot.clock import SystemClock
from bot.settings import Settings
from bot.slack.delivery import Letterbox
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import Delivery, Workspace

WEEKS = 6
BROKEN, SLOW = 1, 2
_NOWHERE = "Nowhere/At_All"
_AN_HOUR = timedelta(hours=1)


class MovedClock:
    """The machine's clock, moved to an hour before Monday at 9:00, and to that moment when the bench begins."""

    def __init__(self) -> None:
        self._by = MONDAY - _AN_HOUR - SystemClock().now()

    def now(self):  # noqa: ANN201 - a clock's
        return SystemClock().now() + self._by

    def be_monday(self) -> None:
        self._by = MONDAY - SystemClock().now()


def prepare(pipe: Connection, url: str, practices: int) -> None:
    """Fill an empty database, and have the queue make its tables."""
    migrate(url)
    rounds = _rounds(url, MovedClock())
    with rounds.database.transaction() as session:
        fill(session, practices, WEEKS)
        broken = update(Workspace).where(Workspace.id == BROKEN)
        session.execute(broken.values(zone=_NOWHERE, wakes_at=MONDAY - timedelta(seconds=1)))
    with rounds.database.engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()
    rounds.start()
    rounds.stop()
    pipe.send({})


def tick(pipe: Connection, url: str) -> None:
    """Tick once, and send nothing."""
    rounds = _rounds(url, MovedClock())
    before, began = _peak(), time.monotonic()
    rounds.ticker.tick(MONDAY)
    found = {"seconds": time.monotonic() - began, "megabytes": _peak() - before, "left": _left(rounds.database)}
    with rounds.database.reading() as session:
        found["digests"] = session.exec(select(func.count()).where(Delivery.kind == "digest")).one()
    rounds.database.close()
    pipe.send(found)


def carry(pipe: Connection, url: str, slack_url: str) -> None:
    """Be the one process that ticks and sends, until nothing is left."""
    clock = MovedClock()
    rounds = _rounds(url, clock)
    client = WebClient(token="xoxb-1", base_url=slack_url, timeout=8)
    rounds.postman.letterbox = lambda _team_id: Letterbox(client)
    warm()
    rounds.start()
    before, began = _peak(), time.monotonic()
    clock.be_monday()
    rounds.postman.rescheduled()
    while _left(rounds.database) or not rounds.engine.idle(15):
        print(f"    {time.monotonic() - began:.0f} s: {_states(rounds.database)}", file=sys.stderr, flush=True)
        time.sleep(1)
    found = {"seconds": time.monotonic() - began, "megabytes": _peak() - before, "states": _states(rounds.database)}
    with rounds.database.reading() as session:
        told = select(Delivery.workspace_id, Delivery.kind, Delivery.sent_at).where(Delivery.state == "sent")
        after = [(owes, kind, (at - MONDAY).total_seconds()) for owes, kind, at in session.exec(told) if at is not None]
    rounds.stop()
    digests = [at for owes, kind, at in after if kind == "digest" and owes != SLOW]
    everything = [at for owes, _, at in after if owes != SLOW]
    found |= {"middle": statistics.median(digests), "last": max(digests), "each": max(everything) / len(everything)}
    pipe.send({**found, "slow": max(at for owes, _, at in after if owes == SLOW)})


def slack(pipe: Connection) -> None:
    """Be a Slack that forgets each message as soon as it is counted, until somebody asks for the counts."""
    taken: dict[str, int] = {}
    here = SmallSlack(seconds_each=0.02)

    def before(_method: str, asked: Json) -> None:
        if str(asked.get("channel", "")).startswith((f"U{SLOW}N", f"C{SLOW}.")):
            time.sleep(5)

    def after(method: str, asked: Json) -> None:
        if method == "chat.postMessage":
            key = f"{asked['channel']} {asked['metadata']['event_payload']['key']}"
            taken[key] = taken.get(key, 0) + 1
            here.messages.clear()
        here.calls.clear()

    here.before, here.after = before, after
    pipe.send(here.url)
    pipe.recv()
    pipe.send((len(taken), sum(taken.values())))
    here.stop()


def _rounds(url: str, clock: MovedClock) -> Rounds:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    return Rounds(Settings(slack_api_url="http://127.0.0.1:9/", database_url=url), clock)


def _peak() -> float:
    """Give the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _left(database: Database) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).where(Workspace.wakes_at <= MONDAY)).one()


def _states(database: Database) -> dict[str, int]:
    with database.reading() as session:
        return {
            str(state): count
            for state, count in session.exec(select(Delivery.state, func.count()).group_by(Delivery.state))
        }
