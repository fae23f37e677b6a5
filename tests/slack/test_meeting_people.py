"""People are looked up in Slack rarely, and known from before while Slack can't be asked."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from slack_sdk import WebClient

from bot.slack.people import People
from simulator.clock import SimulatedClock
from simulator.manifest import App, read_manifest
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import Slack

if TYPE_CHECKING:
    from storage.tables import Member

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)


@pytest.fixture
def slack() -> Iterator[Slack]:
    slack = Slack(app=App(read_manifest(ROOT / "manifest.yml")), seed=bright_smile, clock=SimulatedClock(NOW))
    with serve(slack):
        yield slack


class Practice:
    """People who were met, and what Slack was asked for that."""

    def __init__(self, slack: Slack) -> None:
        installation = slack.workspace().installation
        assert installation is not None
        self.slack = slack
        self.known: list[Member] = []
        self._client = WebClient(installation.bot_token, base_url=f"{slack.url}/api/", timeout=5, retry_handlers=[])
        self._people = People(lambda _, person: self.known.append(person), slack.clock)

    def user(self, name: str) -> str:
        return next(person.id for person in self.slack.workspace().humans() if person.name == name)

    def meet(self, name: str, words: str = "") -> None:
        self._people.meet(self._client, self.slack.workspace().id, self.user(name), words)

    @property
    def names(self) -> list[str]:
        return [person.name for person in self.known]

    def wait(self, time: timedelta) -> None:
        self.slack.clock.skip_to(self.slack.clock.now() + time)


@pytest.fixture
def practice(slack: Slack) -> Practice:
    return Practice(slack)


def test_whoever_asks_is_looked_up_once_an_hour(practice: Practice) -> None:
    practice.meet("ana")
    practice.wait(timedelta(minutes=59))
    practice.meet("ana")
    assert practice.names == ["Ana"]
    practice.wait(timedelta(minutes=2))
    practice.meet("ana")
    assert practice.names == ["Ana", "Ana"]


def test_whoever_is_named_is_looked_up_again_after_a_minute(practice: Practice) -> None:
    ben = f"for <@{practice.user('ben')}|ben> and <@{practice.user('ben')}>"
    practice.meet("ana", ben)
    practice.meet("ana", ben)
    practice.wait(timedelta(seconds=61))
    practice.meet("ana", ben)
    assert practice.names == ["Ana", "Ben", "Ben"]


def test_a_person_is_remembered_as_slack_describes_them(practice: Practice) -> None:
    practice.meet("reyes")
    (reyes,) = practice.known
    assert (reyes.name, reyes.zone) == ("Dr. Reyes", "America/New_York")
    assert (reyes.is_bot, reyes.is_foreign, reyes.is_deactivated) == (False, False, False)


def test_while_slack_cannot_be_asked_nobody_waits_for_it_again_within_a_minute(practice: Practice) -> None:
    practice.slack.faults.fail("users.info", times=1)
    practice.meet("ana")
    practice.meet("ana")
    assert practice.names == []
    practice.wait(timedelta(seconds=61))
    practice.meet("ana")
    assert practice.names == ["Ana"]
