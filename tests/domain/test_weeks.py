from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Misread
from bot.domain.weeks import Week, weeks_in

DAYS = st.dates(date(2001, 1, 1), date(2098, 12, 31))


@given(DAYS)
def test_a_week_written_down_reads_back(on: date) -> None:
    week = Week.of(on)
    assert Week.parse(str(week)) == week


@given(DAYS)
def test_a_day_is_in_its_week_and_in_no_other(on: date) -> None:
    week = Week.of(on)
    assert on in week.days
    assert on not in week.next().days
    assert on not in week.previous().days


@given(DAYS)
def test_weeks_follow_each_other(on: date) -> None:
    week = Week.of(on)
    assert week.next().previous() == week == week.previous().next()
    assert week.previous() < week < week.next()
    assert (week.next().monday - week.monday).days == 7


def test_a_week_begins_in_the_old_year_where_iso_says_so() -> None:
    week = Week.of(date(2027, 1, 1))
    assert str(week) == "2026-W53"
    assert week.monday == date(2026, 12, 28)
    assert week.days[-1] == date(2027, 1, 3)
    assert str(week.next()) == "2027-W01"


def test_years_have_52_or_53_weeks() -> None:
    assert [weeks_in(year) for year in (2020, 2026, 2027)] == [53, 53, 52]


@pytest.mark.parametrize(
    ("zone", "week", "starts_at"),
    [
        ("America/New_York", "2026-W48", datetime(2026, 11, 23, 5, tzinfo=UTC)),
        ("America/New_York", "2027-W11", datetime(2027, 3, 15, 4, tzinfo=UTC)),
        ("Australia/Lord_Howe", "2027-W14", datetime(2027, 4, 4, 13, 30, tzinfo=UTC)),
        # On this Monday the clocks of Asuncion go from Sunday 23:59 straight on, a day after their change.
        ("America/Asuncion", "2024-W13", datetime(2024, 3, 25, 4, tzinfo=UTC)),
    ],
)
def test_a_week_starts_at_local_midnight(zone: str, week: str, starts_at: datetime) -> None:
    assert Week.parse(week).starts_at(ZoneInfo(zone)) == starts_at


@pytest.mark.parametrize(
    "written", ["", "2026", "W50", "2026-W", "2026-W500", "2026-W54", "1026-W01", "\uff12\uff10\uff12\uff16-W01"]
)
def test_what_is_no_week_is_refused(written: str) -> None:
    with pytest.raises(Misread):
        Week.parse(written)


def test_a_week_that_does_not_exist_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="Invalid week"):
        Week(2027, 53)
