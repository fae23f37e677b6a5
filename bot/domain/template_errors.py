"""The sentences for steps of a kind that can't be read or make no plan, each with what works instead.

It only words what others found; it decides nothing.
"""

from collections.abc import Sequence

from bot.domain.errors import Misread, NotAllowed

_EXAMPLE = "For example: caption, 1 day before, 20 min, lead"


def no_when(line: str) -> Misread:
    """A line names a step of the practice's own and no time."""
    return _wrong(
        f"When is this due? {line}", f'Add for example "2 days before", "3 hours before" or "when it goes out": {line}'
    )


def no_name(line: str) -> Misread:
    """A line has a time or minutes and no step."""
    return _wrong(f"Which step is this? {line}", _EXAMPLE)


def too_long(line: str, most: int) -> Misread:
    """A step's name is a sentence."""
    return _wrong(f"That is a long name for a step: {line[:40]}…", f"Say it in {most} characters or fewer.")


def unclear_when(words: str) -> Misread:
    """A time is too far from the post."""
    return _wrong(f'I can\'t plan "{words}".', "Up to 20 days or 40 hours, before or after.")


def unclear_minutes(words: str) -> Misread:
    """Minutes that are none."""
    return _wrong(f'A step can take 1 to 480 minutes, so I can\'t keep "{words}".', _EXAMPLE)


def unknown_owner(words: str) -> Misread:
    """An owner whom nobody knows."""
    return _wrong(
        f"I don't know anybody called {words} here.",
        "If they are new to me, pick them below. Or: lead, backup, sponsor, marketing, sales, whoever is named.",
    )


def several_owners(words: str, names: Sequence[str]) -> Misread:
    """A name that several people have."""
    return _wrong(f"More than one person here is called {words}: {', '.join(names)}.", "Use the full name, or a role.")


def named_twice(name: str) -> Misread:
    """A step stands there twice."""
    return _wrong(f'"{name}" stands there twice.', "One line for each step.")


def too_many_steps(count: int, most: int) -> Misread:
    """More steps than anybody keeps in view."""
    return _wrong(
        f"That is {count} steps, and a post takes {most} at most.", "Put together what one person does in one go."
    )


def nobody_publishes() -> Misread:
    """Nothing puts the post out."""
    return _wrong("Who puts the post out? There is no line for it.", "Add: publish, when it goes out, 5 min, lead")


def not_yours(lead: str) -> NotAllowed:
    """The steps are the lead's to shape."""
    return NotAllowed("The lead and the backup look after the steps.", hint=f"{lead or 'The lead'} can change them.")


def _wrong(sentence: str, hint: str) -> Misread:
    return Misread(sentence, hint=hint, field="steps")
