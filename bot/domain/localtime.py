"""Wall clocks and instants: what a clock on the practice's wall shows, and when that is.

Twice a year clocks skip some minutes and show others twice; this is the one place that knows how. It refuses to know
opening hours and words.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=4096)  # a look at a workspace asks for the same few days again and again, half of its time
def first_instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    """The first moment on which the wall clock shows this time or, where it skips it, a later one."""
    wall = datetime.combine(on, at)
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    return _change_between(wall.replace(tzinfo=zone, fold=1).astimezone(UTC), instant, zone)


@dataclass(frozen=True, slots=True)
class ClockChange:
    """A change of clocks: just before it the wall clock reaches `leaves`, and then it shows `shows`."""

    leaves: time
    shows: time
    skips: bool


def change_around(on: date, at: time, zone: ZoneInfo) -> ClockChange | None:
    """The change of clocks that skips or repeats this time; None where the wall clock shows it once."""
    wall = datetime.combine(on, at, zone)
    again = wall.replace(fold=1)
    if wall.utcoffset() == again.utcoffset():
        return None
    first, second = wall.astimezone(UTC), again.astimezone(UTC)
    change = _change_between(min(first, second), max(first, second), zone)
    before = (change - timedelta(seconds=1)).astimezone(zone) + timedelta(seconds=1)
    return ClockChange(before.time(), change.astimezone(zone).time(), skips=second < first)


def _change_between(earlier: datetime, later: datetime, zone: ZoneInfo) -> datetime:
    """The first second after `earlier` with the offset that holds at `later`."""
    offset = later.astimezone(zone).utcoffset()
    while later - earlier > timedelta(seconds=1):
        middle = earlier + timedelta(seconds=(later - earlier) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            later = middle
        else:
            earlier = middle
    return later
