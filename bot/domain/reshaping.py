"""What an edit does to the outline, said before it is done: what comes, changes and goes, and what that reaches.

An edit holds from today on, or from tomorrow on where today's place has passed already; what is over stays as it was,
and a post that is planned keeps its day and hour. It refuses to know who may edit and how it is saved.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain import plan_errors
from bot.domain.cadence import Place, fill
from bot.domain.localtime import first_instant
from bot.domain.outline import Outline
from storage.tables import Kind, Post, Slot

HORIZON = timedelta(weeks=12)
"""How far ahead it is counted what an edit changes: a season, since an outline itself has no end."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit does to the outline: places that stay but change, places that come, and places that go."""

    moved: tuple[tuple[Slot, Place], ...]
    added: tuple[Place, ...]
    gone: tuple[Slot, ...]

    def __bool__(self) -> bool:
        return bool(self.moved or self.added or self.gone)

    @property
    def touched(self) -> tuple[Slot, ...]:
        """The places that don't stay as they are."""
        return (*(slot for slot, _ in self.moved), *self.gone)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many places to come an edit changes or takes away, and how many of them are filled already."""

    places: int
    filled: int


def place_of(slot: Slot) -> Place:
    """Give a row of the outline as the place it is."""
    return Place(slot.weekday, slot.at, slot.kind)


def compare(slots: Sequence[Slot], places: Iterable[Place]) -> Change:
    """Compare the outline with the wanted one; a place is the same while its day and kind are.

    Where a day has several places of a kind, those that don't change are found first, and the others in their order.
    """
    wanted: defaultdict[tuple[int, str], list[Place]] = defaultdict(list)
    for place in dict.fromkeys(places):
        if place.kind not in set(Kind):
            raise plan_errors.not_a_kind()
        wanted[_same(place)].append(place)
    if not wanted:
        raise plan_errors.no_places()
    open_ones = []
    for slot in slots:
        here = wanted[_same(place_of(slot))]
        if place_of(slot) in here:
            here.remove(place_of(slot))
        else:
            open_ones.append(slot)
    moved, gone = [], []
    for slot in open_ones:
        here = wanted[_same(place_of(slot))]
        if here:
            moved.append((slot, here.pop(0)))
        else:
            gone.append(slot)
    return Change(tuple(moved), tuple(place for left in wanted.values() for place in left), tuple(gone))


def holds_from(*hours: time, now: datetime, zone: ZoneInfo) -> date:
    """Say from which day on a change of places at these hours holds: today, unless one of them has passed today."""
    today = now.astimezone(zone).date()
    is_ahead = all(first_instant(today, at, zone) > now for at in hours)
    return today if is_ahead else today + timedelta(days=1)


def reach(change: Change, posts: Sequence[Post], *, now: datetime, zone: ZoneInfo) -> Reach:
    """Count the places to come, as far as the horizon, that an edit changes or takes away."""
    today = now.astimezone(zone).date()
    turns = [
        turn
        for turn in Outline(change.touched).turns(today, today + HORIZON)
        if first_instant(turn.on, turn.at, zone) > now
    ]
    return Reach(len(turns), len(fill(turns, posts)))


def _same(place: Place) -> tuple[int, str]:
    return place.weekday, place.kind
