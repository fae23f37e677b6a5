"""The sentences for questions that can't be noted or changed. It only words what others found."""

from bot.domain.discretion_errors import not_kept
from bot.domain.errors import Misread, NotFound

_EXAMPLE = "For example: `/plan question Do you whiten teeth? #instagram`"


def no_question() -> Misread:
    """Nothing was typed, or no word among it."""
    return Misread("What do people ask?", hint=_EXAMPLE)


def too_long(length: int, most: int) -> Misread:
    """More than a question needs."""
    return Misread(f"That is {length:,} characters, and a question can have {most:,}.", hint="One sentence is enough.")


def may_be_a_person() -> Misread:
    """Words that may point to a patient."""
    return not_kept("The question alone is enough, without names, phone numbers, addresses and dates of birth.")


def where_asked() -> Misread:
    """A tag that names no place where people ask, or several tags."""
    return Misread(
        "Where was it asked?",
        hint="One tag is enough, or none: a network such as #instagram, or #desk, #phone, #email or #website.",
    )


def no_such_question() -> NotFound:
    """A question that was taken back."""
    return NotFound("That question was taken back meanwhile.", hint="`/plan questions` shows the others.")
