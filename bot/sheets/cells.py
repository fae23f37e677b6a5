"""What stands in a cell, and the plain words it means.

Excel keeps real dates and times; people and CSV files write them in words. Words that begin like a formula are written
so that no spreadsheet reckons with them. It refuses to guess: 3/4 is read in the practice's own order.
"""

import re
from datetime import date, datetime, time
from typing import assert_never

from bot.domain import posts, sheet_errors
from bot.domain.sheet import Column, Holds

_DAY = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_TIME = re.compile(r"([0-9]{1,2})[:.h]([0-9]{2})(?::00)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Wrong(ValueError):  # noqa: N818 - an error is named for the fact
    """A cell does not hold what its column does; it carries the sentence."""


def value_of(words: str, column: Column) -> object:
    """Give what a workbook's cell holds for these words."""
    if not words:
        return None
    match column.holds:
        case Holds.NUMBER:
            return int(words)
        case Holds.DAY:
            return date.fromisoformat(words)
        case Holds.CLOCK:
            return time.fromisoformat(words)
        case Holds.WORDS:
            return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", words)
        case _:
            assert_never(column.holds)


def words_of(value: object, column: Column, *, day_first: bool) -> str:
    """Give the words that a workbook's cell, or the text of a CSV file, means."""
    if value is None or value == "":
        return ""
    match column.holds:
        case Holds.NUMBER:
            return _number(value)
        case Holds.DAY:
            return _day(value, day_first=day_first)
        case Holds.CLOCK:
            return _clock(value)
        case Holds.WORDS:
            words = _plain(value)
            return words.lower() if column.choices else words
        case _:
            assert_never(column.holds)


def quoted(words: str) -> str:
    """Give words for a CSV file, with a mark before what a spreadsheet would take for a formula."""
    return f"'{words}" if words.startswith(("'", *_BEGINS_A_FORMULA)) else words


def unquoted(words: str) -> str:
    """Give the words of a CSV file without that mark."""
    return words[1:] if words.startswith(tuple(f"'{first}" for first in ("'", *_BEGINS_A_FORMULA))) else words


def unescaped(words: str) -> str:
    """Give the words of a workbook with the characters that XML can't hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return posts.keepable(str(value))


def _number(value: object) -> str:
    words = _plain(value)
    if not words.isascii() or not words.isdecimal() or len(words) > 9:
        raise Wrong(sheet_errors.not_a_number(words))
    return str(int(words))


def _day(value: object, *, day_first: bool) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    words = _plain(value)
    try:
        found = _DAY.fullmatch(words)
        if found is None:
            return date.fromisoformat(words).isoformat()
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        day, month = (first, second) if day_first or found[2] == "." else (second, first)
        return date(year if year > 99 else year + 2000, month, day).isoformat()
    except ValueError:
        raise Wrong(sheet_errors.not_a_day(words)) from None


def _clock(value: object) -> str:
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    words = _plain(value)
    found = _TIME.fullmatch(words)
    hour, half = (int(found[1]), (found[3] or "").lower()) if found else (0, "")
    if found is None or hour > 23 or int(found[2]) > 59 or (half and not 1 <= hour <= 12):
        raise Wrong(sheet_errors.not_a_time(words))
    return time(hour % 12 + (12 if half == "p" else 0) if half else hour, int(found[2])).strftime("%H:%M")
