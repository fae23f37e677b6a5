"""The durable engine carries what a transaction owes, on both databases, through restarts and kills."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from dbos import DBOS
from slack_sdk import WebClient
from sqlalchemy import column, delete, table
from sqlmodel import select

from bench.crash import survive
from bench.small_slack import Dropped, SmallSlack
from bot.blocks.surfaces import Message
from bot.clock import SystemClock
from bot.handlers.call import Scene
from bot.scheduler import queue
from bot.scheduler.deliver import Postman
from bot.scheduler.engine import DurableCarrier, Engine
from bot.scheduler.tick import Ticker
from bot.slack.delivery import Letterbox
from storage import deliveries, workspaces
from storage.engine import Database
from storage.tables import Delivery


class Running:
    """One process's engine, and a way to owe something."""

    def __init__(self, database: Database, slack: SmallSlack) -> None:
        self.database, self.clock = database, SystemClock()
        self.carrier = DurableCarrier(database)
        client = WebClient(token="xoxb-1", base_url=slack.url, timeout=8)
        self.postman = Postman(
            database=database,
            clock=self.clock,
            carrier=self.carrier,
            letterbox=lambda _team_id: Letterbox(client),
            composers={"note": lambda _scene, delivery: Message(delivery.key, [])},
        )
        self.ticker = Ticker(
            database=database, look=lambda _scene: None, carrier=self.carrier, in_line=self.carrier.in_line
        )
        self.engine = Engine(database=database, clock=self.clock, postman=self.postman, ticker=self.ticker)

    def owe(self, *keys: str, recipient: str = "C1", team: str = "T1", and_then: Any = None) -> None:
        with self.database.transaction() as session:
            now = self.clock.now()
            workspace = workspaces.ensure(session, team, name="", bot_user_id="", now=now)
            session.flush()
            scene = Scene(session=session, workspace=workspace, now=now, carrier=self.carrier)
            for key in keys:
                scene.owe("note", key, recipient or f"C-{key}", {})
            if and_then:
                and_then()


@contextmanager
def running(database: Database, slack: SmallSlack) -> Iterator[Running]:
    process = Running(database, slack)
    process.engine.start()
    try:
        yield process
    finally:
        process.engine.stop()


def test_what_is_owed_is_sent_soon_after_the_transaction(database: Database, slack: SmallSlack) -> None:
    with running(database, slack) as process:
        process.owe(*[f"n{number}" for number in range(10)])
        assert process.engine.idle(10)
    assert slack.texts("C1") == [f"n{number}" for number in range(10)]


def test_a_tick_waits_for_the_one_that_is_going_on(database: Database, slack: SmallSlack) -> None:
    """A clock that skips asks for the next moment once its tick is done; what another looks at must be done, too."""
    process, went, began, go_on = Running(database, slack), list[str](), threading.Event(), threading.Event()

    def look(_scene: Scene) -> None:
        began.set()
        go_on.wait(10)

    def tick(name: str) -> None:
        process.engine.tick()
        went.append(name)

    process.ticker.look, process.ticker.in_line = look, lambda _session, _rows: ()
    with database.transaction() as session:
        now = process.clock.now()
        workspaces.ensure(session, "T1", name="", bot_user_id="", now=now).wakes_at = now
    first, second = (threading.Thread(target=tick, args=(name,)) for name in ("first", "second"))
    first.start()
    assert began.wait(10)
    second.start()
    second.join(0.3)
    go_on.set()
    first.join(10)
    second.join(10)
    assert went == ["first", "second"]


def test_what_is_rolled_back_leaves_nothing_in_the_queue(database: Database, slack: SmallSlack) -> None:
    with running(database, slack) as process:
        with pytest.raises(ZeroDivisionError):
            process.owe("a", and_then=lambda: 1 / 0)
        process.owe("b")
        assert process.engine.idle(10)
    assert slack.texts("C1") == ["b"]


def test_a_stop_finishes_what_is_in_hand_and_the_next_start_does_the_rest(
    database: Database, slack: SmallSlack
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def hold(method: str, _asked: Any) -> None:
        if method == "chat.postMessage" and not begun.is_set():
            begun.set()
            go_on.wait(5)

    slack.before = hold
    with running(database, slack) as process:
        process.owe("in hand", "waiting")
        assert begun.wait(10)
        threading.Timer(0.3, go_on.set).start()
        began = time.monotonic()
    assert time.monotonic() - began < 10
    assert slack.texts("C1") == ["in hand"]
    with running(database, slack) as process:
        assert process.engine.idle(10)
    assert slack.texts("C1") == ["in hand", "waiting"]


def test_a_message_in_doubt_is_settled_by_the_engine_itself(database: Database, slack: SmallSlack) -> None:
    faults = [Dropped()]

    def drop(method: str, _asked: Any) -> None:
        if method == "chat.postMessage" and faults:
            raise faults.pop()

    slack.after = drop
    with running(database, slack) as process:
        process.owe("a", "b")
        deadline = time.monotonic() + 15
        while len(slack.texts("C1")) < 2 and time.monotonic() < deadline:
            process.engine.idle(0.1)
            threading.Event().wait(0.05)
        assert process.engine.idle(10)
    assert slack.texts("C1") == ["a", "b"]


def test_a_practice_whose_slack_never_answers_delays_no_other(database: Database, slack: SmallSlack) -> None:
    silent, answers_again = set(), threading.Event()

    def wait(method: str, asked: Any) -> None:
        if method == "chat.postMessage" and asked["channel"].startswith("C-silent"):
            silent.add(asked["channel"])
            answers_again.wait(60)

    def sent(number: int) -> bool:
        deadline = time.monotonic() + 30
        while len(slack.keys()) < number and time.monotonic() < deadline:
            threading.Event().wait(0.05)
        return len(slack.keys()) == number

    slack.before = wait
    with running(database, slack) as process:
        process.owe(*[f"silent-{number}" for number in range(20)], recipient="", team="T2")
        process.owe(*[f"n{number}" for number in range(20)], recipient="", team="T1")
        assert sent(20)
        assert [key for key in sorted(slack.messages) if key.startswith("C-silent")] == []
        assert len(silent) == 2
        answers_again.set()
        assert sent(40)
    assert len(set(slack.keys())) == len(slack.keys()) == 40


def test_what_stands_in_line_is_not_put_there_again_and_what_is_lost_is(database: Database, slack: SmallSlack) -> None:
    with running(database, slack):
        pass  # the queue's tables are there from here on
    idle = Running(database, slack)
    idle.owe("waiting", "lost", recipient="C1")
    idle.owe("lost too", recipient="C2")
    line = table("workflow_status", column("workflow_uuid"), schema=None if database.is_sqlite else "dbos")
    with database.transaction() as session:
        session.execute(delete(line).where(line.c.workflow_uuid.like("%lost%")))
    for minutes in (1, 2):
        idle.ticker.tick(idle.clock.now() + timedelta(minutes=minutes))
    with database.reading() as session:
        revisions = {row.key: row.revision for row in session.exec(select(Delivery))}
    assert revisions == {"waiting": 0, "lost": 0, "lost too": 1}
    with running(database, slack) as process:
        assert process.engine.idle(10)
    assert slack.keys() == ["lost", "lost too", "waiting"]


def test_two_processes_that_owe_the_same_send_it_once(database: Database, slack: SmallSlack) -> None:
    both = threading.Barrier(2)
    with running(database, slack) as process:
        process.owe()
        another = Running(Database(database.url), slack)

        def owe(which: Running) -> None:
            both.wait()
            which.owe("same")

        threads = [threading.Thread(target=owe, args=(which,)) for which in (process, another)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        another.database.close()
        assert process.engine.idle(10)
        with database.reading() as session:
            assert deliveries.by_key(session, 1, "same") is not None
    assert slack.texts("C1") == ["same"]


@pytest.mark.parametrize(("kind", "workers"), [("sqlite", 1), ("postgresql", 2)])
def test_killing_the_process_loses_nothing_and_sends_nothing_twice(
    kind: str, workers: int, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue(f"{kind}_url")
    outcome = survive(url, workers=workers, owed=60, kills=2, lease=3.0, chance=random.Random(7))  # noqa: S311 - no secret
    assert (outcome.lost, outcome.twice, outcome.out_of_order) == (0, 0, 0)


def test_the_queue_forgets_what_it_has_carried(database: Database, slack: SmallSlack) -> None:
    with running(database, slack) as process:
        process.owe("a")
        assert process.engine.idle(10)
        worker = queue.Worker(database, "local", process.postman.deliver)
        worker.forget_older_than(timedelta(days=1))
        assert len(DBOS.list_workflows()) == 1
        worker.forget_older_than(-timedelta(minutes=1))
        assert DBOS.list_workflows() == []
        process.owe("b")
        assert process.engine.idle(10)
    assert slack.texts("C1") == ["a", "b"]
