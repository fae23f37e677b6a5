"""When a plan has come to a standstill, whether that is worth a word to the lead, and which smaller plan would be kept.

Two missed places in a row, a next week without a post, or less than half of the places out in each of three weeks.
What falls on a closed day or into a pause counts for nothing, and neither do weeks without a place. The lead hears of a
standstill once; again only when it has become another one, and not within three weeks. Rows in, decisions out.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil
from typing import Any

from bot.domain import pause_errors
from bot.domain.cadence import Entry, Place, Standing
from bot.domain.weeks import Week
from storage.tables import Slot

LOOKS_BACK = 12
"""Weeks that are counted: a season, so that one bad week weighs little."""
_THREE_WEEKS = timedelta(weeks=3)
_OVER = (Standing.LEFT_EMPTY, Standing.UNSEEN, Standing.POSTED)


class Sign(StrEnum):
    """What tells that a plan stands still."""

    MISSED = "missed"
    EMPTY = "empty"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Kept:
    """How many places came round in a week, and how many of their posts went out."""

    week: Week
    places: int
    kept: int

    @property
    def is_held(self) -> bool:
        """Whether at least half of them went out."""
        return self.kept * 2 >= self.places


@dataclass(frozen=True, slots=True)
class Memory:
    """What the lead was told last and when, how many times, and the week that was looked at last."""

    signs: frozenset[Sign] = frozenset()
    told_on: date | None = None
    times: int = 0
    looked: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Memory":
        """Give what a workspace remembers."""
        told_on = date.fromisoformat(kept["told_on"]) if kept.get("told_on") else None
        known = frozenset(Sign(sign) for sign in kept.get("signs", ()) if sign in set(Sign))
        return cls(known, told_on, int(kept.get("times", 0)), str(kept.get("looked", "")))

    def to_json(self) -> dict[str, Any]:
        """Give it as plain values to keep."""
        told_on = self.told_on.isoformat() if self.told_on else ""
        return {"signs": sorted(self.signs), "told_on": told_on, "times": self.times, "looked": self.looked}


def signs(entries: Sequence[Entry], closed_days: AbstractSet[date], week: Week) -> frozenset[Sign]:
    """Say what tells that the plan stands still, seen from this week; `entries` reach from weeks ago into the next."""
    counting = _counting(entries, closed_days)
    over = [entry for entry in counting if entry.standing in _OVER]
    found = set()
    if len(over) >= 2 and not any(entry.standing is Standing.POSTED for entry in over[-2:]):
        found.add(Sign.MISSED)
    coming = [entry for entry in counting if entry.on in week.next().days]
    if coming and not any(entry.post for entry in entries if entry.on in week.next().days):
        found.add(Sign.EMPTY)
    last_three = [each for each in kept(entries, closed_days) if each.week < week][-3:]
    if len(last_three) == 3 and not any(each.is_held for each in last_three):
        found.add(Sign.HALF)
    return frozenset(found)


def kept(entries: Sequence[Entry], closed_days: AbstractSet[date]) -> tuple[Kept, ...]:
    """Count each week that had a place which is over, in their order; a closed or paused one had none."""
    found: dict[Week, list[bool]] = {}
    for entry in _counting(entries, closed_days):
        if entry.standing in _OVER:
            found.setdefault(Week.of(entry.on), []).append(entry.standing is Standing.POSTED)
    return tuple(Kept(week, len(out), sum(out)) for week, out in sorted(found.items()))


def weigh(memory: Memory, found: frozenset[Sign], week: Week, today: date) -> tuple[Memory, bool]:
    """Say what is remembered from now on, and whether the lead is told."""
    looked = str(week)
    if not found:
        return Memory(frozenset(), memory.told_on, memory.times, looked), False
    is_long_ago = memory.told_on is None or today - memory.told_on >= _THREE_WEEKS
    if found == memory.signs or not is_long_ago:
        return Memory(memory.signs, memory.told_on, memory.times, looked), False
    return Memory(found, today, memory.times + 1, looked), True


def smaller(
    outline: Sequence[tuple[Slot, Place]], entries: Sequence[Entry], closed_days: AbstractSet[date]
) -> tuple[Place, ...]:
    """Give the outline with as many weekly places as were really kept, and at least one fewer: those kept most often.

    What comes round once a month stays.
    """
    weekly = [(slot, place) for slot, place in outline if place.rank == 0]
    if len(weekly) < 2:
        raise pause_errors.nothing_smaller()
    weeks = kept(entries, closed_days)
    average = sum(each.kept for each in weeks) / len(weeks) if weeks else 0
    wanted = min(max(1, ceil(average)), len(weekly) - 1)
    times = {
        slot.id: sum(entry.standing is Standing.POSTED and _is_of(entry, slot) for entry in entries)
        for slot, _ in weekly
    }
    best = sorted(weekly, key=lambda pair: -times[pair[0].id])[:wanted]
    stays = {slot.id for slot, _ in best}
    return tuple(place for slot, place in outline if place.rank != 0 or slot.id in stays)


def _is_of(entry: Entry, slot: Slot) -> bool:
    """Whether an entry was in this place or in one that it follows."""
    same = entry.slot is not None and (entry.slot.weekday, entry.slot.kind) == (slot.weekday, slot.kind)
    return same and entry.slot is not None and entry.slot.rank == slot.rank


def _counting(entries: Sequence[Entry], closed_days: AbstractSet[date]) -> list[Entry]:
    """Leave out what stands beside the outline, and what nobody could keep because the practice was closed."""
    return [
        entry
        for entry in entries
        if entry.slot is not None and (entry.on not in closed_days or entry.standing is Standing.POSTED)
    ]
