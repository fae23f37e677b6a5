"""The outline day by day: which of its places comes round when. A place is there from its first day to its last.

Rows in, turns out. It refuses to know what a place looks like and how an outline is changed.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from storage.tables import Slot


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One time that a place comes round: on which day, and at what hour."""

    slot: Slot
    on: date
    at: time


@dataclass(frozen=True, slots=True)
class Outline:
    """The places of a stretch of days, each with the days between which it is there."""

    slots: Sequence[Slot]

    def turns(self, first: date, last: date) -> tuple[Turn, ...]:
        """Give every place that comes round from one day to another, in the order of days and hours."""
        found = [Turn(slot, on, slot.at) for on in _days(first, last) for slot in self.slots if comes_round(slot, on)]
        return tuple(sorted(found, key=lambda turn: (turn.on, turn.at)))

    def on(self, day: date) -> tuple[Turn, ...]:
        """Give every place that comes round on this day."""
        return self.turns(day, day)


def comes_round(slot: Slot, on: date) -> bool:
    """Whether the outline has this place on this day."""
    is_there = slot.since_on <= on and (slot.until_on is None or on <= slot.until_on)
    return is_there and slot.weekday == on.weekday() and slot.rank in (0, *_ranks(on))


def _ranks(on: date) -> tuple[int, ...]:
    """Which one of its weekday in its month a day is: the fourth and the last, say."""
    rank = (on.day - 1) // 7 + 1
    return (rank, -1) if on.day + 7 > monthrange(on.year, on.month)[1] else (rank,)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
