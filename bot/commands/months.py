"""Reading which month somebody means: this, next, last, december, dec 2026, 2026-12. It is named by its first day.

A month without its year is the one nearest to now, the next one where two are equally near.
"""

import re
from datetime import date

from bot.commands.when.asked import month_from
from bot.domain import month_misreadings, outline_errors
from bot.domain.said import MONTHS

_WRITTEN = re.compile(r"(20[0-9]{2})-([0-9]{1,2})")
_NAMED = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_NAMED |= {name[:3]: number for name, number in _NAMED.items()} | {"sept": 9}
_NEAR = {"": 0, "this": 0, "this month": 0, "next": 1, "next month": 1, "last": -1, "last month": -1}


def read_month(words: str, today: date) -> date:
    """The first day of the month the words name; nothing at all is this month."""
    text = " ".join(words.lower().replace(",", " ").split())
    if text in _NEAR:
        return month_after(today, _NEAR[text])
    written = _WRITTEN.fullmatch(text)
    if written is not None and 1 <= int(written[2]) <= 12:
        return date(int(written[1]), int(written[2]), 1)
    name, _, year = text.partition(" ")
    number = _NAMED.get(name.rstrip("."))
    if number is None or (year and not re.fullmatch(r"20[0-9]{2}", year)):
        raise month_misreadings.not_a_month(words)
    return date(int(year), number, 1) if year else _nearest(number, today)


def read_months(words: str, today: date) -> tuple[date, date]:
    """The first days of the two months in "november to december"; the second is the one after, where none is named."""
    named, _, into = words.lower().partition(" to ")
    if not named.strip():
        raise outline_errors.copy_what()
    source = read_month(named, today)
    if not into.strip():
        return source, month_after(source, 1)
    is_near = " ".join(into.split()) in _NEAR
    return source, read_month(into, today if is_near else source)


def month_after(on: date, months: int) -> date:
    """The first day of the month that is so many months from this day's."""
    return date(*month_from(on, months), 1)


def _nearest(number: int, today: date) -> date:
    months = [date(today.year + years, number, 1) for years in (1, 0, -1)]
    return min(months, key=lambda month: abs((month.year - today.year) * 12 + month.month - today.month))
