"""Numbers of whole accounts and listings: what is known of a week and of longer stretches.

Days add up to a week where every one of them can be counted; how many people there were, or were reached, never does,
so of them the best day is told.
The newest row of the same stretch counts. Pure: rows in, values out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain.counts import PLACE_COUNTS
from bot.domain.weeks import Week
from storage.tables import PlaceFigures

BY_HAND: Mapping[str, tuple[str, ...]] = {
    "instagram": ("followers", "views", "visits"),
    "facebook": ("followers", "views", "visits"),
    "google": ("calls", "website_clicks", "directions"),
    "website": ("visits",),
}
"""What a person enters of a week, by place; each network shows it on one page."""
_PEOPLE = frozenset({"reach", "viewers"})
"""Counts of people, who may be the same every day."""
_LEVEL = "followers"
"""How many there were at the end of a stretch."""
_A_DAY = timedelta(days=1)
_A_WEEK = 7
_ORDER = {count: place for place, count in enumerate(PLACE_COUNTS)}


@dataclass(frozen=True, slots=True)
class Number:
    """One number, over how many days it was counted, and the row it comes from last.

    `is_most` says that it is the most on any one of the days: people can't be added up from day to day.
    """

    number: int
    days: int
    row: PlaceFigures
    is_most: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of one account or listing over a stretch of days, by count."""

    place: str
    from_on: date
    until_on: date
    numbers: Mapping[str, Number] = field(default_factory=dict)


def of_week(rows: Sequence[PlaceFigures], week: Week) -> tuple[Account, ...]:
    """Give what is known of each place in a week: a number of the whole week, or what its days add up to."""
    first, last = week.days[0], week.days[-1]
    within = [row for row in newest(rows) if first <= row.from_on and row.until_on <= last]
    counted: dict[tuple[str, str], list[PlaceFigures]] = {}
    for row in within:
        counted.setdefault((row.place, row.count), []).append(row)
    accounts: dict[str, dict[str, Number]] = {}
    for (place, count), found in sorted(counted.items(), key=lambda item: _ORDER.get(item[0][1], len(_ORDER))):
        number = _of_week(found, count, week)
        if number is not None:
            accounts.setdefault(place, {})[count] = number
    return tuple(Account(place, first, last, accounts[place]) for place in sorted(accounts))


def longer(rows: Sequence[PlaceFigures], since: date) -> tuple[Account, ...]:
    """Give what is known of stretches of more than a week that end after a day, the last of each place."""
    found: dict[tuple[str, date, date], dict[str, Number]] = {}
    for row in newest(rows):
        days = (row.until_on - row.from_on).days + 1
        if days > _A_WEEK and row.until_on > since:
            found.setdefault((row.place, row.until_on, row.from_on), {})[row.count] = Number(row.number, days, row)
    last = {place: (place, until_on, from_on) for place, until_on, from_on in sorted(found)}
    return tuple(Account(place, key[2], key[1], found[key]) for place, key in last.items())


def newest(rows: Iterable[PlaceFigures]) -> list[PlaceFigures]:
    """Give the newest row of each stretch; rows come in the order they were written."""
    return list({(row.place, row.count, row.from_on, row.until_on): row for row in rows}.values())


def _of_week(rows: Sequence[PlaceFigures], count: str, week: Week) -> Number | None:
    whole = [row for row in rows if row.from_on == week.days[0] and row.until_on == week.days[-1]]
    if whole:
        return Number(whole[-1].number, len(week.days), whole[-1])
    last = max(rows, key=lambda row: row.until_on)
    if count in _PEOPLE:
        return _most(rows)
    if count == _LEVEL:
        return Number(last.number, len(week.days), last)
    days = {row.from_on + number * _A_DAY for row in rows for number in range((row.until_on - row.from_on).days + 1)}
    if len(days) < sum((row.until_on - row.from_on).days + 1 for row in rows):
        return None  # stretches that overlap count some days twice
    return Number(sum(row.number for row in rows), len(days), last)


def _most(rows: Sequence[PlaceFigures]) -> Number | None:
    """The most on any one day, where there are numbers of single days."""
    daily = [row for row in rows if row.from_on == row.until_on]
    best = max(daily, key=lambda row: row.number, default=None)
    return Number(best.number, len(daily), best, is_most=True) if best else None
