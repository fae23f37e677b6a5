"""The steps of a kind as people write them, one on each line: "caption, 1 day before, 20 min, lead". Both ways.

What stands between the commas is told apart by what it is, so that any order will do and what is usual may be left
out; a comma in the name of a step does no harm. Owners are words until they are found among the people.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain import template_errors
from bot.domain.templates import NAMED, OWN_MINUTES, USUAL, USUAL_MINUTES, Planned, Template, with_approval
from storage.tables import Member, Role, Task

WHOEVER = "whoever is named"
AT_THE_TIME = "when it goes out"
MOST_NAME = 60
_TASKS = {
    "photo": Task.PHOTO, "picture": Task.PHOTO, "video": Task.PHOTO, "caption": Task.CAPTION, "text": Task.CAPTION,
    "approval": Task.APPROVAL, "approve": Task.APPROVAL,
    "publish": Task.PUBLISH, "publishing": Task.PUBLISH, "post": Task.PUBLISH, "check": Task.CHECK,
    "the check": Task.CHECK,
}  # fmt: skip
_BEFORE = re.compile(
    r"(?:(\d{1,3}|an?|one|two|three|four|five)\s*(?:working|opening|open)?\s*(days?|d|hours?|hrs?|h))\s+"
    r"(before|earlier|ahead|after|later)",
    re.IGNORECASE,
)
_AT_THE_TIME = re.compile(r"(?:when|as) (?:it|the post) goes out|at (?:the|that) time|the same day", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,5})\s*(?:min(?:ute)?s?\.?|m|\u2032|')", re.IGNORECASE)
_WHOEVER = re.compile(r"who(?:ever)?(?: is|'s)? named|whoever(?: adds it)?|named|who adds it", re.IGNORECASE)
_EVERY = re.compile(r"(?:once (?:a|per|every)|every|each|per) (month|quarter)|(month|quarter)ly", re.IGNORECASE)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_MOST_DAYS, _MOST_HOURS, _MOST_MINUTES = 20, 40, 480


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read; `owner` is a role, `NAMED`, or a name that is still to be found among the people."""

    step: Planned
    owner: str


def read(text: str) -> tuple[Line, ...]:
    """Read all lines; Misread, which names the line, where one can't be read."""
    return tuple(_line(" ".join(line.split())) for line in text.splitlines() if line.strip())


def written(step: Planned, owner: str) -> str:
    """Write a step as `read` takes it; `owner` is how its person is called where it is a person."""
    name = step.name or str(step.task)
    every = f", once a {step.every}" if step.every else ""
    return f"{name}, {when(step)}, {step.minutes} min, {owner_words(step, owner)}{every}"


def when(step: Planned) -> str:
    """Say how long before the post a step is due: "2 days before", "when it goes out"."""
    count, unit = (abs(step.days), "day") if step.days else (abs(step.hours), "hour")
    if count == 0:
        return AT_THE_TIME
    return f"{count} {unit}{'' if count == 1 else 's'} {'after' if step.is_after else 'before'}"


def owner_words(step: Planned, name: str = "") -> str:
    """Say whose a step is: a role, "whoever is named", or the person's name."""
    if step.owner == NAMED:
        return WHOEVER
    return step.owner if step.owner in set(Role) else name


def with_owners(lines: Iterable[Line], people: Iterable[Member], before: Template) -> tuple[Planned, ...]:
    """Give the steps with the people that their lines name; whoever has the step already is meant first."""
    askable = [person for person in people if not (person.is_bot or person.is_foreign or person.is_deactivated)]
    had = {step.name or step.task: step.owner for step in before}
    return tuple(
        replace(line.step, owner=_found(line.owner, askable, had.get(line.step.name or line.step.task, "")))
        for line in lines
    )


def _found(words: str, people: Sequence[Member], had: str) -> str:
    if words == NAMED or words in set(Role):
        return words
    wanted = words.casefold()
    exact = [person for person in people if person.name.casefold() == wanted]
    called = exact or [person for person in people if person.name.casefold().split()[:1] == [wanted]]
    if len(called) > 1:
        called = [person for person in called if person.user_id == had] or called
    if not called:
        raise template_errors.unknown_owner(words)
    if len(called) > 1:
        raise template_errors.several_owners(words, [person.name for person in called])
    return called[0].user_id


def _line(line: str) -> Line:
    parts = [part.strip() for part in line.split(",")]
    every = next((how_often for part in parts if (how_often := _every(part))), "")
    name, owner, moment, minutes = _told_apart([part for part in parts if not _every(part)], line)
    task = _TASKS.get(name.casefold())
    usual = next((step for step in (*USUAL, *with_approval((), is_wanted=True)) if step.task == task), None)
    if moment is None:
        if usual is None:
            raise template_errors.no_when(line)
        moment = usual.days, usual.hours
    usual_minutes = USUAL_MINUTES[task] if task else OWN_MINUTES
    usual_owner = usual.owner if usual else str(Role.LEAD)
    step = Planned(
        task or "own",
        days=moment[0],
        hours=moment[1],
        minutes=usual_minutes if minutes is None else minutes,
        owner=usual_owner,
        name="" if task else name,
        every=every,
    )
    return Line(step, usual_owner if owner is None else owner)


def _told_apart(parts: Sequence[str], line: str) -> tuple[str, str | None, tuple[int, int] | None, int | None]:
    """Tell the parts of a line apart: name and owner as words, and the time and the minutes where they are given."""
    before: list[str] = []
    after: list[str] = []
    moment: tuple[int, int] | None = None
    minutes: int | None = None
    for part in parts:
        if (read := _moment(part)) is not None:
            moment = read
        elif (spent := _minutes(part)) is not None:
            minutes = spent
        elif part:
            (before if moment is None and minutes is None else after).append(part)
    words = [*before, *after]
    if not words:
        raise template_errors.no_name(line)
    named = len(before) if before and len(words) > len(before) else 1
    name, owner = ", ".join(words[:named]), ", ".join(words[named:])
    if len(name) > MOST_NAME:
        raise template_errors.too_long(name, MOST_NAME)
    return name, _owner(owner), moment, minutes


def _every(words: str) -> str:
    """Give the stretch of time that a step comes once in: "month", "quarter", or "" where the words mean none."""
    found = _EVERY.fullmatch(words)
    return (found[1] or found[2]).lower() if found else ""


def _moment(words: str) -> tuple[int, int] | None:
    if _AT_THE_TIME.fullmatch(words):
        return 0, 0
    found = _BEFORE.fullmatch(words)
    if found is None:
        return None
    count = _NUMBERS.get(found[1].lower()) or int(found[1])
    is_days = found[2].lower().startswith("d")
    if count > (_MOST_DAYS if is_days else _MOST_HOURS):
        raise template_errors.unclear_when(words)
    count = -count if found[3].lower() in ("after", "later") else count
    return (count, 0) if is_days else (0, count)


def _minutes(words: str) -> int | None:
    found = _MINUTES.fullmatch(words)
    if found is None:
        return None
    if not 1 <= int(found[1]) <= _MOST_MINUTES:
        raise template_errors.unclear_minutes(words)
    return int(found[1])


def _owner(words: str) -> str | None:
    if not words:
        return None
    if _WHOEVER.fullmatch(words):
        return NAMED
    role = words.casefold().removeprefix("the ")
    return role if role in set(Role) else words.removeprefix("@")
