"""When the weekly messages go out, by channel, over holidays and changes of clocks."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import agenda, rhythm
from bot.domain.agenda import Rows
from bot.domain.hours import Opening
from bot.domain.rhythm import Rhythm
from bot.domain.weeks import Week

NEW_YORK = ZoneInfo("America/New_York")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
HOURS = {"C2": time(8, 30)}


def opening(*closed):
    days = [date.fromisoformat(day) for day in closed]
    return Opening((((time(9), time(17)),),) * 5 + ((), ()), frozenset(days))


def from_to(first, last):
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return [str(date.fromisoformat(first) + timedelta(days=each)) for each in range(days + 1)]


def posted(first, last, closed=(), channels=("C1",), weekday=0):
    """Look every half hour, and give what was owed, with the local moment."""
    kept, at, until = [], datetime.fromisoformat(f"{first}T00:00-05:00"), datetime.fromisoformat(f"{last}T23:30-05:00")
    told = Rhythm(list(channels), weekday, time(9), LONG_AGO, HOURS)
    rows = Rows(zone=NEW_YORK, opening=opening(*closed), rhythm=told)
    while at <= until:
        for weekly in agenda.due(rows, at).weeklies:
            kept.append(f"{weekly.key} {at.astimezone(NEW_YORK):%a %-d %b %H:%M}")
            rows = replace(rows, keys=rows.keys | {weekly.key})
        at += timedelta(minutes=30)
    return [line for line in kept if line.startswith("digest")]


def test_each_channel_has_its_own_hour():
    assert posted("2026-11-29", "2026-12-01", channels=("C1", "C2", "C3")) == [
        "digest/2026-W48/C2 Mon 30 Nov 08:30",
        "digest/2026-W48/C1 Mon 30 Nov 09:00",
        "digest/2026-W48/C3 Mon 30 Nov 09:00",
    ]


def test_after_a_holiday_it_comes_on_the_next_day_that_somebody_is_in():
    assert posted("2026-11-29", "2026-12-06", ["2026-11-30"]) == ["digest/2026-W48/C1 Tue 1 Dec 09:00"]
    assert posted("2026-11-26", "2026-12-06", ["2026-11-27"], weekday=4) == [
        "digest/2026-W47/C1 Mon 30 Nov 09:00",
        "digest/2026-W48/C1 Fri 4 Dec 09:00",
    ]


def test_in_a_closed_week_none_comes_and_the_first_one_after_it_looks_back_on_the_last_week_that_was_worked():
    closed = from_to("2026-12-24", "2027-01-03")
    assert posted("2026-12-20", "2027-01-12", closed) == [
        "digest/2026-W51/C1 Mon 21 Dec 09:00",
        "digest/2026-W52/C1 Mon 4 Jan 09:00",
        "digest/2027-W01/C1 Mon 11 Jan 09:00",
    ]


def test_a_digest_day_on_which_the_practice_never_opens_is_kept():
    assert posted("2026-11-28", "2026-11-29", weekday=6) == ["digest/2026-W47/C1 Sun 29 Nov 09:00"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 23, 8, 59, tzinfo=NEW_YORK), datetime(2026, 11, 23, 14, tzinfo=UTC)),
        (datetime(2026, 11, 23, 9, 0, tzinfo=NEW_YORK), datetime(2026, 11, 30, 14, tzinfo=UTC)),
        (datetime(2027, 3, 12, 9, 0, tzinfo=NEW_YORK), datetime(2027, 3, 15, 13, tzinfo=UTC)),
    ],
)
def test_the_next_digest_keeps_its_local_hour_over_a_change_of_clocks(now, expected):
    found = rhythm.next_at(Rhythm(["C1"], 0, time(9), LONG_AGO), opening(), now.astimezone(UTC), NEW_YORK)
    assert found == expected


def test_the_first_digest_comes_once_there_is_a_week_to_look_back_on():
    """A practice that began on a Monday hears on the second Sunday, and not on the first, of its first whole week."""
    began_at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    sundays = Rhythm(["C1"], 6, time(9), began_at)
    assert rhythm.next_at(sundays, opening(), began_at, NEW_YORK) == datetime(2026, 12, 6, 14, tzinfo=UTC)


def test_the_next_digest_is_the_earliest_of_all_channels_and_waits_for_the_holidays_to_end():
    told = Rhythm(["C1", "C2"], 0, time(9), LONG_AGO, HOURS)
    closed = opening(*from_to("2026-12-21", "2027-01-06"))
    now = datetime(2026, 12, 22, 12, tzinfo=UTC)
    assert rhythm.next_at(told, closed, now, NEW_YORK) == datetime(2027, 1, 7, 13, 30, tzinfo=UTC)
    assert rhythm.next_at(Rhythm([], 0, time(9), LONG_AGO), closed, now, NEW_YORK) is None


def test_a_week_without_any_open_day_is_never_looked_back_on():
    turns = list(
        rhythm.turns(
            Rhythm(["C1"], 0, time(9), LONG_AGO),
            opening(*from_to("2026-11-23", "2026-11-29")),
            datetime(2026, 11, 30, 20, tzinfo=UTC),
            NEW_YORK,
        )
    )
    assert [turn.back for turn in turns] == [Week(2026, 47), Week(2026, 49)]
