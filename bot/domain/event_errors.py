"""The sentences for events that can't be read or planned as they are. It only words what others found."""

from datetime import time

from bot.domain import said
from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment

_EXAMPLE = 'For example: `/plan event "Health fair" sat 10-14 @ben`'


def which_hours() -> Misread:
    """An event was named without its hours."""
    return Misread("From when until when is it?", hint=_EXAMPLE, field="starts")


def which_reading(words: str, *readings: tuple[time, time]) -> Misread:
    """The hours could be in the morning or in the evening."""
    said_all = " or ".join(f"{said.clock(starts)} to {said.clock(ends)}" for starts, ends in readings)
    return Misread(f'"{words}" could be {said_all}.', hint="Say am or pm, such as 8am-10am.", field="starts")


def no_such_hours(words: str) -> Misread:
    """The hours don't exist, or end before they begin."""
    return Misread(f'I can\'t make hours of "{words}".', hint=_EXAMPLE, field="starts")


def ends_first(starts: time, ends: time) -> Misread:
    """The event ends before it begins."""
    return Misread(
        f"It would end at {said.clock(ends)}, before it begins at {said.clock(starts)}.",
        hint="One that lasts beyond midnight is two events.",
        field="ends",
    )


def too_long() -> Misread:
    """The event lasts longer than a day."""
    return Misread("That is longer than a day. Plan one event for each day.", field="ends")


def what_is_it() -> Misread:
    """An event without a name."""
    return Misread("What is the event?", hint=_EXAMPLE, field="what")


def name_too_long(most: int) -> Misread:
    """A name that fits into no message."""
    return Misread(f"Please name the event in {most} characters or fewer.", field="what")


def no_such_event() -> NotFound:
    """The event, or its post, is gone."""
    return NotFound("That event is no longer in the plan.", hint="`/plan` shows the week.")


def is_over() -> WrongMoment:
    """The event is over, or its post is out."""
    return WrongMoment("That event is over, so its hours stay as they are.", hint="Its post can still be changed.")


def post_before_event(what: str) -> WrongMoment:
    """The post about an event would go out before the event is over."""
    return WrongMoment(f"It would go out before {what} is over.", hint="Choose a later moment.", field="on")


def not_yours(lead: str) -> NotAllowed:
    """Somebody else's event."""
    return NotAllowed(f"Whoever planned the event, or {lead or 'the lead'}, can change it.")


def not_your_pictures(name: str) -> NotAllowed:
    """Somebody says that another person's pictures are done."""
    return NotAllowed(f"{name or 'Somebody else'} takes the pictures there, and says when they are done.")
