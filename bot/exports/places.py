"""Rows of days: the numbers of a whole account, each on its day."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.exports import PlaceCount, Question, Skipped, Why
from bot.exports import days, yearless
from bot.exports.counting import counted
from bot.exports.finding import Given, Matched


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
    if yearless.are(values):
        running = yearless.running_on(values, given)
        return running, running.question
    order = days.order_of([*values, *also], given, likely=likely)
    return order, order.question


def _why_not(on: date | None, seen: set[date], given: Given) -> Why | None:
    if on is None:
        return Why.NO_DAY
    if on > given.tomorrow:
        return Why.OUTSIDE
    return Why.REPEATED if on in seen else None
