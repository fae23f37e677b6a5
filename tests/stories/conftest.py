"""What a story is played on: the real bot behind the pretend Slack, over HTTP, on a fresh database of either kind.

What is owed is sent at once and in the same thread, so that a story reads from line to line; the week is also lived with
the durable engine. Stories about what the database does are played on both kinds; the others are dealt out by their
names, three of four to SQLite and one to PostgreSQL, and with ROUNDS_EVERY_STORY=1 they are played on both as well.
"""

import os
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from opening import set_up
from street import Street

from bot.app import Rounds, warm
from simulator.clock import SimulatedClock
from simulator.journal import Journal
from simulator.manifest import App, read_manifest
from simulator.people import Practice
from simulator.recording import FAILURES
from simulator.seeds import side_by_side
from simulator.server import serve
from simulator.slack import Options, Slack

ON_BOTH = {"test_the_week", "test_trouble_stories", "test_two_practices", "test_uninstall_stories"}
MANIFEST = Path(__file__).parents[2] / "manifest.yml"
MONDAY = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
"""Monday, 9:00 in New York."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deal the stories out to the databases."""
    if os.environ.get("ROUNDS_EVERY_STORY"):
        return
    elsewhere = {item for item in items if _belongs_elsewhere(item)}
    config.hook.pytest_deselected(items=list(elsewhere))
    items[:] = [item for item in items if item not in elsewhere]


def _belongs_elsewhere(item: pytest.Item) -> bool:
    if item.path.parent != Path(__file__).parent or item.path.stem in ON_BOTH:
        return False
    kind = getattr(item, "callspec", None) and item.callspec.params.get("database_url")  # type: ignore[attr-defined]
    dealt = ("sqlite", "sqlite", "sqlite", "postgresql")[
        zlib.crc32(getattr(item, "originalname", item.name).encode()) % 4
    ]
    return kind is not None and kind != dealt


@pytest.fixture(scope="session")
def street() -> Iterator[Street]:
    """The pretend Slack and an address for the bot, served once for all stories."""
    warm()
    kept = os.environ.get("ROUNDS_JOURNAL")
    slack = Slack(
        app=App(read_manifest(MANIFEST)),
        seed=side_by_side,
        clock=SimulatedClock(MONDAY),
        options=Options(posts_per_second=None, refuse_missing_text=True),
        journal=Journal(Path(kept) / f"journal-{os.getpid()}.jsonl" if kept else None),
    )
    with serve(slack) as running, Street(running) as street:
        yield street


@pytest.fixture(autouse=True)
def refused(street: Street) -> Iterator[set[str]]:
    """The refusals that a story provokes and names; Slack must have refused nothing else, and none of them in vain."""
    named: set[str] = set()
    yield named
    happened = {f"{entry.method}: {entry.error}" for entry in street.slack.journal.entries() if not entry.ok}
    lost = [one for one in street.slack.wire.newest() if one.to == "app" and one.outcome in FAILURES]
    assert not lost, "Slack must have reached Rounds, and in time"
    assert happened == named
    asked_whose_token = len(street.slack.journal.entries("auth.test"))
    assert asked_whose_token == street.tokens_learned


@pytest.fixture
def rounds(street: Street, database_url: str) -> Iterator[Rounds]:
    """The bot on a fresh database, installed in both practices."""
    with street.play(database_url) as rounds:
        yield rounds


@pytest.fixture
def practice(rounds: Rounds, street: Street) -> Practice:
    """Bright Smile Dental, where nobody has set Rounds up yet."""
    return Practice(street.slack, settle=rounds.settle)


@pytest.fixture
def office(practice: Practice) -> Practice:
    """Bright Smile Dental on a Monday at 9:00, set up by Ana a moment ago."""
    set_up(practice)
    return practice


@pytest.fixture
def valley(rounds: Rounds, street: Street) -> Practice:
    """River Valley Dermatology, the practice next door, where nobody has set Rounds up yet."""
    return Practice(street.slack, street.slack.workspace("T0RIVER001"), settle=rounds.settle)
