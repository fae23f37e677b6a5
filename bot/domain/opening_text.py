"""Opening hours of one day as people write them: "9:00-12:00, 13:00-17:00", both ways.

The set-up form and the database use the same text. It refuses to guess: "9-5" is asked about, not read as nine to five.
"""

import re
from datetime import time
from functools import lru_cache
from itertools import pairwise

from bot.domain import misreadings

Interval = tuple[time, time]
_CLOSED = frozenset({"", "closed", "-", "none"})
_DASH = re.compile(r"\s*(?:-|\u2013|\u2014|\bto\b)\s*", re.IGNORECASE)
_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*(?:([ap])\.?m?\.?)?", re.IGNORECASE)


@lru_cache(maxsize=512)
def parse_day(words: str) -> tuple[Interval, ...]:
    """The intervals in order; Misread names the part that is wrong."""
    if words.strip().lower() in _CLOSED:
        return ()
    intervals = sorted(_interval(part.strip()) for part in re.split(r"[,;]", words))
    for (_, closes), (opens, _) in pairwise(intervals):
        if opens <= closes:
            raise misreadings.hours_overlap(closes, opens)
    return tuple(intervals)


def text_of(intervals: tuple[Interval, ...]) -> str:
    """The text that `parse_day` reads as these intervals."""
    return ", ".join(f"{_written(opens)}-{_written(closes)}" for opens, closes in intervals)


def _interval(part: str) -> Interval:
    ends = _DASH.split(part)
    if len(ends) != 2:
        raise misreadings.no_interval(part)
    opens, closes = (_time(end, part) for end in ends)
    if opens >= closes:
        raise misreadings.closes_too_early(part, opens, closes)
    return opens, closes


def _time(words: str, part: str) -> time:
    read = _TIME.fullmatch(words)
    if read is None:
        raise misreadings.no_interval(part)
    hour, minute, half = int(read[1]), int(read[2] or 0), (read[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise misreadings.no_such_time(words)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise misreadings.no_such_time(words) from None


def _written(at: time) -> str:
    return f"{at.hour}:{at.minute:02d}"
