"""Which week somebody means when they ask for the plan."""

import pytest
from when_typed import typed_at

from bot.commands.when import read_week
from bot.domain.errors import Misread

WEDNESDAY = typed_at("2026-11-25 10:00")
NEW_YEARS_DAY = typed_at("2027-01-01 10:00")


@pytest.mark.parametrize(
    ("typed", "week"),
    {
        "": "2026-W48",
        "this": "2026-W48",
        "this week": "2026-W48",
        "next": "2026-W49",
        "Next week": "2026-W49",
        "last": "2026-W47",
        "last week": "2026-W47",
        "2026-W50": "2026-W50",
        "2026-w50": "2026-W50",
        "2026W50": "2026-W50",
        "2027-W01": "2027-W01",
        "w50": "2026-W50",
        "W50": "2026-W50",
        "week 50": "2026-W50",
        "w2": "2027-W02",
        "w40": "2026-W40",
        "w53": "2026-W53",
        "thu": "2026-W48",
        "next thu": "2026-W49",
        "last thu": "2026-W47",
        "yesterday": "2026-W48",
        "in 2 weeks": "2026-W50",
        "2 weeks ago": "2026-W46",
        "nov 10": "2026-W46",
        "tue nov 10": "2026-W46",
        "dec 3": "2026-W49",
        "jan 4": "2027-W01",
        "2026-12-03": "2026-W49",
        "2020-12-03": "2020-W49",
        "12/3": "2026-W49",
        "first monday of december": "2026-W50",
        "thu 4pm": "2026-W48",
        "2026-11-01 1:30": "2026-W44",
    }.items(),
)
def test_the_week_is(typed: str, week: str) -> None:
    assert str(read_week(typed, WEDNESDAY)) == week


@pytest.mark.parametrize(
    ("typed", "week"), {"": "2026-W53", "next": "2027-W01", "w53": "2026-W53", "w1": "2027-W01"}.items()
)
def test_on_new_years_day_the_old_year_still_has_its_last_week(typed: str, week: str) -> None:
    assert str(read_week(typed, NEW_YEARS_DAY)) == week


@pytest.mark.parametrize(
    ("typed", "reason"),
    {
        "w54": "There is no week 54 in 2026: it has 53 weeks",
        "w0": "There is no week 0",
        "2027-W53": "There is no week 53 in 2027: it has 52 weeks",
        "2026-W00": "There is no week 0 in 2026",
        "soon": 'I can\'t read "soon" as a week',
        "50": 'I can\'t read "50" as a week',
        "2026-W5O": "as a week",
        "nov 31": "There is no 31 November",
        "next " * 900: "as a week",
    }.items(),
)
def test_what_is_no_week_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(Misread) as refused:
        read_week(typed, WEDNESDAY)
    assert reason in refused.value.sentence
    assert refused.value.hint
