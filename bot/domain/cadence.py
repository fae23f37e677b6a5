"""The outline of a week, and how a week looks against it: which place has which post, and what stands where.

Rows in, decisions out. A place is filled by the post that was added for it; a post of that day and kind that stands
beside the outline fills it too, so that a changed outline finds its posts again. It refuses to know people and steps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import plan_errors
from bot.domain.localtime import first_instant
from bot.domain.weeks import Week
from storage.tables import Kind, Post, Slot

UNSEEN_AFTER = timedelta(hours=2)
"""How long after its moment a post may still be called planned before it is "planned but not seen"."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of an outline: a weekday (Monday is 0), an hour and a kind."""

    weekday: int
    at: time
    kind: str


DEFAULT = (
    Place(0, time(10), Kind.SERVICE),
    Place(3, time(16), Kind.HUMAN),
    Place(5, time(10), Kind.COMMUNITY),
)
"""What a practice starts with: Monday service, Thursday human, Saturday community."""


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


def lay_out(
    week: Week, slots: Sequence[Slot], posts: Sequence[Post], *, now: datetime, zone: ZoneInfo
) -> tuple[Entry, ...]:
    """Lay a week out in the order things go out: every place of its outline and every post beside it."""
    entries = []
    for on in week.days:
        filled = fill(on, slots, posts)
        entries += [_entry_of_place(on, slot, filled.get(slot.id or 0), now, zone) for slot in _places_on(on, slots)]
        placed = {post.id for post in filled.values()}
        entries += [_entry_of_post(post, None, now) for post in posts if post.on == on and post.id not in placed]
    return tuple(sorted(entries, key=lambda entry: entry.publish_at))


def fill(on: date, slots: Sequence[Slot], posts: Sequence[Post]) -> dict[int, Post]:
    """Say which place of this day has which post, by the place's row id."""
    todays = [post for post in posts if post.on == on]
    places = _places_on(on, slots)
    filled: dict[int, Post] = {}
    for post in todays:
        if any(slot.id == post.slot_id for slot in places):
            filled.setdefault(post.slot_id or 0, post)
    beside = [post for post in todays if post.id not in {taken.id for taken in filled.values()}]
    for slot in places:
        match = next((post for post in beside if post.kind == slot.kind), None)
        if match is not None and slot.id not in filled:
            filled[slot.id or 0] = match
            beside.remove(match)
    return filled


def choose(on: date, kind: str, slots: Sequence[Slot], posts: Sequence[Post]) -> tuple[str, Slot | None]:
    """Choose the free place that a post of this day fills, and with it the kind; no place for an extra post."""
    if kind and kind not in set(Kind):
        raise plan_errors.not_a_kind()
    taken = fill(on, slots, posts)
    free = [slot for slot in _places_on(on, slots) if slot.id not in taken and kind in ("", slot.kind)]
    if kind:
        return kind, free[0] if free else None
    kinds = tuple(dict.fromkeys(slot.kind for slot in free))
    if len(kinds) != 1:
        raise plan_errors.which_kind(on, kinds)
    return free[0].kind, free[0]


def has_place(on: date, kind: str, slots: Sequence[Slot]) -> bool:
    """Whether the outline has a place of this kind on this day, filled or not."""
    return any(slot.kind == kind for slot in _places_on(on, slots))


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit does to the outline: places that stay, perhaps at another time, come or go."""

    moved: tuple[tuple[Slot, time], ...]
    added: tuple[Place, ...]
    gone: tuple[Slot, ...]

    def __bool__(self) -> bool:
        return bool(self.moved or self.added or self.gone)


def compare(slots: Sequence[Slot], places: Iterable[Place]) -> Change:
    """Compare the outline with the wanted one; a place is the same while weekday and kind are."""
    wanted = {(place.weekday, place.kind): place for place in places}
    if not wanted:
        raise plan_errors.no_places()
    if any(kind not in set(Kind) for _, kind in wanted):
        raise plan_errors.not_a_kind()
    kept: dict[tuple[int, str], Slot] = {}
    for slot in slots:
        if (slot.weekday, slot.kind) in wanted:
            kept.setdefault((slot.weekday, slot.kind), slot)
    return Change(
        moved=tuple((slot, wanted[key].at) for key, slot in kept.items() if slot.at != wanted[key].at),
        added=tuple(place for key, place in wanted.items() if key not in kept),
        gone=tuple(slot for slot in slots if slot not in kept.values()),
    )


def _places_on(on: date, slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.weekday == on.weekday()]


def _entry_of_place(on: date, slot: Slot, post: Post | None, now: datetime, zone: ZoneInfo) -> Entry:
    if post is not None:
        return _entry_of_post(post, slot, now)
    at = first_instant(on, slot.at, zone)
    return Entry(on, at, slot.kind, slot, None, Standing.FREE if at > now else Standing.LEFT_EMPTY)


def _entry_of_post(post: Post, slot: Slot | None, now: datetime) -> Entry:
    if post.posted_at is not None:
        standing = Standing.POSTED
    else:
        standing = Standing.UNSEEN if now - post.publish_at > UNSEEN_AFTER else Standing.PLANNED
    return Entry(post.on, post.publish_at, post.kind, slot, post, standing)
