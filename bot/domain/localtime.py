"""Wall clocks and instants: what a clock on the practice's wall shows, and when that is.

Twice a year clocks skip some minutes and show others twice; this is the one place that knows how. It refuses to know
opening hours and words.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def first_instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    """The first moment on which the wall clock shows this time or, where it skips it, a later one."""
    wall = datetime.combine(on, at)
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    return _change_between(wall.replace(tzinfo=zone, fold=1).astimezone(UTC), instant, zone)


def is_skipped(on: date, at: time, zone: ZoneInfo) -> bool:
    """Whether the wall clock never shows this time, because clocks go forward over it."""
    wall = datetime.combine(on, at)
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall


def is_repeated(on: date, at: time, zone: ZoneInfo) -> bool:
    """Whether the wall clock shows this time twice, because clocks go back over it."""
    wall = datetime.combine(on, at, zone)
    first, second = wall.utcoffset(), wall.replace(fold=1).utcoffset()
    return first is not None and second is not None and first > second


@dataclass(frozen=True, slots=True)
class ClockChange:
    """A change of clocks: just before it the wall clock reaches `leaves`, and then it shows `shows`."""

    leaves: time
    shows: time


def change_around(on: date, at: time, zone: ZoneInfo) -> ClockChange:
    """The change that skips or repeats this time."""
    wall = datetime.combine(on, at, zone)
    first, second = wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)
    change = _change_between(min(first, second), max(first, second), zone)
    before = (change - timedelta(seconds=1)).astimezone(zone) + timedelta(seconds=1)
    return ClockChange(leaves=before.time(), shows=change.astimezone(zone).time())


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
