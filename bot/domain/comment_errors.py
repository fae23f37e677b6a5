"""The sentences for comments that can't be logged or changed. It only words what others found."""

from bot.domain.discretion_errors import not_kept
from bot.domain.errors import Misread, NotFound

_EXAMPLE = (
    "For example: `/comments add instagram complaint`, with a link if you have one. `/comments add` alone opens "
    "the form."
)


def where_written() -> Misread:
    """No place was named, or none that is known."""
    return Misread("Where was it written?", hint=_EXAMPLE, field="network")


def not_a_word() -> Misread:
    """A word that is no place and no tone: it may be what somebody wrote, and is not repeated."""
    return Misread(
        "I keep nothing of what people write, so nothing is logged.",
        hint=f"Where, how it sounds (question, praise or complaint) and a link are enough. {_EXAMPLE}",
    )


def private() -> Misread:
    """Words that may point to a patient."""
    return not_kept("Where it was written, how it sounds and a link are enough.")


def somebodys_page() -> Misread:
    """A link to one person's page, or into private messages."""
    return Misread(
        "That link leads to one person or to private messages, so I haven't kept it.",
        hint="The link to your own post or page is enough, or none.",
        field="link",
    )


def written_ahead() -> Misread:
    """A time to come."""
    return Misread("That time is still to come.", hint="Leave it empty for now.", field="at")


def written_long_ago() -> Misread:
    """More than a year ago."""
    return Misread("That was more than a year ago.", hint="What is newer is worth an answer.", field="on")


def no_such_comment(number: int | None = None) -> NotFound:
    """A comment that isn't there, or was taken back."""
    which = f"There is no comment {number}." if number else "That comment was taken back meanwhile."
    return NotFound(which, hint="`/comments` shows those that wait.")


def not_yours() -> NotFound:
    """Somebody wants to take back what another one logged."""
    return NotFound(
        "Somebody else logged that comment.", hint="If it needs no answer, say so: then it waits no longer."
    )


def what_of_it() -> Misread:
    """A number with words that say nothing about it."""
    return Misread("What became of that comment?", hint="For example: `/comments 12`, `/comments 12 answered`.")
