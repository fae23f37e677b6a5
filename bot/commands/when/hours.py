"""Reading from when until when something lasts: "10-14", "10am to 2pm", "from 9:30 until noon".

An hour without am or pm is read so that the stretch begins before it ends, in the waking hours of a day; where both
halves of the day would do, the one in opening hours, or nothing. It refuses to know which day it is.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import product

from bot.domain import event_errors
from bot.domain.hours import Opening

_CLOCK = r"(?:noon|midday|[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]\.?m\.?|h)?)"
_UNTIL = r"(?:-|\u2013|\u2014| to | till | until | and )"
_STRETCH = re.compile(rf"(?<![\w:./-])(?:from |between )?({_CLOCK})\s*{_UNTIL}\s*({_CLOCK})(?![\w:/-])", re.IGNORECASE)
_HOUR = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s?(?:([ap])\.?m\.?|h)?", re.IGNORECASE)
_EXACT = re.compile(r"(?:0[0-9]|1[3-9]|2[0-9])(?:[:.][0-9]{2})?\s?h?", re.IGNORECASE)
"""On the 24-hour clock, and so is what stands beside it."""
_FIRST, _LAST = time(6), time(22)


def find_stretch(words: str) -> tuple[str, int, int] | None:
    """Give the last stretch of hours in a line, and where it stands; None where there is none."""
    found = list(_STRETCH.finditer(words))
    return (found[-1][0], found[-1].start(), found[-1].end()) if found else None


def read_stretch(words: str, on: date, opening: Opening) -> tuple[time, time]:
    """Give the two times that a stretch names on a day; Misread where it names none, or more than one pair."""
    found = _STRETCH.fullmatch(words)
    if found is None:
        raise event_errors.no_such_hours(words)
    is_exact = any(_EXACT.fullmatch(clock) for clock in found.groups())
    first, last = (list(_readings(clock, is_exact=is_exact)) for clock in found.groups())
    pairs = [(starts, ends) for starts, ends in product(first, last) if starts < ends]
    waking = [pair for pair in pairs if pair[0] >= _FIRST and pair[1] <= _LAST] or pairs
    if not waking:
        raise event_errors.no_such_hours(words)
    return _likeliest(words, waking, on, opening)


def _readings(words: str, *, is_exact: bool) -> Iterator[time]:
    if words.lower() in ("noon", "midday"):
        yield time(12)
        return
    parts = _HOUR.fullmatch(words)
    hour, minute = (int(parts[1]), int(parts[2] or 0)) if parts else (24, 0)
    half = (parts[3] or "").lower() if parts else ""
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        return
    if half:
        yield time(hour % 12 + (12 if half == "p" else 0), minute)
    elif 1 <= hour <= 12 and not is_exact:
        yield time(hour % 12, minute)
        yield time(hour % 12 + 12, minute)
    else:
        yield time(hour, minute)


def _likeliest(words: str, pairs: Sequence[tuple[time, time]], on: date, opening: Opening) -> tuple[time, time]:
    """The shortest stretch; of two that are as short, the one that lies in opening hours."""
    shortest = min(_minutes(pair) for pair in pairs)
    likely = [pair for pair in pairs if _minutes(pair) == shortest]
    inside = [pair for pair in likely if opening.holds(on, pair[0]) and opening.holds(on, pair[1])]
    chosen = likely if len(likely) == 1 else inside
    if len(chosen) != 1:
        raise event_errors.which_reading(words, *likely[:2])
    return chosen[0]


def _minutes(pair: tuple[time, time]) -> int:
    return (pair[1].hour - pair[0].hour) * 60 + pair[1].minute - pair[0].minute
