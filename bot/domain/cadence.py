"""How a week looks against the outline: which place has which post, and what stands where.

Rows in, decisions out. A place is filled by the post that was added for it; a post of that day and kind that stands
beside the outline fills it too, so that a changed outline finds its posts again. It refuses to know people and steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import plan_errors
from bot.domain.localtime import first_instant
from bot.domain.outline import Outline, Turn
from bot.domain.weeks import Week
from storage.tables import AdKind, Kind, Post, Slot

_USUAL, _ADS = frozenset(Kind), frozenset(AdKind)
UNSEEN_AFTER = timedelta(hours=2)
"""How long after its moment a post may still be called planned before it is "planned but not seen"."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of an outline: a weekday (Monday is 0), an hour and a kind.

    `rank` is 0 for every week, 2 for the second such weekday of a month and -1 for the last one. `owners` are the user
    ids of who is asked first, by task; `since_on` is empty where a place is there already.
    """

    weekday: int
    at: time
    kind: str
    rank: int = 0
    network: str = ""
    owners: tuple[tuple[str, str], ...] = ()
    since_on: date | None = None
    until_on: date | None = None
    budget: int | None = None


DEFAULT = (
    Place(0, time(10), Kind.SERVICE),
    Place(3, time(16), Kind.HUMAN),
    Place(5, time(10), Kind.COMMUNITY),
)
"""What a practice starts with: Monday service, Thursday human, Saturday community."""
ADS = (
    Place(0, time(10), AdKind.AWARENESS, rank=1),
    Place(0, time(10), AdKind.RETARGETING, rank=2),
    Place(0, time(10), AdKind.LEAD_GENERATION, rank=3),
)
"""What a practice that advertises starts with: one ad of each kind a month."""


class Standing(StrEnum):
    """How one entry of a week stands at a moment."""

    FREE = "free"
    LEFT_EMPTY = "left empty"
    PLANNED = "planned"
    UNSEEN = "planned but not seen"
    POSTED = "posted"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a week: a place, filled or not, or a post beside the outline."""

    on: date
    publish_at: datetime
    kind: str
    slot: Slot | None
    post: Post | None
    standing: Standing
    turn: Turn | None = None


def lay_out(week: Week, outline: Outline, posts: Sequence[Post], *, now: datetime, zone: ZoneInfo) -> tuple[Entry, ...]:
    """Lay a week out in the order things go out: every place of its outline and every post beside it."""
    return lay_out_days(week.days[0], week.days[-1], outline, posts, now=now, zone=zone)


def lay_out_days(
    first: date, last: date, outline: Outline, posts: Sequence[Post], *, now: datetime, zone: ZoneInfo
) -> tuple[Entry, ...]:
    """Lay any stretch of days out as a week is."""
    turns = outline.turns(first, last, posts)
    filled = fill(turns, posts)
    entries = [_entry_of_place(turn, filled.get(turn), now, zone) for turn in turns]
    placed = {id(post) for post in filled.values()}
    beside = [post for post in posts if first <= post.on <= last and id(post) not in placed]
    entries += [_entry_of_post(post, None, now) for post in beside]
    return tuple(sorted(entries, key=lambda entry: entry.publish_at))


def fill(turns: Sequence[Turn], posts: Sequence[Post]) -> dict[Turn, Post]:
    """Say which place has which post: first the one that was added for it, then one of its day and kind."""
    filled: dict[Turn, Post] = {}
    places = {(turn.slot.id, turn.on): turn for turn in turns}
    beside = []
    for post in posts:
        own = places.get((post.slot_id, post.on)) if post.slot_id else None
        if own is None or filled.setdefault(own, post) is not post:
            beside.append(post)
    for turn in turns:
        if turn not in filled:
            match = next((post for post in beside if post.on == turn.on and post.kind == turn.slot.kind), None)
            if match is not None:
                filled[turn] = match
                beside.remove(match)
    return filled


def choose(
    on: date, kind: str, outline: Outline, posts: Sequence[Post], *, at: time | None = None
) -> tuple[str, Turn | None]:
    """Choose the free place that a post of this day fills, and with it the kind; no place for an extra post.

    Where a day has several free places, the hour that was named tells them apart; an ad's is only meant where it is
    the only one, or named.
    """
    if kind and kind not in _USUAL and kind not in _ADS:
        raise plan_errors.not_a_kind()
    turns = outline.on(on, posts)
    taken = fill(turns, posts)
    free = [turn for turn in turns if turn not in taken and kind in ("", turn.slot.kind)]
    usual = [turn for turn in free if kind or turn.slot.kind in _USUAL] or free
    named = [turn for turn in usual if turn.at == at] or usual
    if kind:
        return kind, named[0] if named else None
    kinds = tuple(dict.fromkeys(turn.slot.kind for turn in named))
    if len(kinds) != 1:
        raise plan_errors.which_kind(on, kinds, at)
    return named[0].slot.kind, named[0]


def has_place(on: date, kind: str, outline: Outline) -> bool:
    """Whether the outline has a place of this kind on this day, filled or not."""
    return any(turn.slot.kind == kind for turn in outline.on(on))


def _entry_of_place(turn: Turn, post: Post | None, now: datetime, zone: ZoneInfo) -> Entry:
    if post is not None:
        return replace(_entry_of_post(post, turn.slot, now), turn=turn)
    at = first_instant(turn.on, turn.at, zone)
    standing = Standing.FREE if at > now else Standing.LEFT_EMPTY
    return Entry(turn.on, at, turn.slot.kind, turn.slot, None, standing, turn)


def _entry_of_post(post: Post, slot: Slot | None, now: datetime) -> Entry:
    if post.posted_at is not None:
        standing = Standing.POSTED
    else:
        standing = Standing.UNSEEN if now - post.publish_at > UNSEEN_AFTER else Standing.PLANNED
    return Entry(post.on, post.publish_at, post.kind, slot, post, standing)
