from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outline import Outline, comes_round
from storage.tables import Slot


def slot(weekday: int, **given: object) -> Slot:
    return Slot(id=1, workspace_id=1, weekday=weekday, at=time(10), kind="human", **given)


def days(slot: Slot, first: date, last: date) -> list[date]:
    return [turn.on for turn in Outline([slot]).turns(first, last)]


@pytest.mark.parametrize(
    ("weekday", "rank", "expected"),
    [
        (1, 2, [date(2027, 2, 9), date(2027, 3, 9)]),
        (0, 1, [date(2027, 2, 1), date(2027, 3, 1)]),
        (6, -1, [date(2027, 2, 28), date(2027, 3, 28)]),
        (4, -1, [date(2027, 2, 26), date(2027, 3, 26)]),
        (0, 4, [date(2027, 2, 22), date(2027, 3, 22)]),
    ],
)
def test_a_monthly_place_comes_round_once_in_every_month(weekday: int, rank: int, expected: list[date]) -> None:
    assert days(slot(weekday, rank=rank), date(2027, 2, 1), date(2027, 3, 31)) == expected


def test_a_place_comes_round_between_its_first_and_its_last_day_and_both_count() -> None:
    stretch = slot(3, since_on=date(2026, 12, 3), until_on=date(2026, 12, 17))
    assert days(stretch, date(2026, 11, 1), date(2027, 1, 31)) == [date(2026, 12, day) for day in (3, 10, 17)]


@given(st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]), st.integers(2024, 2040), st.integers(1, 12))
def test_whatever_the_month_a_monthly_place_has_exactly_one_day_in_it(
    weekday: int, rank: int, year: int, month: int
) -> None:
    monthly = slot(weekday, rank=rank)
    found = [day for day in range(1, 32) if exists(year, month, day) and comes_round(monthly, date(year, month, day))]
    assert len(found) == 1


def exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
