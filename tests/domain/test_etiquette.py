"""When somebody may be reminded: a table of moments, and properties for any zone, week, hours and habits."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import agenda, etiquette
from bot.domain.agenda import Rhythm, Rows
from bot.domain.etiquette import AS_USUAL, Manners, Urgency, urgency
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.team import Team
from bot.domain.weeks import Week
from storage.tables import Reminder, Step, Task

NEW_YORK = ZoneInfo("America/New_York")
DAY = ((time(9), time(12)), (time(13), time(17)))
WEEKDAYS = Opening((DAY,) * 5 + ((), ()), frozenset({date(2026, 11, 26)}))
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ZONES = (
    "America/New_York",
    "Australia/Lord_Howe",
    "Europe/London",
    "Asia/Kathmandu",
    "Pacific/Auckland",
    "Africa/Casablanca",
    "America/Santiago",
    "Pacific/Apia",
    "UTC",
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


@pytest.mark.parametrize(
    ("manners", "now", "free"),
    [
        (AS_USUAL, at(24, 10), at(24, 10)),
        (AS_USUAL, at(24, 12, 30), at(24, 13)),
        (AS_USUAL, at(25, 18), at(27, 9)),
        (AS_USUAL, at(27, 17, 1), at(30, 9)),
        (Manners(not_before=time(10)), at(24, 9), at(24, 10)),
        (Manners(not_before=time(12, 30)), at(24, 9), at(24, 13)),
        (Manners(not_after=time(15)), at(24, 15), at(24, 15)),
        (Manners(not_after=time(15)), at(24, 15, 1), at(25, 9)),
        (Manners(disturbed_until=at(24, 11)), at(24, 10), at(24, 11)),
        (Manners(disturbed_until=at(25, 20)), at(24, 10), at(27, 9)),
        (Manners(disturbed_until=at(24, 9)), at(24, 10), at(24, 10)),
        (Manners(nudged_on=date(2026, 11, 24), nudged=2), at(24, 10), at(24, 10)),
        (Manners(nudged_on=date(2026, 11, 24), nudged=3), at(24, 10), at(25, 9)),
        (Manners(nudged_on=date(2026, 11, 23), nudged=3), at(24, 10), at(24, 10)),
        (Manners(most_a_day=1, nudged_on=date(2026, 11, 24), nudged=1), at(24, 10), at(25, 9)),
        (Manners(not_before=time(18)), at(24, 10), None),
    ],
)
def test_a_reminder_waits_for_whatever_forbids_it_to_be_over(
    manners: Manners, now: datetime, free: datetime | None
) -> None:
    assert etiquette.free_at(manners, now, WEEKDAYS, NEW_YORK) == free


@pytest.mark.parametrize(
    ("not_before", "not_after", "expected"),
    [
        (None, None, True),
        (time(16), None, True),
        (time(17), None, False),
        (None, time(9), False),
        (time(12), time(13), False),
        (time(11), time(10), False),
        (time(11), time(14), True),
    ],
)
def test_hours_of_ones_own_have_to_leave_some_opening_time(
    not_before: time | None, not_after: time | None, expected: bool
) -> None:
    assert etiquette.leaves_time(not_before, not_after, WEEKDAYS) is expected


def test_of_three_urgencies_only_the_highest_rings() -> None:
    assert max(Urgency) is Urgency.RINGS
    assert urgency(Reminder.DAY_BEFORE, Task.PHOTO) is Urgency.RINGS
    assert urgency(Reminder.DAY_BEFORE, Task.PUBLISH) is Urgency.ALONG
    assert urgency(Reminder.DAY_BEFORE, Task.CHECK) is Urgency.LISTED
    assert urgency(Reminder.DAY_BEFORE, Task.PHOTO, skips_day_before=True) is Urgency.LISTED
    assert {urgency(kind, Task.CHECK) for kind in Reminder if kind is not Reminder.DAY_BEFORE} == {Urgency.RINGS}


def test_what_only_comes_along_starts_no_message_and_what_is_only_listed_joins_none() -> None:
    due_at = at(25, 11)
    found = _rows(
        "America/New_York",
        WEEKDAYS,
        [_step(1, 2, due_at, Task.PUBLISH), _step(2, 2, due_at, Task.CHECK)],
    )
    assert agenda.due(found, at(24, 11)).nudges == []
    with_photo = replace(found, steps=[*found.steps, _step(3, 2, due_at, Task.PHOTO)])
    assert [due.step_id for due in agenda.due(with_photo, at(24, 11)).nudges] == [1, 3]


days = st.integers(0, 3 * 365).map(lambda number: date(2026, 1, 1) + timedelta(days=number))
minutes = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@st.composite
def openings(draw: st.DrawFn, on: date) -> Opening:
    """Any week with at least one open day, and some closed days."""
    hours = st.lists(minutes, min_size=2, max_size=4, unique=True).map(sorted)
    pairs = hours.map(lambda found: tuple(zip(found[::2], found[1::2], strict=False)))
    week = draw(st.lists(st.one_of(st.just(()), pairs), min_size=7, max_size=7).filter(any))
    closed = draw(st.lists(st.integers(0, 20), max_size=6))
    return Opening(tuple(week), frozenset(on + timedelta(days=number) for number in closed))


@st.composite
def manners(draw: st.DrawFn, monday: datetime) -> Manners:
    """Anybody's habits."""
    return Manners(
        most_a_day=draw(st.integers(1, 3)),
        skips_day_before=draw(st.booleans()),
        not_before=draw(st.one_of(st.none(), minutes)),
        not_after=draw(st.one_of(st.none(), minutes)),
        disturbed_until=draw(
            st.one_of(st.none(), st.integers(0, 20_000).map(lambda minute: monday + timedelta(minutes=minute)))
        ),
    )


@given(data=st.data(), zone=st.sampled_from(ZONES), on=days)
@settings(deadline=None, max_examples=40)
def test_nobody_in_any_zone_or_week_is_reminded_outside_allowed_hours_or_more_often_than_allowed(
    data: st.DataObject, zone: str, on: date
) -> None:
    here = ZoneInfo(zone)
    monday = first_instant(Week.of(on).monday, time.min, here)
    opening = data.draw(openings(Week.of(on).monday))
    moments = st.integers(0, 10 * 24 * 60).map(lambda minute: monday + timedelta(minutes=minute))
    steps = [
        _step(number, data.draw(st.integers(1, 3)), data.draw(moments), data.draw(st.sampled_from(list(Task))))
        for number in range(1, data.draw(st.integers(1, 12)) + 1)
    ]
    found = _rows(zone, opening, steps, {member: data.draw(manners(monday)) for member in (1, 2, 3)})
    sent: Counter[tuple[int, date]] = Counter()
    looks = sorted(data.draw(st.lists(moments, max_size=20)))
    now, end = monday, monday + timedelta(days=60)
    while now <= end:
        owed = agenda.due(found, now)
        local = now.astimezone(here)
        for member in {due.member_id for due in owed.nudges}:
            held = found.manners[member]
            assert opening.is_open(local)
            assert held.not_before is None or local.time() >= held.not_before
            assert held.not_after is None or local.time() <= held.not_after
            assert held.disturbed_until is None or now >= held.disturbed_until
            sent[member, local.date()] += 1
            assert sent[member, local.date()] <= held.most_a_day
        found = _noted(found, owed, local.date())
        wake = agenda.next_wake(found, now)
        assert wake is None or wake > now
        later = [moment for moment in (*looks, wake) if moment is not None and moment > now]
        if not later:
            break
        now = min(later)
    never = {m for m, held in found.manners.items() if etiquette.free_at(held, end, opening, here) is None}
    told = {step_id for step_id, *_ in found.told}
    assert never or told == {step.id for step in steps}, "what is held back comes later"


def _noted(found: Rows, owed: agenda.Owed, today: date) -> Rows:
    kept = dict(found.manners)
    for member in {due.member_id for due in owed.nudges}:
        before = kept[member]
        count = before.nudged if before.nudged_on == today else 0
        kept[member] = replace(before, nudged_on=today, nudged=count + 1)
    return replace(found, told=found.told | {due.mark for due in owed.nudges}, manners=kept)


def _rows(zone: str, opening: Opening, steps: list[Step], kept: dict[int, Manners] | None = None) -> Rows:
    rhythm = Rhythm([], 0, time(9), LONG_AGO)
    return Rows(ZoneInfo(zone), opening, rhythm, team=Team(1, 3), steps=steps, manners=kept or {})


def _step(number: int, owner_id: int, due_at: datetime, task: Task) -> Step:
    return Step(id=number, workspace_id=1, post_id=1, task=task, owner_id=owner_id, due_at=due_at, accepted_at=LONG_AGO)
