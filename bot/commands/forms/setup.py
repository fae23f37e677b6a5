"""The set-up form, read back: hours and closed days as people write them, each refusal beside its field."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, SetUp
from bot.commands.when import Reading, read_moment
from bot.domain import practice_errors, said
from bot.domain.errors import Misread
from bot.domain.hours import Opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled

_LONGEST_HOLIDAY = timedelta(days=60)
_APART = re.compile(r"[\n;]|,(?!\s*20[0-9]{2}\b)")
"""Between days; a comma before a year belongs to the date, as in "November 28, 2026"."""
_UNTIL = re.compile(r"\s+(?:-|\u2013|to|until|till)\s+", re.IGNORECASE)


def set_up(filled: Filled) -> SetUp:
    """Read the settings of a practice; dates in the order that this very form chooses."""
    day_first = filled.choice("date_order") == "day"
    weekdays = tuple(_hours(filled.text(f"opening_{weekday}"), weekday) for weekday in range(7))
    return SetUp(
        zone=filled.choice("zone"),
        opening=Opening(
            weekdays, _closed_days(filled.text("closed_days"), replace(filled.reading, day_first=day_first))
        ),
        lead=filled.choice("lead"),
        digest_channels=filled.choices("digest_channels"),
        digest_weekday=int(filled.choice("digest_weekday") or 0),
        digest_at=filled.time("digest_at") or time(9),
        backup=filled.choice("backup"),
        sponsor=filled.choice("sponsor"),
        marketing=filled.choice("marketing"),
        sales=filled.choice("sales"),
        day_first=day_first,
    )


def _hours(typed: str, weekday: int) -> tuple[tuple[time, time], ...]:
    try:
        return Opening.parse_day(typed)
    except Misread as misread:
        raise misread.beside(f"opening_{weekday}") from None


def _closed_days(typed: str, reading: Reading) -> frozenset[date]:
    try:
        return frozenset(day for part in _APART.split(typed) if part.strip() for day in _days(part.strip(), reading))
    except Misread as misread:
        raise misread.beside("closed_days") from None


def _days(part: str, reading: Reading) -> list[date]:
    ends = [read_moment(words, reading).on for words in _UNTIL.split(part)]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or last < first or last - first > _LONGEST_HOLIDAY:
        raise practice_errors.too_many_days(said.day(first), said.day(last))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


READERS: dict[str, Callable[[Filled], Command]] = {"set-up": set_up}
