"""The sentences for a check-up that can't be answered as asked. It only words what others found."""

from bot.domain.errors import Misread, NotAllowed


def which_answer(*, field: str) -> Misread:
    """A question without an answer, or with one that is not on offer."""
    return Misread("Yes, partly or not yet? Please pick one.", field=field)


def not_yours(lead: str) -> NotAllowed:
    """The answers are for few."""
    return NotAllowed(
        f"The check-up is {lead}'s, with the backup and the sponsor.", hint=f"Tell {lead} if something is missing."
    )
