"""Days without a year, as TikTok writes them: the years that fit best, and the question where that isn't sure.

Rows of days run on from one to the next. Rows of posts may be in any order, and none is older than a year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise

from bot.domain.exports import Asks, Question
from bot.domain.said import MONTHS
from bot.exports import days
from bot.exports.finding import Given

Day = tuple[int, int]
"""A month and a day."""
_FRESH = timedelta(days=35)
"""A file without years that ends within this time is taken to be of now."""
_YEARS_BACK = 3


@dataclass(frozen=True, slots=True)
class Yearless:
    """The days of one file with their years, and the question that they may leave open."""

    years: Mapping[Day, int]
    question: Question | None = None

    def on(self, value: object) -> date | None:
        """Read the day of a cell; one that has its year keeps it."""
        day = days.look_without_year(value)
        if day is not None:
            return _dated(day, self.years[day])
        seen = days.look(value)
        return seen.day_first if seen and not seen.is_open else None

    def moment(self, value: object) -> tuple[date | None, datetime | None, tzinfo | None]:
        """Read the day of a cell; a day without a year is never written with a time."""
        return self.on(value), None, None


def are(values: Sequence[object]) -> bool:
    """Tell whether any of these is a day without a year."""
    return any(days.look_without_year(value) for value in values)


def running_on(values: Sequence[object], given: Given) -> Yearless:
    """Read days that run on from one to the next, forwards or back: their years follow from the last one's."""
    seen = _seen(values)
    back = sum(_is_before(later, earlier) for earlier, later in pairwise(seen))
    ordered = seen[::-1] if back > len(seen) / 2 else seen
    turns, turn = [], 0
    for place, day in enumerate(ordered):
        turn += place > 0 and day < ordered[place - 1]
        turns.append((day, turn))
    last_day, last_turn = turns[-1]
    year = given.answers.year or _latest_year(last_day, given.today)
    return Yearless({day: year - last_turn + turn for day, turn in turns}, _ask(last_day, year, given))


def of_a_year(values: Sequence[object], given: Given) -> Yearless:
    """Read days in any order, all of them within the year that ends with the last of them."""
    latest = {day: _latest_year(day, given.today) for day in _seen(values)}
    last_year, last_day = max((year, day) for day, year in latest.items())
    earlier = last_year - (given.answers.year or last_year)
    return Yearless({day: year - earlier for day, year in latest.items()}, _ask(last_day, last_year - earlier, given))


def _seen(values: Sequence[object]) -> list[Day]:
    return [found for value in values if (found := days.look_without_year(value)) is not None]


def _ask(last_day: Day, year: int, given: Given) -> Question | None:
    last = _dated(last_day, year)
    if given.answers.year or (last and given.today - last <= _FRESH):
        return None
    example = f"{last.day} {MONTHS[last.month - 1]}" if last else ""
    return Question(Asks.YEAR, example, str(year), tuple(str(year - back) for back in range(_YEARS_BACK)))


def _is_before(day: Day, other: Day) -> bool:
    """Whether the way from a day to the other is shorter than back from it, round the year."""
    return 0 < (date(2024, *other) - date(2024, *day)).days % 366 < 183


def _latest_year(day: Day, today: date) -> int:
    """The last year in which a day exists and is over."""
    years = range(today.year, today.year - 9, -1)
    return next(year for year in years if (on := _dated(day, year)) is not None and on <= today)


def _dated(day: Day, year: int) -> date | None:
    try:
        return date(year, *day)
    except ValueError:
        return None
