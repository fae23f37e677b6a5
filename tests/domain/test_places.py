"""What is known of accounts in a week and over longer stretches."""

from datetime import UTC, date, datetime, timedelta

from bot.blocks import file_phrases
from bot.domain import places
from bot.domain.weeks import Week
from storage.tables import PlaceFigures

AT = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
WEEK = Week.of(date(2026, 11, 18))
MONDAY, SUNDAY = WEEK.days[0], WEEK.days[-1]


def row(number, first, last=None, *, count="visits", place="instagram"):
    return PlaceFigures(workspace_id=1, place=place, count=count, from_on=first, until_on=last or first, number=number,
                        entered_at=AT)  # fmt: skip


def known(rows):
    return {(each.place, count): (number.number, number.days)
            for each in places.of_week(rows, WEEK) for count, number in each.numbers.items()}  # fmt: skip


def test_days_add_up_to_a_week_and_say_how_many_they_are():
    days = [row(10, MONDAY + timedelta(days=number)) for number in range(5)]
    assert known(days) == {("instagram", "visits"): (50, 5)}
    [account] = places.of_week([*days, *(row(1, day.from_on, count="views") for day in days)], WEEK)
    assert file_phrases.account(account) == "Instagram (5 of 7 days): 5 views, 50 visits"


def test_a_number_of_the_whole_week_stands_for_its_days_and_the_newest_counts():
    rows = [row(10, MONDAY), row(90, MONDAY, SUNDAY), row(95, MONDAY, SUNDAY)]
    assert known(rows) == {("instagram", "visits"): (95, 7)}


def test_people_are_never_added_up_so_the_best_day_is_told_and_followers_are_those_at_the_end():
    rows = [row(100, MONDAY, count="followers"), row(104, SUNDAY, count="followers"), row(50, MONDAY, count="reach"),
            row(60, SUNDAY, count="reach")]  # fmt: skip
    assert known(rows) == {("instagram", "followers"): (104, 7), ("instagram", "reach"): (60, 2)}
    [account] = places.of_week(rows, WEEK)
    assert file_phrases.account(account) == "Instagram: 104 followers, 60 people reached on the best day (2 of 7 days)"


def test_stretches_that_overlap_are_not_added_up():
    assert known([row(10, MONDAY, MONDAY + timedelta(days=2)), row(9, MONDAY + timedelta(days=1))]) == {}


def test_a_month_is_told_beside_the_weeks():
    month = row(48, date(2026, 10, 1), date(2026, 10, 31), count="calls", place="google")
    [account] = places.longer([month, row(9, MONDAY)], date(2026, 10, 1))
    assert (account.place, account.from_on, account.numbers["calls"].number) == ("google", date(2026, 10, 1), 48)
    assert places.longer([month], date(2026, 11, 1)) == ()
