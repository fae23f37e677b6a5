"""The sentences for a strategy that can't be written down as it is, each with what works instead."""

from bot.domain.errors import Misread, NotAllowed


def long_words(length: int, most: int, *, field: str) -> Misread:
    """A part that is a page by itself."""
    return Misread(
        f"That is {length:,} characters, and this part has up to {most:,}, so that all of it is read.", field=field
    )


def private_words(*, field: str) -> Misread:
    """Something like a name or a phone number."""
    return Misread(
        "That looks like a patient's name, a phone number, an e-mail address or a date of birth, so I kept nothing. "
        "The whole team reads the strategy.",
        field=field,
    )


def how_soon() -> Misread:
    """A time that is none of those on offer."""
    return Misread("How soon? Please pick one.", field="within")


def not_yours(lead: str) -> NotAllowed:
    """The page is changed by few, so that it stays one page."""
    return NotAllowed(
        f"{lead} writes the strategy, with the backup, the sponsor and marketing.", hint=f"Tell {lead} what is missing."
    )
