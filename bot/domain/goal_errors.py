"""The sentences for goals that can't be taken: what is missing, and what not to aim for, with what would do instead.

The rule about bought followers and reviews for a reward is the FTC's (16 CFR 465, in force since 21 October 2024).
"""

from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment


def no_words() -> Misread:
    """A goal without words."""
    return Misread(
        "What should come of it? A few words are enough.", hint="For example: fill the Friday mornings.", field="words"
    )


def long_words(length: int, most: int) -> Misread:
    """A goal that is a page."""
    return Misread(f"That is {length} characters, and a goal has up to {most}.", field="words")


def private_words() -> Misread:
    """A goal with something like a name or a phone number in it."""
    return Misread(
        "That looks like a name, a phone number, an e-mail address or a date of birth, so I kept nothing. "
        "Goals are read by the whole team.",
        field="words",
    )


def viral() -> Misread:
    """Going viral is luck."""
    return Misread(
        "Going viral is luck, and strangers far away don't book. What would you like to come of it nearby: "
        "more enquiries, more of them booked, or quicker answers?",
        field="words",
    )


def bought() -> Misread:
    """Bought followers are a fraud on people who look."""
    return Misread(
        "Bought followers, likes or reviews never come in, and in the US they are banned (FTC, 16 CFR 465). "
        "Aim for what people do: enquiries, bookings, or more of them shown.",
        field="words",
    )


def given_away() -> Misread:
    """Rewards for likes or reviews bring people who want the reward."""
    return Misread(
        "A reward for likes brings people who want the reward, and one for good reviews is banned in the US "
        "(FTC, 16 CFR 465). Aim for enquiries or bookings, and ask everybody alike for their honest word.",
        field="words",
    )


def only_a_sign(named: str) -> Misread:
    """Likes alone are no goal."""
    return Misread(
        f"More {named} shows that people look, not that they come. Keep it under “What may move first?” "
        "and pick here what should come of it.",
        field="metric",
    )


def no_metric() -> Misread:
    """A goal that nobody can count."""
    return Misread("How will you know? Please pick what is counted.", field="metric")


def what_target(most: int) -> Misread:
    """A goal without a number."""
    return Misread(f"How many should it be? A whole number from 1 to {most:,}.", field="target")


def until_when() -> Misread:
    """A goal without an end."""
    return Misread("By when? A goal without a day is a wish.", field="due_on")


def over_already() -> Misread:
    """A day that is not ahead."""
    return Misread("That day is not ahead. Pick one that leaves time to get there.", field="due_on")


def too_far() -> Misread:
    """A day nobody plans for."""
    return Misread("That is more than two years ahead. Pick a step on the way.", field="due_on")


def whose() -> Misread:
    """A goal that nobody keeps an eye on."""
    return Misread("Who keeps an eye on it? One person, please.", field="owner")


def enough_goals(most: int) -> WrongMoment:
    """More goals than anybody can follow."""
    return WrongMoment(f"You have {most} goals already, and more are hard to follow. End one first.", field="metric")


def no_such_goal() -> NotFound:
    """A goal there is not, or not any more."""
    return NotFound("That goal has ended.", hint="`/digest goal` shows the ones you have.")


def not_yours(lead: str) -> NotAllowed:
    """Goals are the lead's to set."""
    return NotAllowed(
        f"{lead} sets the goals, with the backup and the sponsor.", hint=f"Tell {lead} what you would aim for."
    )
