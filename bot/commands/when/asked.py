"""What a rule for days is asked with, and the little calendar arithmetic the rules share."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain import misreadings

Parts = Mapping[str, Any]
"""The values of the words that name a day, by their kind."""


@dataclass(frozen=True, slots=True)
class Asked:
    """From which day on a day is looked for, how figures are ordered, and whether the past may be meant."""

    today: date
    day_first: bool
    looks_back: bool = False


DayRule = Callable[[Parts, Asked], date]


def month_from(on: date, months: int) -> tuple[int, int]:
    """The year and month that is so many months from this day's."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return year, month + 1


def last_day(year: int, month: int) -> int:
    """The number of the last day of a month."""
    return monthrange(year, month)[1]


def exists(year: int, month: int, day: int) -> bool:
    """Whether a month has this day."""
    return 1 <= day <= last_day(year, month)


def date_of(year: int, month: int, day: int) -> date:
    """The day, or Misread where its month does not have it."""
    if not exists(year, month, day):
        raise misreadings.no_such_day(day, month, year, last_day(year, month))
    return date(year, month, day)
