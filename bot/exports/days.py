"""Dates and times as files write them, and whether the day or the month comes first, which is decided once per file.

A file decides it by any date that can be read in one order only, or that the other order would put after today.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo

from bot.domain import export_errors
from bot.domain.exports import Asks, Question
from bot.exports.finding import Given
from bot.exports.months import month_named

_NUMBERS = re.compile(r"\b(\d{4}|\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{1,2})\b")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(?:([ap])\.?\s?m\b)?", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?![\d:])")
_ZONED = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$")


@dataclass(frozen=True, slots=True)
class Seen:
    """One cell in both orders; they are the same where there is no doubt, and None where an order gives no date."""

    day_first: date | None
    month_first: date | None
    at: time | None = None
    offset: tzinfo | None = None
    is_typed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the two orders give two dates."""
        return None not in (self.day_first, self.month_first) and self.day_first != self.month_first


def look(value: object) -> Seen | None:
    """Read one cell in both orders; None where it is no date with a year."""
    if isinstance(value, datetime):
        at = value.time() if value.time() != time() else None
        return Seen(value.date(), value.date(), at, value.tzinfo, is_typed=True)
    if isinstance(value, date):
        return Seen(value, value, is_typed=True)
    words = value.strip() if isinstance(value, str) else ""
    if not words or not any(sign.isdigit() for sign in words) or len(words) > 60:
        return None
    return _standard(words) or _in_numbers(words) or _in_words(words)


def look_without_year(value: object) -> tuple[int, int] | None:
    """Read a month and a day, "August 31" or "31 de agosto"; None where there is a year, or no such day."""
    words = value.strip() if isinstance(value, str) else ""
    if _YEAR.search(words):
        return None
    month, day = month_named(words), _DAY.search(words)
    if month is None or day is None or _on(2024, month, int(day[1])) is None:
        return None
    return month, int(day[1])


@dataclass(frozen=True, slots=True)
class Order:
    """The order in which the dates of one file are read, and the question that it may leave open."""

    day_first: bool
    question: Question | None = None

    def on(self, value: object) -> date | None:
        """Read the day of a cell."""
        seen = look(value)
        return None if seen is None else self._choose(seen)

    def moment(self, value: object) -> tuple[date | None, datetime | None, tzinfo | None]:
        """Read the day of a cell, its moment on whatever clock it was written by, and the clock where it is told."""
        seen = look(value)
        on = None if seen is None else self._choose(seen)
        if seen is None or on is None or seen.at is None:
            return on, None, None
        return on, datetime.combine(on, seen.at), seen.offset

    def _choose(self, seen: Seen) -> date | None:
        return (seen.day_first if self.day_first else seen.month_first) or seen.day_first or seen.month_first


def order_of(values: Iterable[object], given: Given, *, likely: bool | None = None) -> Order:
    """Decide the order of a file's dates; `likely` is what its language does.

    Raises:
        Misread: its dates contradict each other.
    """
    told = _Told(given.tomorrow)
    for value in values:
        told.see(value)
    if len(told.words) == 2:
        raise export_errors.two_orders(_short(told.words[True]), _short(told.words[False]))
    if told.has_typed and (told.words or told.open_one):
        raise export_errors.turned_around(_short(told.open_one or next(iter(told.words.values()))))
    if told.words:
        return Order(day_first=next(iter(told.words)))
    if len(told.late) == 1:
        return Order(day_first=True not in told.late)
    answered = given.answers.day_first
    proposed = answered if answered is not None else given.day_first if likely is None else likely
    if not told.open_one or answered is not None:
        return Order(day_first=proposed)
    orders = ("day_first", "month_first")
    return Order(proposed, Question(Asks.DATE_ORDER, _short(told.open_one), orders[not proposed], orders))


@dataclass(slots=True)
class _Told:
    """What the dates of a file tell about their order, by whether the day comes first.

    `words` has a date that can be read in that order only, `late` the orders that would put one after the last day.
    """

    last: date
    words: dict[bool, str] = field(default_factory=dict)
    late: set[bool] = field(default_factory=set)
    open_one: str = ""
    has_typed: bool = False

    def see(self, value: object) -> None:
        """Look at one cell."""
        seen = look(value)
        if seen is None:
            return
        self.has_typed |= seen.is_typed
        if (seen.day_first is None) != (seen.month_first is None):
            self.words.setdefault(seen.day_first is not None, str(value))
        elif seen.is_open:
            self.open_one = self.open_one or str(value)
            orders = ((True, seen.day_first), (False, seen.month_first))
            self.late |= {order for order, on in orders if on and on > self.last}


def _standard(words: str) -> Seen | None:
    """A date as the standard has it: 2026-11-03T08:21:55-05:00."""
    if not re.match(r"\d{4}-\d{2}-\d{2}(?:$|[T ])", words):
        return None
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    at = moment.time() if len(words) > 10 else None
    return Seen(moment.date(), moment.date(), at, moment.tzinfo)


def _in_numbers(words: str) -> Seen | None:
    found = _NUMBERS.search(words)
    if found is None:
        return None
    first, mark, second, third = int(found[1]), found[2], int(found[3]), int(found[4])
    at, offset = _clock(words[found.end() :])
    if len(found[1]) > 2:
        on = _on(first, second, third)
        return Seen(on, on, at, offset) if on else None
    year = third if third > 99 else third + 2000
    day_first = _on(year, second, first)
    month_first = day_first if mark == "." else _on(year, first, second)
    return Seen(day_first, month_first, at, offset) if day_first or month_first else None


def _in_words(words: str) -> Seen | None:
    """A date with its month's name: "Nov 3, 2026 6:08 PM", "3 de novembro de 2026"."""
    month, year = month_named(words), _YEAR.search(words)
    if month is None or year is None:
        return None
    without = words[: year.start()] + " " + words[year.end() :]
    at, offset = _clock(without)
    day = _DAY.search(_CLOCK.sub(" ", without))
    on = _on(int(year[0]), month, int(day[1])) if day else None
    return Seen(on, on, at, offset) if on else None


def _clock(words: str) -> tuple[time | None, tzinfo | None]:
    found = _CLOCK.search(words)
    if found is None:
        return None, None
    hour, half = int(found[1]), (found[4] or "").lower()
    if hour > 23 or int(found[2]) > 59 or int(found[3] or 0) > 59 or (half and not 1 <= hour <= 12):
        return None, None
    at = time(hour % 12 + 12 * (half == "p") if half else hour, int(found[2]), int(found[3] or 0))
    zoned = _ZONED.search(words.strip())
    return at, datetime.fromisoformat(f"2026-01-01T00:00:00{zoned[0]}").tzinfo if zoned else None


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _short(words: str) -> str:
    return words.strip()[:30]
