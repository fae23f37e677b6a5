"""Single cells: numbers, amounts, ids, days and times as files write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exports import days, numbers


@pytest.mark.parametrize(
    "value", ["", " ", "-", "--", " --", "\u2014", "N/A", "n/a", "undefined", "null", "NaN", "<15", None]
)
def test_unknown_is_unknown_and_never_zero(value):
    assert numbers.count(value) is None
    assert numbers.cents(value, mark=".") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", 0),
        ("7", 7),
        (" 41 ", 41),
        ("1,234", 1234),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\xa0234", 1234),
        ("1\u202f234\u202f567", 1_234_567),
        ("1'234", 1234),
        ("1\u2019234", 1234),
        ("12,400", 12400),
        ("1.234.567", 1_234_567),
        ("12.0", 12),
        ("12,00", 12),
        ("1,234.0", 1234),
        ("1.234,0", 1234),
        ("+5", 5),
        (17, 17),
        (17.0, 17),
    ],
)
def test_whole_numbers(value, expected):
    assert numbers.count(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "12,5",
        "12.5",
        "=1+1",
        "5%",
        "-3",
        "1,23,4",
        "1,23,0",
        "1,,2",
        "٣",
        "abc",
        "1e5",
        12.75,
        True,
        float("inf"),
        "9" * 20,
    ],
)
def test_what_is_no_whole_number(value):
    with pytest.raises(numbers.NotANumber):
        numbers.count(value)


def test_only_what_may_fall_is_below_zero():
    assert [numbers.count(value, may_fall=True) for value in ("-3", "\u22123", "- 1,204")] == [-3, -3, -1204]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["12.50", "1,234.00"], [1250, 123_400]),
        (["12,50", "1.234,00"], [1250, 123_400]),
        (["1,234"], [123_400]),
        (["1.234"], [123_400]),
        (["1.234", "0.5"], [123, 50]),
        (["1,234", "7,5"], [123, 750]),
        (["1,234,567"], [123_456_700]),
        (["0,125"], [12]),
        (["$1,250.60", "$ 3"], [125_060, 300]),
        (["1.250,60 €", "3 €"], [125_060, 300]),
        (["USD 12", "12 SEK", "12 kr", "R$ 1.200,50"], [1200, 1200, 1200, 120_050]),
        (["1 234,56"], [123_456]),
        ([3, 3.25, 0], [300, 325, 0]),
    ],
)
def test_amounts_are_read_by_what_their_column_shows(values, expected):
    mark = numbers.decimal_mark(values)

    assert [numbers.cents(value, mark=mark) for value in values] == expected


def test_currencies_with_three_decimals_keep_them():
    assert numbers.cents("12.345", mark=None, currency="KWD") == 1234
    assert numbers.cents("12.345", mark=None, currency="USD") == 1_234_500


@pytest.mark.parametrize("value", ["=1+1", "-5", "5 apples", "12..5", "1-2", True, -1, "USD"])
def test_what_is_no_amount(value):
    with pytest.raises(numbers.NotANumber):
        numbers.cents(value, mark=".")


@given(st.integers(0, 10**9), st.sampled_from([",", ".", " ", "'", "\xa0"]))
def test_every_grouped_number_comes_back(number, mark):
    assert numbers.count(f"{number:,}".replace(",", mark)) == number


@given(st.integers(0, 10**8), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("'", ".")]))
def test_every_amount_with_cents_comes_back(amount, marks):
    thousands, decimal = marks
    words = f"{amount // 100:,}".replace(",", thousands) + decimal + f"{amount % 100:02}"

    assert numbers.cents(words, mark=numbers.decimal_mark([words])) == amount


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("122158000000000123", ("122158000000000123", True)),
        ("'122158000000000123", ("122158000000000123", True)),
        ("122158000000000000", ("122158000000000000", False)),
        ("1.22158E+17", ("", False)),
        ("1,22158E+17", ("", False)),
        (1.22158e17, ("", False)),
        (122158000000000000, ("", False)),
        (1001, ("1001", True)),
        ("178_abc", ("178_abc", True)),
        (None, ("", False)),
        ("", ("", False)),
    ],
)
def test_ids_that_a_spreadsheet_has_rounded_are_not_whole(value, expected):
    assert numbers.identifier(value) == expected


@pytest.mark.parametrize(
    ("value", "day_first", "month_first", "at"),
    [
        ("2026-11-03", date(2026, 11, 3), date(2026, 11, 3), None),
        ("2026-11-03T00:00:00", date(2026, 11, 3), date(2026, 11, 3), time(0)),
        ("2026/11/03 18:20", date(2026, 11, 3), date(2026, 11, 3), time(18, 20)),
        ("03/11/2026", date(2026, 11, 3), date(2026, 3, 11), None),
        ("03/27/2026 06:08", None, date(2026, 3, 27), time(6, 8)),
        ("27/03/2026 06:08", date(2026, 3, 27), None, time(6, 8)),
        ("3-11-26", date(2026, 11, 3), date(2026, 3, 11), None),
        ("03.11.2026 18:08", date(2026, 11, 3), date(2026, 11, 3), time(18, 8)),
        ("11/3/2026, 6:08:09 PM", date(2026, 3, 11), date(2026, 11, 3), time(18, 8, 9)),
        ("11/3/2026 12:05 a.m.", date(2026, 3, 11), date(2026, 11, 3), time(0, 5)),
        ("Nov 3, 2026", date(2026, 11, 3), date(2026, 11, 3), None),
        ("November 3, 2026 6:08 PM", date(2026, 11, 3), date(2026, 11, 3), time(18, 8)),
        ("Tuesday, November 3, 2026", date(2026, 11, 3), date(2026, 11, 3), None),
        ("3 de novembro de 2026", date(2026, 11, 3), date(2026, 11, 3), None),
        ("3. März 2026 18:08", date(2026, 3, 3), date(2026, 3, 3), time(18, 8)),
        ("3 août 2026 à 18h08", date(2026, 8, 3), date(2026, 8, 3), time(18, 8)),
        ("1er janv. 2026", date(2026, 1, 1), date(2026, 1, 1), None),
        ("3 maj 2026", date(2026, 5, 3), date(2026, 5, 3), None),
        ("3 ene 2026", date(2026, 1, 3), date(2026, 1, 3), None),
        (date(2026, 11, 3), date(2026, 11, 3), date(2026, 11, 3), None),
        (datetime(2026, 11, 3, 18, 8), date(2026, 11, 3), date(2026, 11, 3), time(18, 8)),  # noqa: DTZ001 - a cell
    ],
)
def test_days_and_times_in_both_orders(value, day_first, month_first, at):
    seen = days.look(value)

    assert seen is not None
    assert (seen.day_first, seen.month_first, seen.at) == (day_first, month_first, at)


@pytest.mark.parametrize(
    "value", ["", "Lifetime", "31/31/2026", "November", "2026", "41", "3:15", "12 posts", 45_000, None, "Nov 31, 2026"]
)
def test_what_is_no_day(value):
    assert days.look(value) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("August 31", (8, 31)),
        ("31 de agosto", (8, 31)),
        ("31. August", (8, 31)),
        ("31 août", (8, 31)),
        ("31 augusti", (8, 31)),
        ("1er février", (2, 1)),
        ("February 29", (2, 29)),
        ("February 30", None),
        ("August 31, 2026", None),
        ("August", None),
        ("31", None),
    ],
)
def test_days_without_a_year(value, expected):
    assert days.look_without_year(value) == expected


def test_a_clock_that_is_told_is_kept():
    seen = days.look("2026-08-07T08:21:55-05:00")

    assert seen is not None
    assert seen.offset is not None
    assert str(seen.offset) == "UTC-05:00"
