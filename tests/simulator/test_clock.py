"""The pretend clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simulator.clock import SimulatedClock

MONDAY = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_still_clock_stands_until_it_is_moved() -> None:
    clock = SimulatedClock(MONDAY)
    assert clock.now() == clock.now() == MONDAY
    clock.skip(HOUR)
    assert clock.now() == MONDAY + HOUR


def test_it_never_goes_back() -> None:
    clock = SimulatedClock(MONDAY)
    clock.skip_to(MONDAY - HOUR)
    assert clock.now() == MONDAY


def test_a_running_clock_moves_and_can_be_held() -> None:
    clock = SimulatedClock(MONDAY, running=True, speed=1_000_000)
    first = clock.now()
    while clock.now() <= first + HOUR:
        pass
    clock.hold()
    held = clock.now()
    assert held > MONDAY + HOUR
    assert clock.now() == held
    assert not clock.running


def test_a_naive_start_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        SimulatedClock(datetime(2026, 11, 23, 14, 0))  # noqa: DTZ001


def test_sleepers_are_woken_in_order_at_their_moments() -> None:
    clock = SimulatedClock(MONDAY)
    woken: list[tuple[str, datetime]] = []
    plans = {"a": [MONDAY + 2 * HOUR, MONDAY + 3 * HOUR], "b": [MONDAY + HOUR, MONDAY + 9 * HOUR]}

    def sleeper(name: str) -> None:
        def wake(at: datetime) -> None:
            woken.append((name, at))
            plans[name].pop(0)

        clock.add_sleeper(lambda: plans[name][0] if plans[name] else None, wake)

    sleeper("a")
    sleeper("b")
    clock.skip_to(MONDAY + 4 * HOUR)
    assert woken == [("b", MONDAY + HOUR), ("a", MONDAY + 2 * HOUR), ("a", MONDAY + 3 * HOUR)]
    assert clock.now() == MONDAY + 4 * HOUR


def test_a_sleeper_that_names_the_same_moment_again_is_woken_once_in_a_skip() -> None:
    clock = SimulatedClock(MONDAY)
    woken: list[datetime] = []
    clock.add_sleeper(lambda: MONDAY + HOUR, woken.append)
    clock.skip_to(MONDAY + 2 * HOUR)
    assert woken == [MONDAY + HOUR]
    clock.skip_to(MONDAY + 3 * HOUR)
    assert len(woken) == 2


def test_a_sleeper_that_is_late_is_woken_now() -> None:
    clock = SimulatedClock(MONDAY)
    woken: list[datetime] = []
    clock.add_sleeper(lambda: MONDAY - HOUR if not woken else None, woken.append)
    clock.wake_due()
    assert woken == [MONDAY]


def test_a_sleeper_that_left_is_not_woken() -> None:
    clock = SimulatedClock(MONDAY)
    woken: list[datetime] = []
    leave = clock.add_sleeper(lambda: MONDAY + HOUR, woken.append)
    leave()
    clock.skip_to(MONDAY + 2 * HOUR)
    assert woken == []


def test_a_clock_that_is_hurried_goes_on_as_before_afterwards() -> None:
    clock = SimulatedClock(datetime(2026, 11, 23, 14, 0, tzinfo=UTC))
    clock.hurry(60)
    clock.hurry(120)
    assert (clock.running, clock.speed, clock.hurried) == (True, 120, True)
    clock.ease()
    assert (clock.running, clock.hurried) == (False, False)
    clock.run(2)
    clock.hurry(60)
    clock.ease()
    clock.ease()
    assert (clock.running, clock.speed) == (True, 2)
