"""The sentences for repeats that can't be, each with what works instead."""

from datetime import date

from bot.domain import said
from bot.domain.errors import Misread, WrongMoment


def no_such_rest(most: int) -> Misread:
    """A rest that is missing, or longer than anybody plans."""
    return Misread(
        "How many weeks does it rest before it may go out again?",
        hint=f"A whole number from 1 to {most}; leave both fields empty if it isn't evergreen any more.",
        field="rest_weeks",
    )


def no_such_count(most: int) -> Misread:
    """A number of repeats that is missing, or more than anybody wants to see."""
    return Misread(
        "How many times may it be repeated?",
        hint=f"A whole number from 1 to {most}; leave both fields empty if it isn't evergreen any more.",
        field="repeats",
    )


def still_rests(until_on: date, weeks: int) -> WrongMoment:
    """A run that would come too soon before or after another one."""
    rest = "a week" if weeks == 1 else f"{weeks} weeks"
    return WrongMoment(
        f"It rests {rest} between two runs, so it can go out again from {said.day(until_on, until_on)} on.",
        hint="The rest is on its card, under Evergreen.",
        field="on",
    )


def runs_are_nearer(first: date, second: date) -> WrongMoment:
    """A rest that is longer than what lies between two runs that are planned already."""
    days = f"{said.day(first, second)} and {said.day(second, second)}"
    return WrongMoment(
        f"Two runs are planned nearer to each other than that: {days}.",
        hint="Move the later one first, or choose a shorter rest.",
        field="rest_weeks",
    )


def none_left() -> WrongMoment:
    """A post that was repeated as often as was wanted."""
    return WrongMoment("It has been repeated as often as was wanted.", hint="Its card has Evergreen, to allow more.")


def place_taken(on: date) -> WrongMoment:
    """A place that was filled meanwhile."""
    return WrongMoment(
        f"The place of {said.day(on, on)} was filled meanwhile.", hint="`/plan check` shows what is free."
    )


def place_over(on: date) -> WrongMoment:
    """A place whose time has passed."""
    return WrongMoment(f"The place of {said.day(on, on)} is over.", hint="`/plan check` shows what is free.")
