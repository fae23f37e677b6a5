"""The sentences for ideas that can't be kept, voted for or planned. It only words what others found."""

from datetime import date

from bot.domain import said
from bot.domain.discretion_errors import not_kept
from bot.domain.errors import Misread, NotFound, WrongMoment

_EXAMPLE = "For example: `/plan idea Before and after our new waiting room`"


def no_idea() -> Misread:
    """Nothing was typed."""
    return Misread("What is the idea?", hint=_EXAMPLE)


def too_long(length: int, most: int) -> Misread:
    """More than can be kept."""
    return Misread(f"That is {length:,} characters, and an idea can have {most:,}.", hint="A sentence is enough.")


def may_be_a_person() -> Misread:
    """Words that may point to a patient."""
    return not_kept("Please leave out names, phone numbers, addresses and dates of birth.")


def no_such_idea() -> NotFound:
    """An idea that was taken back."""
    return NotFound("That idea was taken back meanwhile.", hint="`/plan ideas` shows the others.")


def already_planned(on: date) -> WrongMoment:
    """An idea of which a post was made already."""
    return WrongMoment(f"That idea is in the plan already, on {said.day(on, on)}.", hint="`/plan ideas` has others.")


def none_left(month: date) -> NotFound:
    """A month whose ideas are all in the plan, or that has none yet."""
    return NotFound(
        f"No idea for {said.month(month)} waits for a place.", hint="`/plan idea What it is` adds the next one."
    )


def no_free_place(month: date) -> WrongMoment:
    """A month in which every place to come has its post."""
    return WrongMoment(
        f"Every place of {said.month(month)} that is still to come has its post.",
        hint="`/plan add dec 3 4pm What it is` puts an extra post in.",
    )


def place_taken(on: date) -> WrongMoment:
    """A place that was filled while somebody made up their mind."""
    return WrongMoment(
        f"The place of {said.day(on, on)} was filled meanwhile.", hint="Pick another one.", field="place"
    )


def month_over(month: date) -> WrongMoment:
    """A month that nothing can be planned for any more."""
    return WrongMoment(f"{said.month(month)} is over.", hint="`/plan ideas` collects those for next month.")


def no_channel() -> WrongMoment:
    """A practice that has no channel for its plan."""
    return WrongMoment("There is no channel for the plan yet.", hint="`/rounds setup` names one.")
