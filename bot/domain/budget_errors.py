"""The sentences for money that can't be taken down, each with what works instead."""

from bot.domain.errors import Misread, NotAllowed, NotFound


def no_purpose() -> Misread:
    """Money for nothing."""
    return Misread("What is it for? Please pick one.", field="purpose")


def how_much(field: str) -> Misread:
    """A plan that is no sum."""
    return Misread("A whole number from 0 to 1,000,000, in your own money.", field=field)


def how_much_spent() -> Misread:
    """What was spent, without a sum."""
    return Misread("How much was it? For example 49 or 49.50, without marks for thousands.", field="cents")


def which_days() -> Misread:
    """Money of no day."""
    return Misread("Which days was it for? The last one can't come before the first.", field="until_on")


def not_spent_yet() -> Misread:
    """A day that is not over."""
    return Misread("Those days are not over yet. Enter what was spent until today.", field="until_on")


def taken_back() -> NotFound:
    """A sum that is not there any more, or that a file brought."""
    return NotFound(
        "That sum was taken back, or it came from a file. Nothing changed.", hint="`/plan budget` shows all."
    )


def not_yours(lead: str) -> NotAllowed:
    """Money is the lead's, the sponsor's and marketing's to say."""
    return NotAllowed(
        f"{lead} plans the budget, with the backup, the sponsor and marketing.", hint=f"Tell {lead} the sum."
    )
