"""The sentences for figures, leads and lines of the digest that can't be taken, each with what works instead.

They only word what others found out; where something private may have been typed they do not repeat it.
"""

from datetime import date

from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment
from bot.domain.said import day
from bot.domain.weeks import Week

_LEAD_HINT = "For example: `/leads add instagram`"
_CODE_HINT = "For example: A-117, or no code at all."


def no_source() -> Misread:
    """A lead without a source."""
    return Misread("Where did this lead come from?", hint=_LEAD_HINT, field="guessed")


def private_source() -> Misread:
    """A source that may be a person."""
    return Misread(
        "That may be somebody's name or number, so I kept nothing. One word for where they came from is enough.",
        hint=_LEAD_HINT,
        field="guessed",
    )


def unclear_source() -> Misread:
    """A source that is no short word."""
    return Misread("A source is one short word, letters first.", hint=_LEAD_HINT, field="guessed")


def mistyped_source(meant: str) -> Misread:
    """A source that is one slip away from a usual one."""
    nearest = f"/leads add {meant}"
    return Misread(
        "That is nearly one of the usual sources, so nothing was logged.",
        hint=f"Did you mean {nearest}?",
        nearest=nearest,
        field="guessed",
    )


def private_code() -> Misread:
    """A code that may be a person."""
    return Misread(
        "That may be somebody's name, number or date of birth, so I kept nothing. Please use a code of your own.",
        hint=_CODE_HINT,
        field="code",
    )


def unclear_code() -> Misread:
    """A code of the wrong form."""
    return Misread(
        "A code is up to 12 letters, digits and dashes, with at least one digit.", hint=_CODE_HINT, field="code"
    )


def no_such_stage() -> Misread:
    """A stage or reason there is not."""
    return Misread("I don't know that stage.", hint="It can be reached, booked, shown, started or lost.")


def no_such_reason() -> Misread:
    """A reason there is not."""
    return Misread("Please pick one of the reasons.", field="reason")


def no_such_lead() -> NotFound:
    """A lead that was taken back."""
    return NotFound("That lead was taken back.", hint="`/leads` shows the open ones.")


def not_your_lead(number: int, can: str) -> NotAllowed:
    """A lead that others logged."""
    return NotAllowed(f"Lead {number} can be taken back by {can}.", hint="You can still say how far it has come.")


def lead_of_another_day(number: int, logged_on: date) -> WrongMoment:
    """A lead logged on an earlier day."""
    return WrongMoment(
        f"Lead {number} was logged on {day(logged_on)}, and a lead can be taken back on its own day only.",
        hint="If it was no lead after all, mark it lost with the reason that fits.",
    )


def no_such_post() -> NotFound:
    """A post that is not in the plan."""
    return NotFound("That post is not in the plan any more.", hint="`/figures` shows the ones that are out.")


def not_out_yet() -> WrongMoment:
    """Figures for a post that nobody has marked as out."""
    return WrongMoment(
        "That post is not marked as out yet, so there is nothing to count.", hint="Mark it as posted in `/plan` first."
    )


def not_a_count(field: str) -> Misread:
    """A number that can't be a count."""
    return Misread("This should be a whole number from 0 to 1,000,000,000, or empty.", field=field)


def nothing_counted(field: str) -> Misread:
    """A form for figures with nothing in it."""
    return Misread("Please fill in at least one number. What stays empty counts as not known.", field=field)


def week_ahead(week: Week) -> WrongMoment:
    """A digest of a week that has not begun."""
    return WrongMoment(f"Week {week.number} begins on {day(week.monday)}, so there is nothing to look back on yet.")


def week_before(week: Week, began_on: date) -> WrongMoment:
    """A digest of a week before there was anything to remember."""
    return WrongMoment(
        f"Week {week.number} was over before Rounds was set up on {day(began_on)}, so I know nothing of it.",
        hint="`/digest this` shows this week so far.",
    )


def no_words(field: str) -> Misread:
    """A line without words."""
    return Misread("Please write a line, even a short one: good, bad or in between.", field=field)


def long_line(length: int, most: int, field: str) -> Misread:
    """A part of a line that is too long."""
    return Misread(f"That is {length} characters, and there is room for {most}.", field=field)


def private_line(field: str) -> Misread:
    """A line with something like a name or a phone number in it."""
    return Misread(
        "That looks like a name, a phone number, an e-mail address or a date of birth. "
        "The digest goes to the whole channel, so please leave it out.",
        field=field,
    )


def no_such_side() -> Misread:
    """A side there is not."""
    return Misread("The digest has a line for marketing and one for sales.")


def not_your_line(side: str, writer: str) -> NotAllowed:
    """A line that somebody else writes."""
    return NotAllowed(f"{writer} writes the line for {side}.", hint=f"Tell {writer} what you would like in it.")


def nobodys_line(side: str) -> NotAllowed:
    """A line that nobody can write yet."""
    return NotAllowed(f"Nobody writes the line for {side} yet.", hint="Type `/rounds setup` to say who does.")
