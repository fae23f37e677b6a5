"""Rows of days: the numbers of a whole account, each on its day."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

from bot.domain.exports import Asks, PlaceCount, Question, Skipped, Why
from bot.domain.said import MONTHS
from bot.exports import days
from bot.exports.counting import counted
from bot.exports.finding import Given, Matched

_FRESH = timedelta(days=35)
"""A file without years that ends within this time is taken to be of now."""
_YEARS_BACK = 3


class Calendar(Protocol):
    """Whatever reads the days of one file."""

    def on(self, value: object, /) -> date | None:
        """Read the day of a cell."""


def read(
    matched: Matched, given: Given, *, place: str, counts: Sequence[str], likely: bool | None = None
) -> tuple[list[PlaceCount], list[Question | None]]:
    """Read a table with one row for each day in its column "on", and these counts in columns of the same names."""
    names = [name for name in counts if name in matched.places]
    picked = [(number, [matched.cell(values, name) for name in ("on", *names)]) for number, values in matched.rows]
    calendar, question = calendar_of([values[0] for _, values in picked], given, likely=likely)
    found: list[PlaceCount] = []
    seen: set[date] = set()
    for number, values in picked:
        on = calendar.on(values[0])
        why = _why_not(on, seen, given)
        known = counted(matched, number, zip(names, values[1:], strict=True)) if why is None else {}
        if on is None or why is not None:
            matched.skipped.append(Skipped(number, why or Why.NO_DAY))
            continue
        seen.add(on)
        found += [PlaceCount(number, place, name, on, on, known[name]) for name in names if name in known]
        if not known:
            matched.skipped.append(Skipped(number, Why.NO_NUMBERS))
    return found, [question]


def calendar_of(
    values: Sequence[object], given: Given, *, also: Sequence[object] = (), likely: bool | None = None
) -> tuple[Calendar, Question | None]:
    """Give what reads these days: in one order, or where they have no year, with the years that fit best.

    `also` are other days of the same file, which may show the order, too.
    """
    if values and any(days.look_without_year(value) for value in values):
        yearless = Yearless(values, given)
        return yearless, yearless.question
    order = days.order_of([*values, *also], given, likely=likely)
    return order, order.question


class Yearless:
    """Days without a year, which run on from one to the next: their years follow from the last one's."""

    def __init__(self, values: Sequence[object], given: Given) -> None:
        seen = [found for value in values if (found := days.look_without_year(value)) is not None]
        back = sum(_is_before(later, earlier) for earlier, later in pairwise(seen))
        ordered = seen[::-1] if back > len(seen) / 2 else seen
        turns, turn = [], 0
        for place, day in enumerate(ordered):
            turn += place > 0 and day < ordered[place - 1]
            turns.append((day, turn))
        last_day, last_turn = turns[-1]
        year = given.answers.year or _latest_year(last_day, given.today)
        self._years = {day: year - last_turn + turn for day, turn in turns}
        self.question = self._ask(last_day, year, given)

    def on(self, value: object) -> date | None:
        """Read the day of a cell."""
        day = days.look_without_year(value)
        return None if day is None else _dated(day, self._years[day])

    def _ask(self, last_day: tuple[int, int], year: int, given: Given) -> Question | None:
        last = _dated(last_day, year)
        if given.answers.year or (last and given.today - last <= _FRESH):
            return None
        example = f"{last.day} {MONTHS[last.month - 1]}" if last else ""
        return Question(Asks.YEAR, example, str(year), tuple(str(year - back) for back in range(_YEARS_BACK)))


def _is_before(day: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the way from a day to the other is shorter than back from it, round the year."""
    return 0 < (date(2024, *other) - date(2024, *day)).days % 366 < 183


def _latest_year(day: tuple[int, int], today: date) -> int:
    """The last year in which a day exists and is over."""
    years = range(today.year, today.year - 9, -1)
    return next(year for year in years if (on := _dated(day, year)) is not None and on <= today)


def _dated(day: tuple[int, int], year: int) -> date | None:
    try:
        return date(year, *day)
    except ValueError:
        return None


def _why_not(on: date | None, seen: set[date], given: Given) -> Why | None:
    if on is None:
        return Why.NO_DAY
    if on > given.tomorrow:
        return Why.OUTSIDE
    return Why.REPEATED if on in seen else None
