"""How soon leads were reached, and how many came while nobody was in; checked against reckoning by hand."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import lead_hours
from bot.domain.hours import Opening
from bot.domain.lead_hours import InAndOut
from storage.tables import Lead

ZONE = ZoneInfo("America/New_York")
OPEN = Opening.from_json({"weekdays": ["9:00-12:00, 13:00-17:00"] * 5 + ["", ""], "closed_days": ["2026-11-26"]})
NEVER = Opening.from_json({})


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def a_lead(came_at=None, reached_at=None, **fields):
    stage = "reached" if reached_at else "new"
    fields = {"stage": stage, **fields}
    return Lead(workspace_id=1, number=1, came_on=date(2026, 11, 23), came_at=came_at, reached_at=reached_at, **fields)


@pytest.mark.parametrize(
    ("came", "reached", "minutes"),
    [
        (at(23, 9, 10), at(23, 9, 40), 30),
        (at(23, 11, 50), at(23, 13, 5), 15),
        (at(23, 16, 50), at(24, 9, 5), 15),
        (at(25, 16, 0), at(27, 10, 0), 120),
        (at(27, 18, 0), at(30, 9, 0), 0),
    ],
)
def test_open_time_leaves_lunch_nights_and_closed_days_out(came, reached, minutes):
    found = lead_hours.speed([a_lead(came, reached)], OPEN, ZONE)
    assert found.open_time == timedelta(minutes=minutes)
    assert found.wall_time == reached - came


def test_speed_is_a_median_over_those_of_which_both_moments_are_known():
    leads = [
        a_lead(at(23, 9), at(23, 9, 10)),
        a_lead(at(23, 9), at(23, 9, 50)),
        a_lead(at(23, 9), at(24, 9, 10)),
        a_lead(at(23, 9), datetime(2026, 11, 24, tzinfo=ZONE).astimezone(UTC)),
        a_lead(None, at(23, 10)),
        a_lead(at(23, 9)),
        a_lead(at(23, 9), at(23, 9, 1), lost_reason="spam", stage="lost"),
        a_lead(at(23, 9), at(23, 9, 1), merged_into_id=1),
    ]
    found = lead_hours.speed(leads, OPEN, ZONE)
    assert (found.reached, found.open_time, found.within, found.waiting) == (3, timedelta(minutes=50), 2, 1)
    assert found.wall_time == timedelta(minutes=50)


def test_where_nobody_was_reached_there_is_no_speed():
    assert lead_hours.speed([a_lead(at(23, 9)), a_lead()], OPEN, ZONE) is None


def test_leads_are_counted_in_and_out_of_hours():
    leads = [a_lead(at(23, 9)), a_lead(at(23, 12, 30)), a_lead(at(26, 10)), a_lead(at(28, 10)), a_lead()]
    assert lead_hours.in_and_out(leads, OPEN, ZONE) == InAndOut(inside=1, outside=3, unknown=1)
    assert lead_hours.in_and_out([a_lead(at(23, 9))], NEVER, ZONE) == InAndOut(0, 1, 0)
    assert lead_hours.speed([a_lead(at(23, 9), at(23, 10))], NEVER, ZONE).open_time == timedelta()
