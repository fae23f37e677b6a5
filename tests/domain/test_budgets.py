"""Money: planned and spent by purpose, lines of ad files that overlap months or come again, and marks reached."""

from datetime import UTC, date, datetime

import pytest

from bot.domain import budgets
from bot.domain.budgets import Line
from bot.domain.errors import Misread
from storage.tables import Budget, Spending

NOW = datetime(2026, 11, 27, 15, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def spent(cents: int, purpose: str = "awareness", **otherwise: object) -> Spending:
    values = {"from_on": date(2026, 11, 5), "until_on": date(2026, 11, 5), "entered_at": NOW}
    return Spending(workspace_id=1, purpose=purpose, cents=cents, **{**values, **otherwise})


def planned(purpose: str, units: int, since_on: date = FIRST) -> Budget:
    return Budget(workspace_id=1, purpose=purpose, units=units, since_on=since_on, set_at=NOW)


def test_a_month_adds_up_by_purpose_and_what_is_planned_stays_until_it_changes() -> None:
    month = budgets.month(
        FIRST,
        LAST,
        [
            planned("awareness", 300, date(2026, 9, 1)),
            planned("awareness", 400, date(2026, 12, 1)),
            planned("tools", 50),
        ],
        {"awareness": 100, "retargeting": 80},
        [spent(12_050), spent(2_000), spent(4_900, "tools"), spent(700, "")],
    )
    assert month.lines == (
        Line("awareness", 300, 14_050),
        Line("retargeting", 80, 0),
        Line("tools", 50, 4_900),
        Line("", None, 700),
    )
    assert (month.planned, month.cents) == (430, 19_650)


def test_a_line_over_two_months_is_split_by_days() -> None:
    over = spent(3_000, from_on=date(2026, 10, 22), until_on=date(2026, 11, 20))
    assert budgets.month(FIRST, LAST, [], {}, [over]).cents == 2_000
    assert budgets.month(date(2026, 10, 1), date(2026, 10, 31), [], {}, [over]).cents == 1_000


def test_the_same_line_of_a_later_file_takes_the_place_of_the_earlier_one() -> None:
    again = [
        spent(1_000, outside_id="c1", id=1),
        spent(1_500, outside_id="c1", id=2),
        spent(100, outside_id="c2", id=3),
    ]
    assert budgets.month(FIRST, LAST, [], {}, again).cents == 1_600
    assert budgets.month(FIRST, LAST, [], {}, [spent(1_000, id=1), spent(1_000, id=2)]).cents == 2_000
    half = spent(1_500, outside_id="c1", id=1, from_on=FIRST, until_on=date(2026, 11, 15))
    whole = spent(4_000, outside_id="c1", id=2, from_on=FIRST, until_on=LAST)
    assert budgets.month(FIRST, LAST, [], {}, [half, whole]).cents == 4_000, "exports that overlap count once"


def test_currencies_are_never_added_up() -> None:
    month = budgets.month(FIRST, LAST, [], {}, [spent(9_000, currency="USD"), spent(5_000, currency="EUR")])
    assert (month.cents, month.currency, month.other) == (9_000, "USD", (("EUR", 5_000),))


@pytest.mark.parametrize(("cents", "mark"), [(7_999, None), (8_000, 80), (9_999, 80), (10_000, 100), (20_000, 100)])
def test_a_mark_is_reached_at_80_and_at_100_of_a_hundred(cents: int, mark: int | None) -> None:
    assert Line("awareness", 100, cents).mark == mark
    assert Line("awareness", None, cents).mark is None


@pytest.mark.parametrize(("typed", "cents"), [("49", 4_900), ("49.50", 4_950), ("49,50", 4_950), ("$ 49.50", 4_950)])
def test_a_sum_is_read_as_typed(typed: str, cents: int) -> None:
    assert budgets.read_cents(typed) == cents


@pytest.mark.parametrize("typed", ["", "0", "1,200", "1.200", "12.5.0", "about 40", "-3", "9999999"])
def test_a_sum_that_can_be_read_two_ways_is_asked_again(typed: str) -> None:
    with pytest.raises(Misread, match="How much"):
        budgets.read_cents(typed)


@pytest.mark.parametrize(
    ("first", "last"), [(None, None), (date(2026, 11, 9), date(2026, 11, 8)), (date(2026, 11, 26), date(2026, 11, 28))]
)
def test_the_days_of_a_sum_are_over_and_in_order(first: date | None, last: date | None) -> None:
    with pytest.raises(Misread):
        budgets.check_days(first, last, date(2026, 11, 27))
