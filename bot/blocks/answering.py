"""How it is said how soon people outside are answered: of all answers together, so that nobody is measured by it."""

from collections.abc import Sequence

from bot.blocks import duty_phrases
from bot.blocks.plan_phrases import listed
from bot.domain import middles


def soon(minutes: Sequence[int]) -> str:
    """Say after how much open time answers came: one by one while they are few, the middle of them with its range then.

    It follows a count of answers: ", after 50 min of opening hours"; nothing where nothing is known.
    """
    middle = middles.middle(minutes)
    if middle is not None:
        low, half, high = (time(round(each)) for each in (middle.range.low, middle.number, middle.range.high))
        return f", half of them within {half} of opening hours (in the long run likely {low} to {high})"
    if not minutes:
        return ""
    return f", after {listed([time(each) for each in minutes])} of opening hours"


def time(minutes: int) -> str:
    """Say how much open time passed: "50 min", "less than 1 min"."""
    return duty_phrases.time(minutes) if minutes else "less than 1 min"
