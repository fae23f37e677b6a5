"""The sentences for what keeps a place of the outline from being read or changed, each with what works instead.

It only words what others found; it decides nothing.
"""

from collections.abc import Sequence
from datetime import date, time

from bot.domain import said
from bot.domain.errors import Misread, NotFound, WrongMoment
from bot.domain.misreadings import quoted

_EXAMPLE = "For example: Mon 10am service, or second Tue 3pm human"


def line(number: int, typed: str, misread: Misread) -> Misread:
    """One line of an outline that can't be read, and why."""
    return Misread(f"Line {number}, {quoted(typed)}: {misread.sentence}", hint=misread.hint, field="places")


_APART = "Two on one day need different times, or networks behind them."


def same_line(number: int, typed: str, before: int) -> Misread:
    """Two lines of an outline that say the same place."""
    return Misread(
        f"Line {number}, {quoted(typed)}, is the same place as line {before}.",
        hint=f"{_APART} Otherwise one line is enough.",
        field="places",
    )


def same_place() -> Misread:
    """A place that is just like another one of the outline."""
    return Misread("The outline has that very place already.", hint=_APART, field="at")


def no_weekday() -> Misread:
    """A line that doesn't begin with its day."""
    return Misread("A place begins with its day.", hint=_EXAMPLE)


def no_such_rank() -> Misread:
    """The fifth Tuesday, which most months don't have."""
    return Misread("A place can be the first to fourth such day of a month, or the last.", hint=_EXAMPLE)


def no_hour() -> Misread:
    """A place without its time."""
    return Misread("At what time does it go out?", hint=_EXAMPLE)


def no_kind() -> Misread:
    """A place that is for nothing."""
    return Misread("What is the place for: service, human or community?", hint=_EXAMPLE)


def kind_meant(word: str, kind: str) -> Misread:
    """A kind with a slip in it."""
    return Misread(f"I don't know {quoted(word)}. Did you mean {kind}?", hint=_EXAMPLE)


def not_every_week() -> Misread:
    """An ad's place that would come round every week."""
    return Misread("An ad has a place once a month.", hint="For example: first Mon 10am awareness 300", field="rank")


def ends_before(since_on: date, until_on: date) -> Misread:
    """A place whose last day lies before its first."""
    return Misread(
        f"It would end on {said.day(until_on)}, before it begins on {said.day(since_on)}.",
        hint="Pick a last day after the first one, or leave it empty.",
        field="until_on",
    )


def is_over(until_on: date) -> Misread:
    """A place whose last day has passed."""
    return Misread(
        f"{said.day(until_on)} is over, so that place would never come round.",
        hint="Pick a day ahead, or take the place out.",
        field="until_on",
    )


def too_much() -> Misread:
    """More places than a form can keep."""
    return Misread(
        "That is more than one outline can hold.", hint="Fewer places, or shorter names of networks.", field="places"
    )


def no_place_on(on: date, kind: str) -> NotFound:
    """A day on which the outline has nothing."""
    return NotFound(
        f"{said.day(on, on)} has no {f'{said.kind(kind)} ' if kind else ''}place.",
        hint="Type `/plan` to see which days have one.",
    )


def has_its_post(what: str) -> WrongMoment:
    """A place that is filled."""
    return WrongMoment(
        f"{quoted(what)} has that place already, and only an empty one can be left out or moved.",
        hint="Take the post out first: `/plan` shows it.",
    )


def which_place(on: date, kinds: Sequence[str]) -> Misread:
    """Several places of one day."""
    names = " and ".join(f"a {said.kind(kind)}" for kind in dict.fromkeys(kinds))
    return Misread(
        f"{said.WEEKDAYS[on.weekday()]} has {names} place. Which one do you mean?",
        hint=f"Add {' or '.join(f'#{kind}' for kind in dict.fromkeys(kinds))}.",
    )


def too_far_away(due_on: date) -> Misread:
    """A move beyond what is still the same place."""
    return Misread(
        f"That is more than a month from {said.day(due_on, due_on)}, so it would be another place.",
        hint="Pick a nearer day, or leave this one out.",
        field="on",
    )


def is_there_already(kind: str, on: date, at: time) -> Misread:
    """A move to where the place stands."""
    return Misread(
        f"The {kind} place is on {said.day(on, on)}, {said.clock(at)} already.",
        hint="Pick another day or time, or leave this one out.",
        field="on",
    )


def same_month() -> Misread:
    """A month copied into itself."""
    return Misread("Both are the same month.", hint="For example: `/plan copy november to december`")


def month_over(month: date) -> Misread:
    """A month copied into the past."""
    return Misread(
        f"{said.month(month)} is over, so nothing can go there.",
        hint="For example: `/plan copy this to next`",
    )


def copy_what() -> Misread:
    """A copy without its months."""
    return Misread("Which month goes into which?", hint="For example: `/plan copy november to december`")


def move_where() -> Misread:
    """A move without its two days."""
    return Misread("I need the day it is on and the day it moves to.", hint="For example: `/plan move thu to fri 3pm`")


def no_such_place() -> NotFound:
    """A place that has left the outline since."""
    return NotFound("That place isn't in the outline any more.", hint="Type `/plan cadence` to see the outline.")
