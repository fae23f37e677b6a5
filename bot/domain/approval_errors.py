"""The sentences around somebody's yes before a post goes out, each with what works instead.

It only words what others found; it decides nothing.
"""

from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment


def no_second() -> Misread:
    """Two people are to look, and one is named."""
    return Misread("Who looks second?", hint="Pick a person other than the first.", field="second")


def same_person_twice(name: str) -> Misread:
    """The same person is to look twice."""
    return Misread(f"{name or 'That person'} looks first already.", hint="Pick somebody else.", field="second")


def not_all_ticked() -> Misread:
    """A yes without having looked at everything."""
    return Misread(
        "Please tick all four, once you have looked.",
        hint="If one of them isn't right yet: Request changes.",
        field="checks",
    )


def no_reason() -> Misread:
    """Changes are wished for, or a no is said, without a word why."""
    return Misread("What should be different? A word or two is enough.", field="words")


def no_such_approval() -> NotFound:
    """The look is gone."""
    return NotFound("I can't find that question any more.", hint="Type `/mine` to see what waits for you.")


def somebody_elses_look(name: str) -> NotAllowed:
    """Somebody else was asked to look it over."""
    return NotAllowed(f"That question is for {name or 'somebody else'}, so the answer is too.")


def nothing_to_look_at() -> WrongMoment:
    """Picture or words are missing."""
    return WrongMoment("Picture and words aren't both there yet.", hint="I'll send them to you as soon as they are.")


def not_approved(name: str, lead: str) -> WrongMoment:
    """A post that needs a yes has none."""
    return WrongMoment(
        f"{name or 'Somebody'} hasn't said yes to this post yet, so I can't mark it posted.",
        hint=f"If it has to go out, or is out: {lead or 'the lead'} can say so and why.",
    )


def why_without() -> Misread:
    """The lead lets a post go out without a yes."""
    return Misread("Why does it go out without the yes? A few words are enough, and they are kept.", field="why")
