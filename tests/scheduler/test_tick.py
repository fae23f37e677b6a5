"""The tick looks at each workspace when its moment has come, and one broken workspace delays no other."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bench.small_slack import Answer, SmallSlack
from bot.handlers.call import Scene
from bot.scheduler.tick import next_wake
from storage import slack_events, workspaces
from storage.engine import Unavailable


def wake_at(practice: Any, team_id: str, at: datetime | None) -> None:
    with practice.database.transaction() as session:
        workspaces.ensure(session, team_id, name="", bot_user_id="", now=practice.clock.now()).wakes_at = at


def wakes_at(practice: Any, team_id: str) -> datetime | None:
    with practice.database.transaction() as session:
        workspace = workspaces.by_team(session, team_id)
    assert workspace is not None
    return workspace.wakes_at


def test_a_workspace_is_looked_at_when_its_moment_has_come_and_not_before(practice: Any, slack: SmallSlack) -> None:
    def look(scene: Scene) -> datetime:
        scene.owe("note", f"at/{scene.now:%H%M%S}", "C1", {"says": "It is time"})
        return scene.now + timedelta(hours=1)

    practice.looks.append(look)
    wake_at(practice, "T1", practice.clock.now() + timedelta(minutes=10))
    practice.tick(minutes=9)
    assert slack.texts("C1") == []
    practice.tick(minutes=1)
    assert slack.texts("C1") == ["It is time"]
    practice.tick(minutes=59)
    practice.tick(minutes=1)
    assert len(slack.texts("C1")) == 2


def test_a_workspace_that_waits_for_nothing_is_left_alone(practice: Any) -> None:
    practice.looks.append(lambda _scene: None)
    wake_at(practice, "T1", practice.clock.now())
    practice.tick()
    assert wakes_at(practice, "T1") is None


def test_a_broken_workspace_delays_no_other_and_is_looked_at_again_soon(practice: Any) -> None:
    seen: list[str] = []

    def look(scene: Scene) -> None:
        seen.append(scene.workspace.team_id)
        if scene.workspace.team_id == "T0":
            raise ZeroDivisionError

    practice.looks.append(look)
    now = practice.clock.now()
    for team_id, minutes in (("T0", -2), ("T1", -1), ("T2", 0)):
        wake_at(practice, team_id, now + timedelta(minutes=minutes))
    practice.tick()
    assert seen == ["T0", "T1", "T2"]
    assert wakes_at(practice, "T0") == now + timedelta(minutes=5)


def test_nothing_that_a_broken_look_owed_is_sent(practice: Any, slack: SmallSlack) -> None:
    def look(scene: Scene) -> None:
        scene.owe("note", "a", "C1", {"says": "Half a thought"})
        raise ZeroDivisionError

    practice.looks.append(look)
    wake_at(practice, "T1", practice.clock.now())
    practice.tick()
    assert slack.texts("C1") == []


def test_a_look_that_wants_to_be_woken_at_once_does_not_spin(practice: Any) -> None:
    looked: list[int] = []

    def look(scene: Scene) -> datetime:
        looked.append(scene.workspace_id)
        return scene.now

    practice.looks.append(look)
    wake_at(practice, "T1", practice.clock.now())
    practice.tick()
    assert len(looked) == 1


def test_a_database_that_is_gone_ends_the_tick(practice: Any) -> None:
    def look(_scene: Scene) -> None:
        raise Unavailable("gone")

    practice.looks.append(look)
    wake_at(practice, "T1", practice.clock.now())
    with pytest.raises(Unavailable):
        practice.tick()


def test_hundreds_of_workspaces_are_all_looked_at_in_one_tick(practice: Any) -> None:
    seen: set[int] = set()
    breaths: list[int] = []
    practice.looks.append(lambda scene: seen.add(scene.workspace_id))
    practice.ticker.breathe = lambda: breaths.append(len(seen))
    with practice.database.transaction() as session:
        for number in range(250):
            workspace = workspaces.ensure(session, f"M{number}", name="", bot_user_id="", now=practice.clock.now())
            workspace.wakes_at = practice.clock.now()
    practice.tick()
    assert len(seen) == 250
    assert breaths == list(range(1, 251))  # others may write between two of them


def test_the_next_moment_is_that_of_whoever_comes_first(practice: Any, slack: SmallSlack) -> None:
    now = practice.clock.now()
    assert next_wake(practice.database) is None
    wake_at(practice, "T1", now + timedelta(hours=2))
    assert next_wake(practice.database) == now + timedelta(hours=2)
    slack.before = lambda _method, _asked: (_ for _ in ()).throw(
        Answer(429, {"ok": False, "error": "ratelimited"}, Retry_After="60")
    )
    practice.owes("a")
    practice.owes("waits behind it")
    assert next_wake(practice.database) == now + timedelta(minutes=1)


def test_events_are_forgotten_once_slack_will_not_repeat_them(practice: Any) -> None:
    def take() -> bool:
        with practice.database.transaction() as session:
            return slack_events.take(session, practice.workspace_id, "Ev1", now=practice.clock.now())

    assert take() is True
    practice.tick(hours=30)
    assert take() is False
    practice.tick(days=3)
    assert take() is True
