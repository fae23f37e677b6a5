"""Which slash commands are answered without waiting for anything: help, for somebody who has asked before."""

from collections.abc import Iterator

import pytest

from bot.app import Rounds
from bot.clock import SystemClock
from bot.commands.vocabulary import ShowStatus
from bot.handlers.desk import Door
from bot.listeners import waits_for_nothing
from bot.settings import Settings
from storage import workspaces
from storage.tables import Member


@pytest.fixture
def rounds(sqlite_url: str) -> Iterator[Rounds]:
    """The bot in a practice that is set up and knows Ana and Ben, of whom only Ana has asked for something."""
    rounds = Rounds(Settings(database_url=sqlite_url), SystemClock(), direct=True)
    now = rounds.clock.now()
    with rounds.database.transaction() as session:
        workspace = workspaces.ensure(session, "T1", name="Bright Smile", bot_user_id="U0", now=now)
        workspace.set_up_at = now
        session.flush()
        session.add_all(Member(workspace_id=workspace.id or 0, user_id=user, seen_at=now) for user in ("UANA", "UBEN"))
    rounds.desk.take(Door("T1", "UANA"), lambda _: ShowStatus())
    yield rounds
    rounds.stop()


def asked(slash: str, words: str, user: str = "UANA", team: str = "T1") -> dict[str, str]:
    return {"command": slash, "text": words, "team_id": team, "user_id": user}


@pytest.mark.parametrize(
    ("payload", "waits"),
    [
        (asked("/rounds", "help"), False),
        (asked("/plan", "help"), False),
        (asked("/rounds", " ?  plan"), False),
        (asked("/rounds", "help", user="UBEN"), True),
        (asked("/rounds", "help", team="T2"), True),
        (asked("/rounds", "status"), True),
        (asked("/plan", ""), True),
        (asked("/plan", "help" + " me" * 20), True),
        (asked("/elsewhere", "help"), True),
        ({"type": "block_actions"}, True),
    ],
)
def test_only_help_for_who_is_known_waits_for_nothing(rounds: Rounds, payload: dict[str, str], waits: bool) -> None:
    assert waits_for_nothing(rounds.desk, payload) is not waits


def test_who_has_left_with_the_workspace_is_known_no_longer(rounds: Rounds) -> None:
    rounds.forget("T1")
    assert not waits_for_nothing(rounds.desk, asked("/rounds", "help"))
