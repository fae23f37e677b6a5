"""The workday and the hour on which people are asked about numbers, closed days and short days included."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain import asking_times
from bot.domain.hours import Opening
from bot.domain.weeks import Week

ZONE = ZoneInfo("America/New_York")
WEEK = Week(2026, 48)
HOURS = ["9:00-12:00, 13:00-17:00"] * 5 + ["", ""]


def opening(*closed, hours=HOURS):
    return Opening.from_json({"weekdays": hours, "closed_days": closed})


def local(at):
    return f"{at.astimezone(ZONE):%a %H:%M}"


@pytest.mark.parametrize(
    ("weekday", "closed", "day"),
    [
        (3, (), date(2026, 11, 26)),
        (3, ("2026-11-26",), date(2026, 11, 25)),
        (0, ("2026-11-23",), date(2026, 11, 24)),
        (6, (), date(2026, 11, 27)),
        (3, tuple(day.isoformat() for day in WEEK.days), None),
    ],
)
def test_the_weekday_or_the_open_day_nearest_to_it(weekday, closed, day):
    assert asking_times.workday_of(WEEK, weekday, opening(*closed)) == day


@pytest.mark.parametrize(
    ("closed", "day"), [((), date(2026, 11, 27)), (("2026-11-26", "2026-11-27"), date(2026, 11, 25))]
)
def test_the_workday_before_a_monday_is_the_last_open_day(closed, day):
    monday = datetime(2026, 11, 30, 9, 0, tzinfo=ZONE).astimezone(UTC)
    assert asking_times.workday_before(monday, opening(*closed), ZONE) == day


@pytest.mark.parametrize(
    ("hours", "morning", "afternoon"),
    [
        ("9:00-12:00, 13:00-17:00", "Fri 10:00", "Fri 15:00"),
        ("8:00-12:00", "Fri 09:00", "Fri 10:00"),
        ("9:00-10:00, 14:00-15:00", "Fri 10:00", "Fri 09:00"),
        ("10:00-11:00", "Fri 11:00", "Fri 10:00"),
    ],
)
def test_an_hour_after_opening_and_two_before_closing(hours, morning, afternoon):
    open_then = opening(hours=[hours] * 5 + ["", ""])
    friday = date(2026, 11, 27)
    assert local(asking_times.morning_of(friday, open_then, ZONE)) == morning
    assert local(asking_times.afternoon_of(friday, open_then, ZONE)) == afternoon
