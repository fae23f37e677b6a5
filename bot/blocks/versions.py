"""How changes of a post are said: who changed what and when, from what to what, each in a line."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from zoneinfo import ZoneInfo

from bot.blocks import saying
from bot.blocks.plan_phrases import SUBSTITUTES, listed
from bot.domain import said
from bot.domain.networks import NETWORKS
from bot.domain.versions import CAPTION, WHO
from storage.tables import Member, PostVersion, Task

FIELDS = {
    "what": "what it is about",
    "on": "the day",
    "at": "the time",
    "kind": "the kind",
    "why": "why",
    "network": "where it goes out",
    "link": "the link",
    "takes": "what it takes",
    "made_by": "who makes it",
    "goal": "what it is good for",
    "shows": "what the picture shows",
    "shape": "how the picture is held",
    "substitute": "what stands in for the picture",
    "caption:": "the words",
    **{f"{CAPTION}{key}": f"the words for {network.name}" for key, network in NETWORKS.items()},
}
MAKERS = {"us": "us", "agency": "an agency"}
GOALS = {"sales": "more new people", "costs": "fewer repeated questions", "experience": "people feel well looked after"}
SHAPES = {"upright": "upright", "square": "square", "wide": "wide"}
_CHOICES = {"made_by": MAKERS, "goal": GOALS, "shape": SHAPES, "substitute": SUBSTITUTES}
_STEPS: dict[str, str] = {
    Task.PHOTO: "the photo",
    Task.CAPTION: "the caption",
    Task.APPROVAL: "the approval",
    Task.PUBLISH: "publishing",
    Task.CHECK: "the check",
}
_MOST_SHOWN = 6
_MOST_WORDS = 60
_MOST_CHARACTERS = 2_500
"""A text holds 3,000 (docs.slack.dev, text object)."""


def history(versions: Sequence[PostVersion], people: Mapping[int, Member], zone: ZoneInfo) -> list[str]:
    """Say the newest changes, newest first, and how many came before them."""
    lines = [change(version, people, zone) for version in reversed(versions[-_MOST_SHOWN:])]
    more = len(versions) - _MOST_SHOWN
    return [*lines, f"and {more} earlier"] if more > 0 else lines


def change(version: PostVersion, people: Mapping[int, Member], zone: ZoneInfo) -> str:
    """Say one change: "Ana, Mon 23 Nov, 9:00 AM: the day, from Thu 26 Nov to Fri 27 Nov"."""
    who = saying.name(people.get(version.changed_by or 0)) if version.changed_by else "Somebody who has left"
    parts = [
        _hands(field, before, after, people) if field.startswith(WHO) else from_to(field, before, after)
        for field, (before, after) in version.changes.items()
    ]
    while sum(len(part) for part in parts) > _MOST_CHARACTERS:
        parts[-2:] = ["and more"]
    return f"*{who}*, {saying.moment(version.changed_at, zone)}: {'; '.join(parts)}"


def fields(names: Iterable[str]) -> str:
    """List what was changed: "the day and why"."""
    wanted = set(names)
    return listed([words for field, words in FIELDS.items() if field in wanted])


def value(field: str, words: str) -> str:
    """Say what a field holds, on one line and not too long."""
    if field == "on":
        return said.day(date.fromisoformat(words))
    if field == "at":
        return said.clock(time.fromisoformat(words))
    shown = _CHOICES[field].get(words, words) if field in _CHOICES else f'"{" ".join(words.split())}"'
    return saying.plain(saying.short(shown, _MOST_WORDS))


def from_to(field: str, before: str, after: str) -> str:
    """Say what one field said before and says now."""
    was, now = (value(field, words) if words else "" for words in (before, after))
    return turned(FIELDS.get(field, "something else"), was, now)


def turned(name: str, was: str, now: str) -> str:
    """Say what something was and is now, both as they are said; "" is nothing."""
    if not was:
        return f"{name}: {now}"
    return f"{name}, from {was} to {now}" if now else f"{name} taken out, it was {was}"


def _hands(field: str, before: str, after: str, people: Mapping[int, Member]) -> str:
    """Say that a step changed hands: "the photo, from Ben to Sarah"."""
    task = field.removeprefix(WHO)
    what = _STEPS.get(task) or f'"{saying.plain(saying.short(task, _MOST_WORDS))}"'
    return f"{what}, from {saying.name(people.get(int(before)))} to {saying.name(people.get(int(after)))}"
