"""The sentences for what people ask about themselves and that can't be. It only words what others found."""

from bot.domain.errors import Misread, NotFound


def no_time_left() -> Misread:
    """The hours chosen lie outside the opening hours, or end before they begin."""
    return Misread(
        "Your practice isn't open between these two times, so I could never remind you.",
        hint="Leave both empty to hear from me whenever you are open.",
        field="not_after",
    )


def away_until_when() -> Misread:
    """Nobody can be away without an end: a stand-in has to know."""
    return Misread(
        "Until when are you away?", hint="For example: `/rounds away until mon`, or `/rounds away dec 24 to jan 1`"
    )


def away_ends_first() -> Misread:
    """The last day lies before the first."""
    return Misread("That would end before it begins.", hint="For example: `/rounds away dec 24 to jan 1`")


def how_many_minutes() -> Misread:
    """Time that is not named is not there."""
    return Misread("How many minutes a week could that be? From 1 to 2400.", hint="For example: 30", field="minutes")


def no_such_duty() -> Misread:
    """A duty that is not one, from an old button."""
    return Misread("I don't know that duty any more.", hint="Type `/rounds duties` to see them all.")


def no_such_lesson() -> NotFound:
    """A month's learning that is gone, or another person's."""
    return NotFound("That learning time is over.", hint="Type `/rounds duties` to have some every month.")
