"""The sentences for series that can't be planned, each with what works instead."""

from datetime import date

from bot.domain import said
from bot.domain.errors import Misread, WrongMoment

_EXAMPLE = "For example: `/plan series every second thu 4pm until mar 31 Tip of the week`"


def no_end() -> Misread:
    """A series without its end, which would be a place of the outline."""
    return Misread(
        "When does the series end? Until a day, or after so many times.",
        hint=f"{_EXAMPLE}. What comes round for good is a place of the outline: `/plan cadence`",
        field="times",
    )


def ends_first(until_on: date) -> Misread:
    """A series that would end before it begins."""
    return Misread(f"{said.day(until_on)} is before its first day.", hint=_EXAMPLE, field="until_on")


def too_many(most: int) -> Misread:
    """More posts than one series holds, or fewer than two."""
    return Misread(
        f"A series can have 2 to {most} posts.",
        hint="What comes round for good is a place of the outline: `/plan cadence`",
        field="times",
    )


def only_one() -> Misread:
    """A series of one post or none."""
    return Misread("That makes one post at most, and a series has two or more.", hint=_EXAMPLE, field="until_on")


def which_day() -> Misread:
    """A series without its day."""
    return Misread("On which day does it come?", hint=_EXAMPLE)


def nobody_is_asked() -> Misread:
    """A person named for a whole series."""
    return Misread(
        "Nobody is asked for a whole series at once, so please leave out the name.",
        hint="Its steps begin with you; hand them on as they come.",
    )


def not_in_a_series() -> WrongMoment:
    """A post that belongs to no series any more."""
    return WrongMoment("That post is in no series any more.", hint="`/plan` shows the week.")
