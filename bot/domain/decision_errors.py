"""The sentences for decisions that can't be taken down, each with what works instead."""

from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment


def what_changes() -> Misread:
    """A decision without words."""
    return Misread("What will you do differently? One sentence is enough.", field="change")


def long_words(length: int, most: int) -> Misread:
    """A decision that is a page."""
    return Misread(f"That is {length} characters, and a decision has up to {most}.", field="change")


def private_words() -> Misread:
    """A decision with something like a name or a phone number in it."""
    return Misread(
        "That looks like a name, a phone number, an e-mail address or a date of birth. "
        "Decisions are read by the whole team, so please leave it out.",
        field="change",
    )


def what_is_expected() -> Misread:
    """A decision of which nothing is expected can't be looked at again."""
    return Misread("What do you expect more of? Please pick one.", field="expects")


def review_when() -> Misread:
    """A day that is not ahead, or too far ahead to be remembered."""
    return Misread("Please pick a day ahead, within a year, or leave it empty and I propose one.", field="review_on")


def no_such_decision() -> NotFound:
    """A decision that was taken back."""
    return NotFound("That decision was taken back.", hint="`/digest decisions` shows the log.")


def no_such_result() -> Misread:
    """A result there is not."""
    return Misread("It can be kept, changed or dropped.")


def reviewed_already(result: str) -> WrongMoment:
    """Somebody looked at it before."""
    return WrongMoment(f"Somebody was quicker: it is {result} already.", hint="`/digest decisions` shows the log.")


def not_yours(owner: str) -> NotAllowed:
    """A decision that somebody else looks after."""
    return NotAllowed(f"{owner} looks at this one again.", hint=f"Tell {owner} what you think.")


def not_yours_to_take_back(who: str) -> NotAllowed:
    """A decision that somebody else wrote down."""
    return NotAllowed(f"{who} can take this one back.")


def decided_already() -> WrongMoment:
    """A week about which something was decided."""
    return WrongMoment("Something was decided about that week already.", hint="`/digest decisions` shows the log.")
