"""The outline day by day: which of its places comes round when, and which doesn't this time.

A place is there from its first day to its last. One turn of it can be left out or moved by hand; on a day the practice
is closed it stays, moves to the next opening day before its own next turn, or is left out, as the practice wants it;
while the plan is paused it is left out. A place that has its post already stays where it is. Rows in, turns out: it
refuses to know how an outline is changed.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain import pauses
from bot.domain.hours import Opening
from storage.tables import Post, Slot

_NEVER_OPEN = Opening(((),) * 7)
_LONGEST_WAIT = 6
"""Days that a place may move because of a closed day: on the seventh its own next turn may come."""


class OnClosed(StrEnum):
    """What becomes of a place on a day the practice is closed."""

    KEEP = "keep"
    MOVE = "move"
    DROP = "drop"


class Fate(StrEnum):
    """What becomes of one turn of a place."""

    AS_USUAL = "as usual"
    MOVED = "moved"
    LEFT_OUT = "left out"
    MOVED_CLOSED = "moved, closed"
    LEFT_OUT_CLOSED = "left out, closed"
    LEFT_OUT_PAUSED = "left out, paused"


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One time that a place comes round: on which day and at what hour, and on which day the outline has it."""

    slot: Slot
    on: date
    at: time
    due_on: date
    fate: Fate = Fate.AS_USUAL


@dataclass(frozen=True, slots=True)
class Outline:
    """The places of a stretch of days, when the practice is closed, and what it wants done then."""

    slots: Sequence[Slot]
    opening: Opening = _NEVER_OPEN
    on_closed: Mapping[str, str] = field(default_factory=dict)
    pauses: Mapping[str, str] = field(default_factory=dict)

    def turns(self, first: date, last: date, posts: Sequence[Post] = ()) -> tuple[Turn, ...]:
        """Give every place that comes round from one day to another, in the order of days and hours."""
        found = [turn for turn in self._turns(self.first_due(first), last, posts) if first <= turn.on <= last]
        return tuple(sorted((turn for turn in found if not _is_out(turn)), key=lambda turn: (turn.on, turn.at)))

    def left_out(self, first: date, last: date, posts: Sequence[Post] = ()) -> tuple[Turn, ...]:
        """Give every place that would come round from one day to another and doesn't, or does on another day."""
        found = [turn for turn in self._turns(first, last, posts) if first <= turn.due_on <= last]
        return tuple(turn for turn in found if turn.fate is not Fate.AS_USUAL)

    def on(self, day: date, posts: Sequence[Post] = ()) -> tuple[Turn, ...]:
        """Give every place that comes round on this day."""
        return self.turns(day, day, posts)

    def first_due(self, on: date) -> date:
        """Give the first day whose places may have moved to this one because that day was closed."""
        if OnClosed.MOVE not in self.on_closed.values():
            return on
        before = [on - timedelta(days=number) for number in range(_LONGEST_WAIT, 0, -1)]
        return next((day for day in before if self._rule(day) is OnClosed.MOVE), on)

    def is_paused(self, on: date) -> bool:
        """Whether the plan pauses on this day."""
        return pauses.until(self.pauses, on) is not None

    def _turns(self, first: date, last: date, posts: Sequence[Post]) -> Iterator[Turn]:
        filled = {(post.slot_id, post.on) for post in posts}
        for slot in self.slots:
            usual = [on for on in _days(first, last) if comes_round(slot, on)]
            brought = (due for due, to in _moves(slot) if to is not None and first <= to.date() <= last)
            for due_on in dict.fromkeys((*usual, *brought)):
                yield self._turn(slot, due_on, is_filled=(slot.id, due_on) in filled)

    def _turn(self, slot: Slot, due_on: date, *, is_filled: bool) -> Turn:
        by_hand = dict(_moves(slot))
        if is_filled:
            return Turn(slot, due_on, slot.at, due_on)
        if self.is_paused(due_on):
            return _out(slot, due_on, Fate.LEFT_OUT_PAUSED)
        if due_on in by_hand:
            to = by_hand[due_on]
            return Turn(slot, to.date(), to.time(), due_on, Fate.MOVED) if to else _out(slot, due_on, Fate.LEFT_OUT)
        rule = self._rule(due_on)
        if rule is OnClosed.KEEP:
            return Turn(slot, due_on, slot.at, due_on)
        opens_on = self._next_opening(due_on) if rule is OnClosed.MOVE else None
        if opens_on is None:
            return _out(slot, due_on, Fate.LEFT_OUT_CLOSED)
        return Turn(slot, opens_on, slot.at, due_on, Fate.MOVED_CLOSED)

    def _rule(self, on: date) -> OnClosed:
        """What becomes of a place on this day: it stays unless the day is closed, and then as was wanted by then."""
        if on not in self.opening.closed_days:
            return OnClosed.KEEP
        since = max((since for since in self.on_closed if since <= on.isoformat()), default="")
        return OnClosed(self.on_closed[since]) if since else OnClosed.KEEP

    def _next_opening(self, on: date) -> date | None:
        days = (on + timedelta(days=number) for number in range(1, _LONGEST_WAIT + 1))
        return next((day for day in days if self.opening.intervals_on(day)), None)


def comes_round(slot: Slot, on: date) -> bool:
    """Whether the outline has this place on this day."""
    is_there = slot.since_on <= on and (slot.until_on is None or on <= slot.until_on)
    return is_there and slot.weekday == on.weekday() and slot.rank in (0, *_ranks(on))


def _ranks(on: date) -> tuple[int, ...]:
    """Which one of its weekday in its month a day is: the fourth and the last, say."""
    rank = (on.day - 1) // 7 + 1
    return (rank, -1) if on.day + 7 > monthrange(on.year, on.month)[1] else (rank,)


def _moves(slot: Slot) -> Iterator[tuple[date, datetime | None]]:
    """Give what was decided by hand about single turns: when each takes place instead, or that it doesn't."""
    for due_on, to in slot.moves.items():
        yield date.fromisoformat(due_on), datetime.fromisoformat(to) if to else None  # a wall clock's time


def _out(slot: Slot, due_on: date, fate: Fate) -> Turn:
    return Turn(slot, due_on, slot.at, due_on, fate)


def _is_out(turn: Turn) -> bool:
    return turn.fate in (Fate.LEFT_OUT, Fate.LEFT_OUT_CLOSED, Fate.LEFT_OUT_PAUSED)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
