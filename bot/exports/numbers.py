"""Numbers as files write them: 1,234 and 1.234 and 1 234, 12,5 and $12.50. What is not known is None, never 0."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from bot.exports.headings import folded

_UNKNOWN = frozenset({"", "na", "n a", "undefined", "null", "none", "nan", "not available", "nd", "n d", "k a"})
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,' ][0-9]{3})+")
_SPACES = re.compile(r"[\s\u2019\u02bc'`]+")
_DIGITS = re.compile(r"[0-9]+")
_UNIT = r"(?:[A-Z]{0,3}[$\u20ac\u00a3\u00a5]|[A-Z]{3}|kr\.?)?"
_AMOUNT = re.compile(rf"\s*{_UNIT}\s*([0-9][0-9.,'\u2019\s]*?)\s*{_UNIT}\s*")
_THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_MOST = 10**12
_SHORT = 12
_EXACT = 10**15
"""Spreadsheets keep fifteen digits of a number; the rest of a longer one is gone."""


class NotANumber(ValueError):  # noqa: N818 - an error is named for the fact
    """The cell holds something else than a number."""


def is_unknown(value: object) -> bool:
    """Tell whether a cell says that nobody knows: blank, a dash, "N/A", or fewer than a network tells."""
    if value is None or not isinstance(value, str):
        return value is None
    words = value.strip()
    return not words or (not words[0].isdigit() and (words[0] == "<" or folded(words) in _UNKNOWN))


def count(value: object, *, may_fall: bool = False) -> int | None:
    """Read a whole number; one that may fall can be below zero.

    Raises:
        NotANumber: it is none, or no whole one.
    """
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _SHORT:
        return int(value)  # nearly every cell
    if is_unknown(value):
        return None
    if isinstance(value, bool):
        raise NotANumber
    if isinstance(value, (int, float)):
        return _whole(Decimal(str(value)), may_fall=may_fall)
    words = str(value).strip().replace("\u2212", "-")
    sign, digits = (-1, words[1:]) if words.startswith("-") else (1, words.removeprefix("+"))
    squeezed = _SPACES.sub(" ", digits.strip())
    if _GROUPED.fullmatch(squeezed) and len(set(re.findall(r"[^0-9]", squeezed))) == 1:
        return _whole(sign * Decimal(re.sub(r"[^0-9]", "", squeezed)), may_fall=may_fall)
    return _whole(sign * _decimal(squeezed, mark=None), may_fall=may_fall)


def decimal_mark(values: Iterable[object]) -> str | None:
    """Find which mark a column of amounts puts before the decimals; None where no amount tells."""
    for value in values:
        words = _bare(value)
        marks = [mark for mark in words if mark in ".,"]
        if not marks:
            continue
        last, after = marks[-1], len(words) - 1 - max(words.rfind("."), words.rfind(","))
        if len(set(marks)) == 2:
            return last
        if len(marks) > 1:
            return "," if last == "." else "."
        if after != 3 or words.startswith("0"):
            return last
    return None


def cents(value: object, *, mark: str | None, currency: str = "") -> int | None:
    """Read an amount of money in hundredths; `mark` is what its column puts before the decimals.

    Raises:
        NotANumber: it is none, or below zero.
    """
    if is_unknown(value):
        return None
    if isinstance(value, bool):
        raise NotANumber
    if isinstance(value, (int, float)):
        amount = Decimal(str(value))
    else:
        words = _bare(value)
        if mark is None and currency in _THREE_DECIMALS:
            mark = words[-4:-3] if len(words) > 3 and words[-4] in ".," else None
        amount = _decimal(words, mark=mark)
    if not 0 <= amount < _MOST:
        raise NotANumber
    return int((amount * 100).quantize(Decimal(1)))


def identifier(value: object) -> tuple[str, bool]:
    """Give an id as text, and whether it is whole: a spreadsheet turns long ones into 1.22158E+17."""
    if value is None or isinstance(value, bool):
        return "", False
    if isinstance(value, (int, float)):
        return (str(int(value)), True) if value == int(value) and abs(value) < _EXACT else ("", False)
    words = str(value).strip().strip("'\"`=\t ")
    if not words.isascii() or not words.isdigit():
        is_rounded = bool(re.fullmatch(r"[0-9][.,]?[0-9]*E\+?[0-9]+", words, re.IGNORECASE))
        return ("", False) if is_rounded else (words, bool(words))
    return words, len(words) <= 15 or bool(words[15:].strip("0"))


def _bare(value: object) -> str:
    """An amount without its currency and spaces, "1.234,50"; empty where it is no amount."""
    found = _AMOUNT.fullmatch(value) if isinstance(value, str) else None
    return _SPACES.sub("", found[1]) if found else ""


def _decimal(words: str, *, mark: str | None) -> Decimal:
    """A number whose decimals come after `mark`, or after a last mark that no group of three follows."""
    whole, part = words, ""
    place = words.rfind(mark) if mark else max(words.rfind("."), words.rfind(","))
    if place >= 0 and (mark or len(words) - 1 - place != 3 or words.startswith("0")):
        whole, part = words[:place], words[place + 1 :]
        if not _DIGITS.fullmatch(part):
            raise NotANumber
    if not (_DIGITS.fullmatch(whole) or _GROUPED.fullmatch(whole)):
        raise NotANumber
    return Decimal(re.sub(r"[^0-9]", "", whole) + "." + (part or "0"))


def _whole(number: Decimal, *, may_fall: bool) -> int:
    try:
        whole = int(number)
    except (ValueError, OverflowError, InvalidOperation):
        raise NotANumber from None
    if whole != number or abs(whole) > _MOST or (whole < 0 and not may_fall):
        raise NotANumber
    return whole
