"""How posts, places and steps are said wherever the plan is shown. It refuses to know which message they are for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

from bot.blocks import saying
from bot.domain import said
from bot.domain.cadence import Place
from bot.domain.weeks import Week
from storage.tables import AdKind, ApprovalState, Kind, Member, Post, Step, Substitute, Task

_RIGHT_TO_LEFT = {"R", "AL", "RLE", "RLO", "RLI", "LRO"}

TASK_WORDS = {
    Task.PHOTO: "photo",
    Task.GRAPHIC: "graphic",
    Task.CAPTION: "caption",
    Task.APPROVAL: "approval",
    Task.PUBLISH: "publishing",
    Task.CHECK: "the check",
}
_MOST_NAME = 60
_ANSWERED: dict[str, str] = {
    ApprovalState.CHANGES: "changes asked for",
    ApprovalState.HELD: "on hold",
    ApprovalState.REJECTED: "a no",
}
_IN_A_LIST = {**TASK_WORDS, Task.CHECK: "check"}

SUBSTITUTES: dict[str, str] = {Substitute.LIBRARY: "a photo from the library", Substitute.GRAPHIC: "a graphic"}

MEANT_FOR: dict[str, str] = {
    Kind.SERVICE: "something you do, and whom it helps",
    Kind.HUMAN: "the people behind the practice",
    Kind.COMMUNITY: "neighbors, events, other local businesses",
    AdKind.AWARENESS: "people nearby who don't know you yet",
    AdKind.RETARGETING: "people who have looked at you before",
    AdKind.LEAD_GENERATION: "people who leave word that they want to hear from you",
}


def title(post: Post, most: int = 120) -> str:
    """Say what a post is about: as typed, on one line, cut where it is long.

    Words that are written from right to left stay apart from the sentence around them (Unicode Standard Annex 9).
    """
    words = saying.plain(saying.short(" ".join(post.what.split()), most))
    turns = not words.isascii() and any(bidirectional(mark) in _RIGHT_TO_LEFT for mark in words)
    return f"\u2068{words}\u2069" if turns else words


def strong(post: Post, most: int = 120) -> str:
    """Say in bold what a post is about or, where it has marks of its own that would end the bold, in quotes."""
    words = title(post, most)
    return f'"{words}"' if any(mark in words for mark in "*_~`") else f"*{words}*"


def when(post: Post, zone: ZoneInfo, today: date | None = None) -> str:
    """Say when a post goes out, with the year where it is not this one."""
    on = saying.day(post.on) if today is None or post.on.year == today.year else said.day(post.on)
    return f"{on}, {saying.clock(post.publish_at, zone)}"


def substitute(post: Post) -> str:
    """Say what stands in for a post's picture: "a graphic"; "" where it has its own."""
    return SUBSTITUTES.get(post.substitute, "")


def listed(words: Sequence[str]) -> str:
    """List things in a sentence: "caption, publishing and the check"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def capital(words: str) -> str:
    """Begin a sentence with these words."""
    return words[:1].upper() + words[1:]


def link(url: str, words: str) -> str:
    """Make a link; an address was refused beforehand where it could break out of one."""
    return f"<{url.replace('&', '&amp;')}|{words}>"


def task_word(step: Step, words: Mapping[Task, str] = TASK_WORDS) -> str:
    """Name a step in a word or, where it is one of the practice's own, by its name as typed."""
    if step.name:
        return f'"{saying.plain(saying.short(" ".join(step.name.split()), _MOST_NAME))}"'
    return words[Task(step.task)]


def who_is_on(steps: Iterable[Step], people: Mapping[int, Member]) -> str:
    """Say how each step stands and whose it is: "photo: Ben is asked · caption: Ana"."""
    parts = []
    for step in steps:
        word = task_word(step, _IN_A_LIST)
        if step.done_at is not None:
            parts.append(f"{word}: done")
        else:
            owner = _ANSWERED.get(step.answer) or saying.name(people.get(step.owner_id))
            parts.append(f"{word}: {owner}" if step.accepted_at else f"{word}: {owner} is asked")
    return " · ".join(parts)


def week_span(week: Week) -> str:
    """Say from when to when a week goes: "Mon 23 Nov to Sun 29 Nov 2026"."""
    return f"{saying.day(week.days[0])} to {said.day(week.days[-1])}"


def place(spot: Place) -> str:
    """Say a place of the outline: "Thursday 4:00 PM, human", "Second Tuesday 3:00 PM, human, Instagram"."""
    day = f"{said.RANKS[spot.rank]} {said.WEEKDAYS[spot.weekday]}".strip()
    money = f"{spot.budget:,} planned" if spot.budget else ""
    stretch = (
        f"{word} {said.day(on)}" for word, on in (("from", spot.since_on), ("until", spot.until_on)) if on is not None
    )
    return ", ".join(
        part
        for part in (f"{day} {said.clock(spot.at)}", said.kind(spot.kind), money, saying.plain(spot.network), *stretch)
        if part
    )
