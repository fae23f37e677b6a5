"""A practice with a lead, a pretend Slack that listens on a free port, and a postman between the two."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from dbos import _dbos
from slack_sdk import WebClient

from bench.small_slack import SmallSlack
from bot.blocks.surfaces import Message
from bot.handlers.call import Scene
from bot.scheduler.deliver import Postman
from bot.scheduler.direct import DirectCarrier
from bot.scheduler.tick import Ticker
from bot.slack.delivery import Letterbox
from storage import deliveries, members, workspaces
from storage.engine import Database
from storage.tables import Delivery, Member, Role

# Before it leaves, the durable queue looks once a second whether its work is done; here it looks more often.
_dbos.time = SimpleNamespace(time=time.time, sleep=lambda seconds: time.sleep(seconds / 50))  # type: ignore[attr-defined]


class StillClock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self._now = datetime.now(UTC)

    def now(self) -> datetime:
        return self._now

    def skip(self, **by: float) -> None:
        self._now += timedelta(**by)


@pytest.fixture
def slack() -> Iterator[SmallSlack]:
    slack = SmallSlack()
    yield slack
    slack.stop()


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


def compose_note(_scene: Scene, delivery: Delivery) -> Message | None:
    """Say what the delivery is about; nothing where that is nothing."""
    says = delivery.about.get("says")
    return Message(says, delivery.about.get("blocks", [])) if says else None


@dataclass
class Practice:
    """One workspace with its lead, and what happens to what it owes."""

    database: Database
    slack: SmallSlack
    clock: StillClock
    postman: Postman
    ticker: Ticker
    workspace_id: int
    looks: list[Callable[[Scene], datetime | None]] = field(default_factory=list)

    def owes(self, key: str, recipient: str = "C1", says: str | None = None, **more: Any) -> None:
        """Owe a note; it is delivered at once where nothing is in the way."""
        with self.database.transaction() as session:
            self.scene(session).owe(
                more.pop("kind", "note"), key, recipient, {"says": says or key} | more.pop("about", {}), **more
            )

    def scene(self, session: Any) -> Scene:
        workspace = workspaces.by_id(session, self.workspace_id)
        assert workspace is not None
        return Scene(session=session, workspace=workspace, now=self.clock.now(), carrier=self.postman.carrier)

    def row(self, key: str) -> Delivery:
        with self.database.reading() as session:
            row = deliveries.by_key(session, self.workspace_id, key)
        assert row is not None
        return row

    def tick(self, **by: float) -> None:
        """Let that much time pass and tick."""
        self.clock.skip(**by)
        self.ticker.tick(self.clock.now())

    def another_postman(self, **changed: Any) -> Postman:
        """Give another worker's postman, which knows nothing of what this one has in hand."""
        carrier = DirectCarrier()
        postman = Postman(
            **{
                "database": self.database,
                "clock": self.clock,
                "carrier": carrier,
                "letterbox": self.postman.letterbox,
                "composers": {"note": compose_note},
                "worker": "another",
                **changed,
            }
        )
        carrier.deliver = postman.deliver
        return postman


@pytest.fixture
def practice(database: Database, slack: SmallSlack, clock: StillClock) -> Practice:
    """A practice whose lead is U-LEAD and whose backup is U-BACKUP."""
    return opened(database, slack, clock)


def opened(database: Database, slack: SmallSlack, clock: StillClock) -> Practice:
    with database.transaction() as session:
        workspace = workspaces.ensure(session, "T1", name="Bright Smile", bot_user_id="U0", now=clock.now())
        session.flush()
        workspace_id = workspace.id or 0
        for user_id, role in (("ULEAD", Role.LEAD), ("UBACKUP", Role.BACKUP)):
            member = Member(workspace_id=workspace_id, user_id=user_id, seen_at=clock.now())
            session.add(member)
            session.flush()
            members.hold(session, workspace_id, role, member)
    carrier = DirectCarrier()
    client = WebClient(token="xoxb-1", base_url=slack.url, timeout=2)
    postman = Postman(
        database=database,
        clock=clock,
        carrier=carrier,
        letterbox=lambda _team_id: Letterbox(client),
        composers={"note": compose_note},
        worker="one",
    )
    carrier.deliver = postman.deliver
    looks: list[Callable[[Scene], datetime | None]] = []
    ticker = Ticker(database=database, look=lambda scene: looks[-1](scene), carrier=carrier)  # noqa: PLW0108 - there is none yet
    return Practice(database, slack, clock, postman, ticker, workspace_id, looks)
