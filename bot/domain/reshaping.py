"""What an edit does to the outline, said before it is done: what comes, changes and goes, and what that reaches.

An edit holds from today on, or from tomorrow on where today's place has passed already; what is over stays as it was,
and a post that is planned keeps its day and hour. It refuses to know who may edit and how it is saved.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain import outline_errors, plan_errors
from bot.domain.cadence import Place, fill
from bot.domain.localtime import first_instant
from bot.domain.outline import OnClosed, Outline
from storage.tables import AdKind, Kind, Member, Post, Slot

_A_DAY = timedelta(days=1)
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


Standing = Sequence[tuple[Slot, Place]]
"""The outline as it stands: each row and the place it is."""


def place_of(slot: Slot, today: date, people: Mapping[int, Member]) -> Place:
    """Give a row of the outline as the place it is today; one that begins by tomorrow is there already."""
    return Place(
        weekday=slot.weekday,
        at=slot.at,
        kind=slot.kind,
        rank=slot.rank,
        network=slot.network,
        owners=tuple((task, people[member].user_id) for task, member in slot.owners.items() if member in people),
        since_on=slot.since_on if slot.since_on > today + _A_DAY else None,
        until_on=slot.until_on,
        budget=slot.budget,
    )


def check(places: Sequence[Place], today: date) -> None:
    """Refuse an outline without a place, a kind that isn't one, and a place that never comes round."""
    if not places:
        raise plan_errors.no_places()
    for place in places:
        if place.kind not in {*Kind, *AdKind}:
            raise plan_errors.not_a_kind()
        if place.kind in set(AdKind) and place.rank == 0:
            raise outline_errors.not_every_week()
        if place.until_on and place.since_on and place.until_on < place.since_on:
            raise outline_errors.ends_before(place.since_on, place.until_on)
        if place.until_on and place.until_on < today:
            raise outline_errors.is_over(place.until_on)


def with_owners(places: Sequence[Place], before: Sequence[Place]) -> tuple[Place, ...]:
    """Let places that were typed, where nobody can be picked, keep who is asked first for them."""
    owners = {same(place): place.owners for place in reversed(before)}
    return tuple(replace(place, owners=owners.get(same(place), ())) for place in places)


def compare(standing: Standing, places: Iterable[Place]) -> Change:
    """Compare the outline with the wanted one; a place is the same while its day and kind are.

    Where a day has several places of a kind, those that don't change are found first, and the others in their order.
    """
    wanted: defaultdict[tuple[int, int, str], list[Place]] = defaultdict(list)
    for place in dict.fromkeys(places):
        wanted[same(place)].append(place)
    open_ones = []
    for slot, place in standing:
        here = wanted[same(place)]
        if place in here:
            here.remove(place)
        else:
            open_ones.append((slot, place))
    moved, gone = [], []
    for slot, place in open_ones:
        here = wanted[same(place)]
        if here:
            moved.append((slot, here.pop(0)))
        else:
            gone.append(slot)
    return Change(tuple(moved), tuple(place for left in wanted.values() for place in left), tuple(gone))


def on_closed(wanted: Mapping[str, str]) -> OnClosed:
    """Give what becomes of places on closed days from now on."""
    return OnClosed(wanted[max(wanted)]) if wanted else OnClosed.KEEP


def holds_from(*hours: time, now: datetime, zone: ZoneInfo) -> date:
    """Say from which day on a change of places at these hours holds: today, unless one of them has passed today."""
    today = now.astimezone(zone).date()
    is_ahead = all(first_instant(today, at, zone) > now for at in hours)
    return today if is_ahead else today + _A_DAY


def reach(change: Change, standing: Standing, posts: Sequence[Post], *, now: datetime, zone: ZoneInfo) -> Reach:
    """Count the places to come, as far as the horizon, that an edit changes or takes away.

    A post fills its place among all that stand: beside one of the same day and kind that stays, it isn't counted.
    """
    today = now.astimezone(zone).date()
    turns = [
        turn
        for turn in Outline([slot for slot, _ in standing]).turns(today, today + HORIZON)
        if first_instant(turn.on, turn.at, zone) > now
    ]
    touched, filled = {slot.id for slot in change.touched}, fill(turns, posts)
    reached = [turn for turn in turns if turn.slot.id in touched]
    return Reach(len(reached), sum(turn in filled for turn in reached))


def same(place: Place) -> tuple[int, int, str]:
    """What makes a place the same while the rest of it changes."""
    return place.weekday, place.rank, place.kind
