"""The sentences for people who can't be asked and for steps that are not yours to change.

It only words what others found; it decides nothing.
"""

from bot.domain.errors import Misread, NotAllowed, NotFound


def asked_yourself(field: str) -> Misread:
    """Somebody chose themselves."""
    return Misread("That's you. Choose somebody else here, or take it on with *I'll do it*.", field=field)


def asked_a_bot(field: str) -> Misread:
    """An app was chosen."""
    return Misread("That's an app, and apps can't take a step. Choose a person.", field=field)


def asked_somebody_gone(name: str, field: str) -> Misread:
    """The account of the one chosen is deactivated."""
    return Misread(f"{name}'s account is deactivated, so nobody would see the question.", field=field)


def asked_a_guest(name: str, field: str) -> Misread:
    """The one chosen belongs to another organisation."""
    return Misread(f"{name} is from another organisation. Steps stay within your own team.", field=field)


def asked_a_stranger(field: str) -> Misread:
    """The one chosen has not been met yet."""
    return Misread(
        "I haven't met that person here yet.",
        hint="Once they have typed `/mine`, you can ask them.",
        field=field,
    )


def asked_already(name: str, field: str) -> Misread:
    """The one chosen passed this on, or has it already."""
    return Misread(f"{name} has been asked for this already. Is there somebody else?", field=field)


def long_note(length: int, most: int, field: str) -> Misread:
    """A note that is too long to travel along."""
    return Misread(f"That is {length} characters, and a note has up to {most}.", field=field)


def private_note(field: str) -> Misread:
    """A note with something like a patient's name or number in it."""
    return Misread(
        "That looks like a name, a phone number, an e-mail address or a date of birth. Please leave it out: "
        "what patients tell you stays with you.",
        field=field,
    )


def no_such_offer() -> NotFound:
    """The offer is gone."""
    return NotFound("I can't find that question any more.", hint="Type `/mine` to see what waits for you.")


def no_such_step() -> NotFound:
    """The step, or its post, is gone."""
    return NotFound("That step is no longer in the plan.", hint="Type `/mine` to see what waits for you.")


def somebody_elses_offer(name: str) -> NotAllowed:
    """The offer was made to another person."""
    return NotAllowed(f"That question is for {name}, so the answer is too.")


def somebody_elses_step(name: str) -> NotAllowed:
    """The step is another person's."""
    return NotAllowed(f"{name} has that step. When it's done, {name} or the lead can say so.")


def only_lead_hands_over() -> NotAllowed:
    """Somebody who is neither lead nor backup tries to hand a step over."""
    return NotAllowed(
        "Only the lead and the backup hand steps over.", hint="If it's yours and too much, choose Need help."
    )


def nobody_to_help() -> NotFound:
    """The lead asks for help and there is no backup."""
    return NotFound("There is no backup yet who could help.", hint="Name one with `/rounds setup`.")
