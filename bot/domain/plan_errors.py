"""The sentences for what keeps a post or an outline from being changed, each with what works instead.

It only words what others found; it decides nothing. Typed words are shown as typed, the doors make them safe.
"""

from datetime import date, time

from bot.domain import said
from bot.domain.discretion_errors import not_kept
from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment

_KINDS = "#service, #human or #community"


def not_set_up() -> WrongMoment:
    """Nothing works before somebody has said how this practice runs."""
    return WrongMoment(
        "Rounds is not set up here yet.", hint="Type `/rounds setup`, it takes two minutes. Then everything else works."
    )


def unknown_person(field: str) -> Misread:
    """A user id that names nobody the bot has met."""
    return Misread(
        "I can't find that person in this workspace.",
        hint="Pick somebody of your team. If you did, try again in a minute.",
        field=field,
    )


def is_a_bot(name: str, field: str) -> Misread:
    """An app can't take anything on."""
    return Misread(f"{name or 'That'} is an app, so it can't take this on.", hint="Pick a person.", field=field)


def is_deactivated(name: str, field: str) -> Misread:
    """Whoever left can't be asked."""
    who = name or "That person"
    return Misread(f"{who} no longer has an active account here.", hint="Pick somebody else.", field=field)


def is_foreign(name: str, field: str) -> Misread:
    """Whoever belongs to another company can't be asked."""
    return Misread(
        f"{name or 'That person'} belongs to another company's Slack, so I can't ask them.",
        hint="Pick somebody of your own team.",
        field=field,
    )


def no_words() -> Misread:
    """A post says what it is about."""
    return Misread(
        "What is the post about?", hint='For example: "Meet our hygienist". A few words are enough.', field="what"
    )


def may_be_a_person() -> Misread:
    """Words that may point to a patient."""
    return not_kept(
        "The idea in a few words is enough, without phone or record numbers, addresses and dates of birth.",
        "what",
    )


def too_many_words(length: int, most: int) -> Misread:
    """Longer than can be kept."""
    return Misread(
        f"That is {length:,} characters, and a post in the plan holds {most:,}.",
        hint="Keep the idea here and the full text where you write it.",
        field="what",
    )


def not_a_kind() -> Misread:
    """A kind the outline does not have."""
    return Misread("A post is for one of three things.", hint=f"Add {_KINDS}.", field="kind")


def which_kind(on: date, free: tuple[str, ...], at: time | None = None) -> Misread:
    """The day does not tell what the post is for; where no place is free, a post has a time of its own."""
    if free:
        places = " and ".join(f"a {said.kind(kind)}" for kind in free)
        sentence = f"{said.WEEKDAYS[on.weekday()]} has more than one free place: {places} one. Which is this post for?"
        return Misread(sentence, hint=f"Add {' or '.join(f'#{kind}' for kind in free)}.", field="kind")
    return Misread(
        f"{said.day(on, on)} has no free place, so what is this post for?",
        hint=f"Add {_KINDS}." if at else f"Add {_KINDS}, and a time.",
        field="kind",
    )


def what_time(on: date, kind: str, *, is_taken: bool) -> Misread:
    """A post outside the outline has no time to take from it."""
    weekday = said.WEEKDAYS[on.weekday()]
    why = f"{weekday}'s {said.kind(kind)} place is taken" if is_taken else f"{weekday} has no {said.kind(kind)} place"
    return Misread(
        f"{why}, so this would be an extra post on {said.day(on, on)}. At what time does it go out?",
        hint="Add a time, for example: thu 4pm",
        field="at",
    )


def which_day() -> Misread:
    """A post goes out on a day."""
    return Misread("Which day does it go out?", hint="Pick a day.", field="on")


def not_a_link(field: str) -> Misread:
    """Only what a browser opens is kept as a link."""
    return Misread(
        "I can keep links that begin with https:// or http:// and have no spaces.",
        hint="Copy the address from your browser, or leave the link out.",
        field=field,
    )


def no_such_post() -> NotFound:
    """Nothing under that id in this workspace."""
    return NotFound("I can't find that post in the plan.", hint="Type `/plan` to see the week.")


def not_yours_to_take_out(lead: str) -> NotAllowed:
    """A post is taken out by who added it, or by who leads."""
    return NotAllowed(
        "Only who added this post, the lead or the backup can take it out.", hint=f"{lead or 'The lead'} can do it."
    )


def already_posted() -> WrongMoment:
    """What is out can't be taken out of the plan."""
    return WrongMoment("This post is out already, so it stays in the plan.", hint="Its figures count for the week.")


def already_out() -> WrongMoment:
    """What is out stays on the day it went out."""
    return WrongMoment(
        "This post is out already, so its day, time and kind stay as they are.",
        hint="Its words can still be changed.",
        field="on",
    )


def not_a_choice(field: str) -> Misread:
    """Something that the form does not offer."""
    return Misread("That is none of the choices.", hint="Pick one of them, or none.", field=field)


def who_makes_it() -> Misread:
    """A post is made by the practice or by an agency."""
    return Misread("A post is made by you or by an agency.", hint="Pick one of the two.", field="made_by")


def not_yours_to_outline(lead: str) -> NotAllowed:
    """The outline is the lead's."""
    return NotAllowed("The lead and the backup look after the outline.", hint=f"{lead or 'The lead'} can change it.")


def no_places() -> Misread:
    """An outline has places."""
    return Misread("An outline needs at least one place.", hint="Choose a kind for at least one day.", field="kind_0")
