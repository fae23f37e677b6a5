from datetime import date

import pytest

from bot.commands.months import month_after, read_month
from bot.domain.errors import Misread

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", date(2026, 11, 1)),
        ("next", date(2026, 12, 1)),
        ("last month", date(2026, 10, 1)),
        ("Dec", date(2026, 12, 1)),
        ("january", date(2027, 1, 1)),
        ("may", date(2027, 5, 1)),
        ("june", date(2026, 6, 1)),
        ("sept. 2026", date(2026, 9, 1)),
        ("2027-02", date(2027, 2, 1)),
    ],
)
def test_a_month_is_read_as_people_name_it(words: str, expected: date) -> None:
    assert read_month(words, TODAY) == expected


@pytest.mark.parametrize("words", ["2026-13", "decembre", "dec 26", "the month", "12"])
def test_what_names_no_month_is_refused(words: str) -> None:
    with pytest.raises(Misread, match="as a month"):
        read_month(words, TODAY)


def test_months_are_counted_over_the_end_of_a_year() -> None:
    assert month_after(date(2026, 12, 31), 1) == date(2027, 1, 1)
    assert month_after(date(2027, 1, 31), -1) == date(2026, 12, 1)
