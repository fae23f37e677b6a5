"""What the clock starts: exact moments in the weeks when clocks change, and properties for any zone and week."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import agenda
from bot.domain.agenda import Owed, Rhythm, Rows
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.team import Team
from bot.domain.weeks import Week
from storage.tables import Offer, Step, Task

NEW_YORK = ZoneInfo("America/New_York")
WEEKDAYS = Opening((((time(9), time(12)), (time(13), time(17))),) * 5 + ((), ()))
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
    "Asia/Beirut",
    "UTC",
)


def rows(zone: str = "America/New_York", weekday: int = 0, at: time = time(9), **about: object) -> Rows:
    given_rows = {"zone": ZoneInfo(zone), "opening": WEEKDAYS, "rhythm": Rhythm(["C1"], weekday, at, LONG_AGO), **about}
    return Rows(**given_rows)


def runs(
    found: Rows, start: datetime, end: datetime, looks: Sequence[datetime] = ()
) -> Iterator[tuple[datetime, Owed]]:
    """Look whenever the last look said so, and at other moments too, noting what was owed."""
    now, others = start, sorted(looks)
    while now <= end:
        owed = agenda.due(found, now)
        yield now, owed
        found = replace(
            found,
            told=found.told | {reminder.mark for reminder in owed.nudges},
            keys=found.keys | {weekly.key for weekly in owed.weeklies},
        )
        wake = agenda.next_wake(found, now)
        assert wake is None or wake > now
        later = [moment for moment in (*others, *([wake] if wake else [])) if moment > now]
        if not later:
            return
        now = min(later)


def posted(found: Rows, start: datetime, end: datetime) -> list[str]:
    return [
        f"{weekly.key} {now.astimezone(found.zone):%a %d %b %H:%M %z}"
        for now, owed in runs(found, start, end)
        for weekly in owed.weeklies
    ]


def test_monday_at_nine_brings_last_weeks_digest_this_weeks_plan_and_its_check() -> None:
    found = posted(rows(), datetime(2026, 11, 25, tzinfo=UTC), datetime(2026, 12, 3, tzinfo=UTC))
    assert found == [
        "stall/2026-W48/lead Thu 26 Nov 09:00 -0500",
        "digest/2026-W48/C1 Mon 30 Nov 09:00 -0500",
        "week-plan/2026-W49/C1 Mon 30 Nov 09:00 -0500",
        "plan-check/2026-W49/lead Mon 30 Nov 09:00 -0500",
        "sponsor-week/2026-W48/sponsor Mon 30 Nov 09:00 -0500",
        "sponsor-quiet/2026-W48/lead Mon 30 Nov 09:00 -0500",
    ]


def test_three_days_later_the_plan_is_looked_at_and_in_a_pause_only_the_digest_comes() -> None:
    start, end = datetime(2026, 11, 30, 13, tzinfo=UTC), datetime(2026, 12, 12, tzinfo=UTC)
    found = posted(rows(pauses={"2026-12-04": "2026-12-11"}), start, end)
    assert [line.split()[0] for line in found] == [
        "digest/2026-W48/C1",
        "week-plan/2026-W49/C1",
        "plan-check/2026-W49/lead",
        "sponsor-week/2026-W48/sponsor",
        "sponsor-quiet/2026-W48/lead",
        "stall/2026-W49/lead",
        "digest/2026-W49/C1",
    ]
    later = posted(rows(pauses={"2026-12-04": "2026-12-11"}), end, datetime(2027, 1, 1, tzinfo=UTC))
    stalls = [line for line in later if line.startswith("stall")]
    assert stalls == ["stall/2026-W53/lead Thu 31 Dec 09:00 -0500"]
    began = datetime(2026, 11, 23, 14, tzinfo=UTC)
    fresh = posted(rows(rhythm=Rhythm(["C1"], 0, time(9), began)), start, end)
    assert [line for line in fresh if line.startswith("stall")] == ["stall/2026-W50/lead Thu 10 Dec 09:00 -0500"]


OF_47 = ["sponsor-week/2026-W47/sponsor", "sponsor-quiet/2026-W47/lead"]


@pytest.mark.parametrize(
    ("weekday", "expected"),
    [
        (3, ["digest/2026-W47/C1", "week-plan/2026-W48/C1", "plan-check/2026-W48/lead", *OF_47]),
        (4, ["digest/2026-W47/C1", "week-plan/2026-W49/C1", "plan-check/2026-W49/lead", *OF_47]),
    ],
)
def test_a_later_digest_day_looks_back_on_the_last_whole_week_and_ahead_as_it_makes_sense(
    weekday: int, expected: list[str]
) -> None:
    found = rows(weekday=weekday)
    now = first_instant(date(2026, 11, 23 + weekday), time(9), NEW_YORK)
    assert [weekly.key for weekly in agenda.due(found, now).weeklies] == expected


@pytest.mark.parametrize(
    ("zone", "on", "at", "expected"),
    [
        ("America/New_York", date(2026, 11, 1), time(1, 30), "01:30 -0400"),
        ("America/New_York", date(2026, 3, 8), time(2, 30), "03:00 -0400"),
        ("America/New_York", date(2026, 11, 1), time(9), "09:00 -0500"),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "01:45 +1100"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "02:30 +1100"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(9), "09:00 +1100"),
    ],
)
def test_in_the_week_clocks_change_the_digest_goes_out_once_at_the_first_such_moment(
    zone: str, on: date, at: time, expected: str
) -> None:
    found = rows(zone, weekday=6, at=at)
    start = first_instant(on, time.min, ZoneInfo(zone)) - timedelta(days=1)
    digests = [line for line in posted(found, start, start + timedelta(days=4)) if line.startswith("digest")]
    assert [line.split(maxsplit=4)[4] for line in digests] == [expected]


def test_a_digest_that_an_outage_held_up_goes_out_late_when_somebody_is_in_but_not_on_the_third_day() -> None:
    monday = first_instant(date(2026, 11, 30), time(9), NEW_YORK)
    found = rows()
    assert agenda.due(found, monday + timedelta(minutes=50)).weeklies
    night = monday + timedelta(hours=18)
    assert agenda.due(found, night).weeklies == []
    assert agenda.next_wake(found, night) == first_instant(date(2026, 12, 1), time(9), NEW_YORK)
    assert agenda.due(found, monday + timedelta(hours=24)).weeklies
    assert agenda.due(found, monday + timedelta(hours=48)).weeklies == []


def test_a_practice_set_up_on_wednesday_gets_no_digest_of_the_week_before_and_its_first_one_on_monday() -> None:
    wednesday = datetime(2026, 11, 25, 15, tzinfo=UTC)
    found = rows(rhythm=Rhythm(["C1"], 0, time(9), wednesday))
    assert posted(found, wednesday, wednesday + timedelta(days=6)) == [
        "digest/2026-W48/C1 Mon 30 Nov 09:00 -0500",
        "week-plan/2026-W49/C1 Mon 30 Nov 09:00 -0500",
        "plan-check/2026-W49/lead Mon 30 Nov 09:00 -0500",
        "sponsor-week/2026-W48/sponsor Mon 30 Nov 09:00 -0500",
        "sponsor-quiet/2026-W48/lead Mon 30 Nov 09:00 -0500",
    ]


def test_a_practice_set_up_on_monday_before_the_hour_gets_the_plan_but_no_digest_of_a_week_it_was_not_there() -> None:
    early = first_instant(date(2026, 11, 30), time(8), NEW_YORK)
    found = rows(rhythm=Rhythm(["C1"], 0, time(9), early))
    assert posted(found, early, early + timedelta(hours=3)) == ["week-plan/2026-W49/C1 Mon 30 Nov 09:00 -0500"]


def test_every_digest_channel_gets_its_own() -> None:
    found = rows(rhythm=Rhythm(["C1", "C2"], 0, time(9), LONG_AGO))
    monday = first_instant(date(2026, 11, 30), time(9), NEW_YORK)
    assert [weekly.key for weekly in agenda.due(found, monday).weeklies] == [
        "digest/2026-W48/C1",
        "week-plan/2026-W49/C1",
        "digest/2026-W48/C2",
        "week-plan/2026-W49/C2",
        "plan-check/2026-W49/lead",
        "sponsor-week/2026-W48/sponsor",
        "sponsor-quiet/2026-W48/lead",
    ]


def test_the_month_that_is_over_goes_to_lead_and_sponsor_on_the_first_digest_day_of_the_next() -> None:
    pages = [
        line
        for line in posted(rows(), datetime(2026, 11, 25, tzinfo=UTC), datetime(2027, 1, 12, tzinfo=UTC))
        if line.startswith("month-page")
    ]
    assert pages == [
        "month-page/2026-W49/lead Mon 07 Dec 09:00 -0500",
        "month-page/2026-W49/sponsor Mon 07 Dec 09:00 -0500",
        "month-page/2026-W53/lead Mon 04 Jan 09:00 -0500",
        "month-page/2026-W53/sponsor Mon 04 Jan 09:00 -0500",
    ]


def test_without_channels_and_steps_there_is_nothing_to_wake_for() -> None:
    found = rows(rhythm=Rhythm([], 0, time(9), LONG_AGO))
    assert agenda.next_wake(found, datetime(2026, 11, 25, tzinfo=UTC)) is None


def test_after_a_week_of_silence_one_step_brings_one_message_not_five() -> None:
    found = rows(steps=[_step(1, datetime(2026, 11, 19, 21, tzinfo=UTC))], team=Team(1, 3))
    owed = agenda.due(found, first_instant(date(2026, 11, 25), time(10), NEW_YORK))
    assert [str(reminder.reminder) for reminder in owed.nudges] == ["overdue-lead"]


def test_a_reminder_that_falls_into_the_night_waits_for_the_morning() -> None:
    found = rows(steps=[_step(1, datetime(2026, 11, 24, 3, tzinfo=UTC))])
    night = datetime(2026, 11, 24, 4, tzinfo=UTC)
    assert agenda.due(found, night).nudges == []
    assert agenda.next_wake(found, night) == first_instant(date(2026, 11, 24), time(9), NEW_YORK)


days = st.integers(0, 3 * 365).map(lambda number: date(2026, 1, 1) + timedelta(days=number))
minutes = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@st.composite
def openings(draw: st.DrawFn) -> Opening:
    """Any week with at least one open day, up to two stretches a day."""
    hours = st.lists(minutes, min_size=2, max_size=4, unique=True).map(sorted)
    pairs = hours.map(lambda found: tuple(zip(found[::2], found[1::2], strict=False)))
    week = draw(st.lists(st.one_of(st.just(()), pairs), min_size=7, max_size=7).filter(any))
    return Opening(tuple(week))


@given(
    zone=st.sampled_from(ZONES), weekday=st.integers(0, 6), at=minutes, on=days, looks=st.lists(st.integers(0, 60_000))
)
@settings(deadline=None, max_examples=40)
def test_each_week_has_one_digest_and_one_plan_at_the_practices_own_hour(
    zone: str, weekday: int, at: time, on: date, looks: list[int]
) -> None:
    found = rows(zone, weekday, at)
    start = first_instant(Week.of(on).monday, time.min, found.zone) - timedelta(hours=1)
    end = start + timedelta(days=42)
    extra = [start + timedelta(minutes=minute) for minute in looks]
    sent = [(weekly, now) for now, owed in runs(found, start, end, extra) for weekly in owed.weeklies]
    for kind in ("digest", "week-plan", "plan-check", "sponsor-week", "sponsor-quiet", "stall"):
        weeks = Counter(weekly.week for weekly, _ in sent if weekly.kind == kind)
        assert set(weeks.values()) == {1}
        assert len(weeks) >= 5
        assert all(week.next() in weeks for week in sorted(weeks)[:-1])
    for weekly, sent_at in sent:
        if weekly.kind == "stall":
            continue
        looks_ahead = weekly.kind in ("week-plan", "plan-check")
        is_ahead = looks_ahead and weekday > 3
        week = weekly.week.next() if not looks_ahead else weekly.week.previous() if is_ahead else weekly.week
        chosen = first_instant(week.monday + timedelta(days=weekday), at, found.zone)
        assert sent_at == chosen or chosen < start, "only what was missed before the first look goes out late"


@st.composite
def steps(draw: st.DrawFn, monday: datetime) -> list[Step]:
    """A handful of accepted steps, some snoozed, due at any minute of two weeks."""
    count = draw(st.integers(1, 4))
    moments = st.integers(0, 14 * 24 * 60).map(lambda minute: monday + timedelta(minutes=minute))
    return [
        _step(
            number,
            draw(moments),
            accepted_at=draw(moments),
            snoozed_until=draw(st.one_of(st.none(), moments)),
            owner_id=draw(st.integers(1, 4)),
        )
        for number in range(1, count + 1)
    ]


@given(data=st.data(), zone=st.sampled_from(ZONES), on=days, opening=openings())
@settings(deadline=None, max_examples=50)
def test_no_nudge_leaves_outside_opening_hours_and_none_leaves_twice(
    data: st.DataObject, zone: str, on: date, opening: Opening
) -> None:
    monday = first_instant(Week.of(on).monday, time.min, ZoneInfo(zone))
    wanted = data.draw(steps(monday))
    offer = Offer(id=1, workspace_id=1, post_id=1, member_id=2, made_at=monday, tasks=["check"])
    asked = [(offer, [_step(99, monday + timedelta(days=3), accepted_at=None)])]
    found = rows(zone, opening=opening, steps=wanted, offers=asked, team=Team(1, 3, frozenset({4})))
    looks = data.draw(st.lists(st.integers(0, 30 * 24 * 60), max_size=20))
    extra = [monday + timedelta(minutes=minute) for minute in looks]
    marks: Counter[tuple[int, str, datetime]] = Counter()
    stages: dict[int, list[datetime]] = {}
    for now, owed in runs(found, monday, monday + timedelta(days=90), extra):
        assert not owed.nudges or opening.is_open(now.astimezone(ZoneInfo(zone)))
        for reminder in owed.nudges:
            marks[reminder.mark] += 1
            stages.setdefault(reminder.step_id, []).append(reminder.moment_at)
            assert reminder.member_id != 4, "nobody writes to a deactivated account"
    assert max(marks.values(), default=1) == 1
    assert set(stages) == {*(step.id for step in wanted), 99}, "nothing is forgotten"
    assert all(moments == sorted(moments) for moments in stages.values())


def _step(number: int, due_at: datetime, **about: object) -> Step:
    given_step: dict[str, object] = {"owner_id": 2, "accepted_at": LONG_AGO, **about}
    return Step(id=number, workspace_id=1, post_id=1, task=Task.PHOTO, due_at=due_at, **given_step)
