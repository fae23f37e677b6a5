"""The set-up form, read back: hours and closed days as people write them, each refusal beside its field."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, SetUp
from bot.commands.when import Reading, read_moment
from bot.domain import practice_errors, said
from bot.domain.errors import Misread
from bot.domain.hours import Opening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.commands.forms.filled import Filled

_HOURS_HINT = "For example: 9:00-12:00, 13:00-17:00"
_DAYS_HINT = "For example: nov 26, or dec 24 to jan 1"
_LONGEST_HOLIDAY = timedelta(days=60)
_APART = re.compile(r"[\n;]|,(?!\s*20[0-9]{2}\b)")
"""Between days; a comma before a year belongs to the date, as in "November 28, 2026"."""
_UNTIL = re.compile(r"\s+(?:-|\u2013|to|until|till)\s+", re.IGNORECASE)


def set_up(filled: Filled) -> SetUp:
    """Read the settings of a practice; dates in the order that this very form chooses."""
    day_first = filled.choice("date_order") == "day"
    return SetUp(
        zone=filled.choice("zone"),
        opening=_opening(filled, replace(filled.reading, day_first=day_first)),
        lead=filled.choice("lead"),
        digest_channels=filled.choices("digest_channels"),
        digest_weekday=int(filled.choice("digest_weekday") or 0),
        digest_at=filled.time("digest_at") or time(9),
        digest_hours=_hours(filled),
        backup=filled.choice("backup"),
        sponsor=filled.choice("sponsor"),
        marketing=filled.choice("marketing"),
        sales=filled.choice("sales"),
        agency=filled.choices("agency"),
        day_first=day_first,
        answer_minutes=int(filled.choice("answer_minutes") or 30),
    )


def _hours(filled: Filled) -> tuple[tuple[str, time], ...]:
    """Read the hours of the channels that the form asked about one by one."""
    asked = ((channel, filled.time(f"digest_at_{channel}")) for channel in filled.choices("digest_channels"))
    return tuple((channel, at) for channel, at in asked if at is not None)


def _opening(filled: Filled, reading: Reading) -> Opening:
    """Read every weekday and the closed days; whatever is wrong in any of them is told at once."""
    wrong: list[Misread] = []
    weekdays = []
    for weekday in range(7):
        with _noted(wrong, f"opening_{weekday}", _HOURS_HINT):
            weekdays.append(Opening.parse_day(filled.text(f"opening_{weekday}")))
    closed: frozenset[date] = frozenset()
    with _noted(wrong, "closed_days", _DAYS_HINT):
        closed = _closed_days(filled.text("closed_days"), reading)
    if wrong:
        raise wrong[0].along_with(wrong[1:])
    return Opening(tuple(weekdays), closed)


@contextmanager
def _noted(wrong: list[Misread], field: str, hint: str) -> Iterator[None]:
    """Keep what can't be read for later, beside its field, with what was probably meant or an example that fits."""
    try:
        yield
    except Misread as misread:
        misread.hint = misread.hint if misread.nearest else hint
        wrong.append(misread.beside(field))


def _closed_days(typed: str, reading: Reading) -> frozenset[date]:
    return frozenset(day for part in _APART.split(typed) if part.strip() for day in _days(part.strip(), reading))


def _days(part: str, reading: Reading) -> list[date]:
    ends = [read_moment(words, reading).on for words in _UNTIL.split(part)]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or last < first or last - first > _LONGEST_HOLIDAY:
        raise practice_errors.too_many_days(said.day(first), said.day(last))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


READERS: dict[str, Callable[[Filled], Command]] = {"set-up": set_up}
