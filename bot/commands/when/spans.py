"""Reading which month, quarter or year somebody means: this, next, december, 2026-12, q1, 2027.

As with weeks, what is named without its year is the one nearest to today.
"""

import re

from bot.commands.when.moment import Reading
from bot.domain import misreadings
from bot.domain.errors import Misread
from bot.domain.said import MONTHS
from bot.domain.spans import Size, Span

_NAMED = re.compile(r"([a-z]{3,9})\.?(?: (20[0-9]{2}))?")
_QUARTER = re.compile(r"(?:q|quarter )([1-4])(?: (20[0-9]{2}))?|(20[0-9]{2})[- ]?q([1-4])")


def read_span(words: str, size: Size, reading: Reading) -> Span:
    """The span of this size that the words name; nothing at all is the one of today."""
    text, this = " ".join(words.lower().replace(",", " ").split()), Span.of(reading.today, size)
    if text in {"", "this", f"this {size}"}:
        return this
    if text in {"next", f"next {size}"}:
        return this.next()
    if text in {"last", "previous", f"last {size}"}:
        return this.previous()
    found = _numbered(text, size, reading)
    if found is None:
        raise misreadings.not_a_span(words, size)
    return found


def _numbered(text: str, size: Size, reading: Reading) -> Span | None:
    if size == Size.MONTH and (named := _NAMED.fullmatch(text)):
        number = next((at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(named[1])), 0)
        return _dated(number, named[2], size, reading) if number else None
    if size == Size.QUARTER and (quarter := _QUARTER.fullmatch(text)):
        return _dated(int(quarter[1] or quarter[4]), quarter[2] or quarter[3], size, reading)
    try:
        written = Span.parse(text)
    except Misread:
        return None
    return written if written.size == size else None


def _dated(number: int, year: str | None, size: Size, reading: Reading) -> Span:
    if year:
        return Span(int(year), size, number)
    this = reading.today.year
    candidates = [Span(each, size, number) for each in (this - 1, this, this + 1)]
    return min(candidates, key=lambda span: abs((span.first - reading.today).days))
