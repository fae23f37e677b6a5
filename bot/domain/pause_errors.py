"""The sentences for pauses and smaller outlines that make no sense, each with what works instead."""

from datetime import date

from bot.domain import said
from bot.domain.errors import Misread, WrongMoment

_EXAMPLE = "For example: `/plan pause until jan 7`"


def ends_first(until_on: date) -> Misread:
    """A pause that would be over before it begins."""
    return Misread(f"A pause until {said.day(until_on)} would be over already.", hint=_EXAMPLE, field="until_on")


def too_long(until_on: date) -> Misread:
    """A pause that is longer than any plan."""
    return Misread(
        f"{said.day(until_on)} is more than a year ahead, and the plan reaches one year.",
        hint=_EXAMPLE,
        field="until_on",
    )


def nothing_smaller() -> WrongMoment:
    """An outline that has one weekly place at most."""
    return WrongMoment(
        "The outline has no more than one place a week already, so it can't get much smaller.",
        hint="A pause may help more: `/plan pause`",
    )
