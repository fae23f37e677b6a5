"""Opening hours of one day as people write them: "9:00-12:00, 13:00-17:00", both ways.

The set-up form and the database use the same text. It refuses to guess: "9-5" is asked about, not read as nine to five,
and "1-5" is no time of night unless it says so: "1am-5am", or "01:00-05:00" as on the 24-hour clock.
"""

import re
from datetime import time
from functools import lru_cache
from itertools import pairwise

from bot.domain import misreadings

Interval = tuple[time, time]
_CLOSED = frozenset({"", "closed", "-", "none"})
_DASH = re.compile(r"\s*(?:-|\u2013|\u2014|\bto\b)\s*", re.IGNORECASE)
_EARLY = re.compile(r"[1-5](?:[:.][0-9]{2})?")
_KEPT_EARLY = re.compile(r"(?<![0-9:])([1-5]):")
_FIRST_OF_DAY = 6
_NOON = 12
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


@lru_cache(maxsize=512)
def kept_day(text: str) -> tuple[Interval, ...]:
    """The intervals that `text_of` wrote; it once wrote no zero before an early hour."""
    return parse_day(_KEPT_EARLY.sub(r"0\1:", text))


def text_of(intervals: tuple[Interval, ...]) -> str:
    """The text that `parse_day` reads as these intervals."""
    return ", ".join(f"{_written(opens)}-{_written(closes)}" for opens, closes in intervals)


def _interval(part: str) -> Interval:
    ends = _DASH.split(part)
    if len(ends) != 2:
        raise misreadings.no_interval(part)
    opens, closes = (_time(end, part) for end in ends)
    says_am, says_pm = ("a" in ends[1].lower(), "p" in ends[1].lower())
    by_day = _afternoon(opens), closes if closes.hour >= _NOON else _afternoon(closes)
    if _EARLY.fullmatch(ends[0]) and by_day[0] < by_day[1] and (says_pm or (closes.hour < _NOON and not says_am)):
        raise misreadings.night_or_day(part, opens, by_day[0], text_of((by_day,)), text_of(((opens, closes),)))
    if opens >= closes:
        is_by_day = not (says_am or says_pm) and opens < by_day[1]
        nearest = text_of(((opens, by_day[1]),)) if is_by_day else None
        raise misreadings.closes_too_early(part, opens, closes, nearest)
    return opens, closes


def _afternoon(at: time) -> time:
    return at.replace(hour=at.hour % _NOON + _NOON)


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
    return f"{at.hour:02d}:{at.minute:02d}" if 0 < at.hour < _FIRST_OF_DAY else f"{at.hour}:{at.minute:02d}"
