"""The one question that both sides settle together after a week, who starts, and by when.

It follows from what the digest shows: a share below its goal, a plan that was hard to keep, leads nobody knows of. It
asks, and refuses to know the answer or whose doing anything was.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.hours import Opening
from bot.domain.verdict import Says
from bot.domain.weeks import Week
from storage.tables import Role

_THURSDAY = 3
_MOST_DAYS_LATER = 10


class ToSettle(StrEnum):
    """What is to be settled."""

    AUDIENCE_SPEED_OFFER = "whom we reach, how soon we answer, what we offer"
    WHAT_WOULD_HELP = "what would help"
    WHO_NOTES = "who notes the leads"
    WHAT_CALLERS_WANT = "what callers want"
    WHAT_TO_KEEP = "what to keep"
    WHAT_PEOPLE_ASKED = "what people asked"
    WHO_IS_NEXT = "whom to reach next"


STARTS = {
    ToSettle.AUDIENCE_SPEED_OFFER: Role.SALES,
    ToSettle.WHAT_WOULD_HELP: Role.MARKETING,
    ToSettle.WHO_NOTES: Role.SALES,
    ToSettle.WHAT_CALLERS_WANT: Role.SALES,
    ToSettle.WHAT_TO_KEEP: Role.MARKETING,
    ToSettle.WHAT_PEOPLE_ASKED: Role.SALES,
    ToSettle.WHO_IS_NEXT: Role.MARKETING,
}
"""Whose side starts: the one that hears the answer first."""
_FOLLOWS = {
    Says.BELOW_GOAL: ToSettle.AUDIENCE_SPEED_OFFER,
    Says.MISSING: ToSettle.WHO_NOTES,
    Says.UNTOLD: ToSettle.WHO_NOTES,
    Says.LOWER: ToSettle.WHAT_CALLERS_WANT,
    Says.HIGHER: ToSettle.WHAT_TO_KEEP,
}


@dataclass(frozen=True, slots=True)
class Settle:
    """One question, the side that starts, and the day by which it is settled."""

    question: ToSettle
    starts: Role
    by: date


def settle(says: Says, *, is_behind: bool, leads: int, week: Week, opening: Opening) -> Settle:
    """Choose the question after a week; it is to be settled by Thursday, or the next day somebody is in."""
    if says is Says.BELOW_GOAL or not is_behind:
        question = _FOLLOWS.get(says, ToSettle.WHAT_PEOPLE_ASKED if leads else ToSettle.WHO_IS_NEXT)
    else:
        question = ToSettle.WHAT_WOULD_HELP
    return Settle(question, STARTS[question], _open_day(week.next().days[_THURSDAY], opening))


def _open_day(on: date, opening: Opening) -> date:
    days = (on + timedelta(days=later) for later in range(_MOST_DAYS_LATER))
    return next((day for day in days if opening.intervals_on(day)), on)
