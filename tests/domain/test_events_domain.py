"""When pictures are asked for at an event, when its post goes out, and that nothing is asked outside its hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.domain import events, steps
from bot.domain.errors import Misread
from bot.domain.events import Ping
from bot.domain.outline import Outline
from bot.domain.practice import DEFAULT_OPENING
from storage.tables import Event, Slot, Step, Task

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 14, tzinfo=UTC)
SATURDAY = date(2026, 11, 28)


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


def _event(starts_at: datetime, minutes: int) -> Event:
    ends_at = starts_at + timedelta(minutes=minutes)
    return Event(id=1, workspace_id=1, post_id=1, what="Health fair", starts_at=starts_at, ends_at=ends_at)


@pytest.mark.parametrize(
    ("minutes", "moments"),
    [
        (240, [(Ping.START, 0), (Ping.MIDDLE, 120), (Ping.END, 225)]),
        (91, [(Ping.START, 0), (Ping.MIDDLE, 45), (Ping.END, 76)]),
        (60, [(Ping.START, 0), (Ping.END, 45)]),
        (30, [(Ping.START, 0)]),
    ],
)
def test_pictures_are_asked_for_at_the_start_in_the_middle_and_before_the_end(
    minutes: int, moments: list[tuple[Ping, int]]
) -> None:
    event = _event(_at(28, 10), minutes)
    found = [(ping, int((at - event.starts_at).total_seconds() // 60)) for ping, at, _ in events.pings(event)]
    assert found == moments


@given(minutes=some.integers(1, 1080), now=some.integers(-2000, 2000), count=some.integers(0, 4))
@settings(max_examples=50)
def test_nothing_is_asked_outside_the_hours_of_an_event_or_once_there_are_enough(
    minutes: int, now: int, count: int
) -> None:
    event = _event(_at(28, 10), minutes)
    at = event.starts_at + timedelta(minutes=now)
    step = Step(workspace_id=1, post_id=1, task=Task.PHOTO, owner_id=2, due_at=event.ends_at, accepted_at=MONDAY)
    assert events.wants_pictures(event, step, count, at) is (0 <= now < minutes and count < events.ENOUGH)
    step.accepted_at = None
    assert not events.wants_pictures(event, step, count, at), "nobody has said yes"
    for _, moment, until in events.pings(event):
        assert event.starts_at <= moment < until <= event.ends_at


def test_saying_that_it_is_done_ends_it() -> None:
    event = _event(_at(28, 10), 240)
    step = Step(workspace_id=1, post_id=1, task=Task.PHOTO, owner_id=2, due_at=event.ends_at, accepted_at=MONDAY)
    step.done_at = _at(28, 10, 30)
    assert events.wants_pictures(event, step, 1, _at(28, 12)), "the first picture is not the last"
    assert not events.wants_pictures(event, step, 0, _at(28, 12)), "done by hand"
    event.done_at, step.done_at = _at(28, 11), None
    assert not events.wants_pictures(event, step, 1, _at(28, 12))


@pytest.mark.parametrize(
    ("starts_at", "leaves_at"),
    [
        pytest.param(_at(28, 10), _at(27, 16), id="a Saturday"),
        pytest.param(_at(25, 10), _at(25, 9), id="in opening hours"),
        pytest.param(_at(25, 8), _at(24, 16), id="first thing"),
        pytest.param(_at(25, 13, 30), _at(25, 11, 30), id="after lunch"),
    ],
)
def test_the_last_word_comes_an_open_hour_ahead(starts_at: datetime, leaves_at: datetime) -> None:
    assert events.leaving_at(_event(starts_at, 60), DEFAULT_OPENING, NEW_YORK) == leaves_at


def test_the_post_takes_the_next_free_place_that_leaves_time_or_the_next_opening_day() -> None:
    thursday = Slot(id=1, workspace_id=1, weekday=3, at=time(16), kind="human")
    monday = Slot(id=2, workspace_id=1, weekday=0, at=time(9), kind="human")
    turns = Outline([thursday, monday], DEFAULT_OPENING).turns(SATURDAY, SATURDAY + timedelta(days=8))
    found = events.place_after(turns, _at(28, 14), DEFAULT_OPENING, NEW_YORK)
    assert found is not None
    assert (found.on, found.at) == (date(2026, 12, 3), time(16)), "Monday at 9 leaves no two open hours"
    assert events.place_after([], _at(28, 14), DEFAULT_OPENING, NEW_YORK) is None
    assert events.moment_after(_at(28, 14), DEFAULT_OPENING, NEW_YORK) == (date(2026, 11, 30), time(10))


def test_the_pictures_are_due_when_the_event_is_over_and_nothing_else_before_that() -> None:
    planned = steps.due_times(_at(30, 16), now=MONDAY, opening=DEFAULT_OPENING, zone=NEW_YORK, taken_until=_at(28, 14))
    due_at = {step.task: step.due_at for step in planned}
    assert due_at[Task.PHOTO] == _at(28, 14)
    assert _at(28, 14) < due_at[Task.CAPTION] <= due_at[Task.PUBLISH] == _at(30, 16)


@pytest.mark.parametrize(
    ("on", "starts", "ends", "said"),
    [
        (SATURDAY, time(14), time(10), "before it begins"),
        (SATURDAY, time(0), time(23), "longer than a day"),
        (date(2026, 11, 22), time(10), time(14), "is over"),
        (date(2027, 3, 14), time(2, 30), time(6), "does not exist"),
    ],
)
def test_hours_that_cant_be_are_said(on: date, starts: time, ends: time, said: str) -> None:
    with pytest.raises(Misread) as caught:
        events.hours(on, starts, ends, now=MONDAY, zone=NEW_YORK)
    assert said in f"{caught.value.sentence} {caught.value.hint}"
