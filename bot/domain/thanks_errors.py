"""The sentences for thanks that can't be passed on."""

from bot.domain.errors import NotAllowed, NotFound


def only_the_sponsor() -> NotAllowed:
    """Somebody else than the sponsor clicked."""
    return NotAllowed("This is the sponsor's to say.", hint="A word from you in person does the same.")


def nobody_there() -> NotFound:
    """Whoever was to be thanked has left."""
    return NotFound("They are not here any more, so nothing was sent.")


def not_yours() -> NotAllowed:
    """Only who was thanked says whether others hear of it."""
    return NotAllowed("Whoever was thanked says whether the others hear of it.")
