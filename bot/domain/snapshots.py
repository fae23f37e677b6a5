"""A post's numbers over time: each entry is a snapshot, and what is known is put together from them.

Networks count from the day a post is out, so a later snapshot takes an earlier one's place; blank is unknown and takes
no place. What a person enters is all that is known at that time, on every network together; what a file brings is of
one network. Reach counts people, who may be the same on two networks, so of several the largest stands. It refuses to
know rows of any other kind.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.counts import COUNTS
from storage.tables import Figures


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a post: all together, and on each network that a file told of."""

    together: Figures
    parts: tuple[Figures, ...] = ()


@dataclass(frozen=True, slots=True)
class Gain:
    """How much has come since an earlier snapshot, by count; only what differs is there."""

    since: date
    by: dict[str, int]


def day_of(row: Figures, zone: ZoneInfo) -> date:
    """Give the day that a snapshot is of."""
    return row.counted_on or row.entered_at.astimezone(zone).date()


def known(rows: Sequence[Figures], zone: ZoneInfo) -> Known | None:
    """Put snapshots together; None where there is none."""
    latest = _newest_first(rows, zone)
    if not latest:
        return None
    by_hand = next((place for place, row in enumerate(latest) if row.file_id is None), len(latest))
    told: dict[str, list[Figures]] = {}
    for row in latest[:by_hand]:
        told.setdefault(row.network, []).append(row)
    parts = tuple(_first_known(told[network]) for network in sorted(told))
    base = latest[by_hand] if by_hand < len(latest) else None
    if base is not None and not parts:
        return Known(base)
    together = _blank(latest[0])
    for count in COUNTS:
        numbers = [number for part in parts if (number := getattr(part, count)) is not None]
        whole = max(numbers, default=None) if count == "reach" else sum(numbers) if numbers else None
        setattr(together, count, whole if numbers else getattr(base, count, None))
    return Known(together, parts)


def gain(rows: Sequence[Figures], zone: ZoneInfo) -> Gain | None:
    """Say what has come since the snapshots before those of the last day; None where nothing can be compared."""
    if not rows:
        return None
    last = max(day_of(row, zone) for row in rows)
    before = [row for row in rows if day_of(row, zone) < last]
    now, then = known(rows, zone), known(before, zone)
    if now is None or then is None or {part.network for part in now.parts} != {part.network for part in then.parts}:
        return None
    both = {
        count: (getattr(then.together, count), getattr(now.together, count))
        for count in COUNTS
        if getattr(now.together, count) is not None and getattr(then.together, count) is not None
    }
    by = {count: later - earlier for count, (earlier, later) in both.items() if later != earlier}
    return Gain(max(day_of(row, zone) for row in before), by) if by else None


def says_the_same(counts: Mapping[str, int], rows: Sequence[Figures], network: str, zone: ZoneInfo) -> bool:
    """Whether these counts of a network tell nothing that isn't known of it already."""
    of_network = [row for row in rows if row.file_id is not None and row.network == network]
    newest = known(of_network, zone)
    return newest is not None and all(getattr(newest.together, count) == number for count, number in counts.items())


def history(rows: Sequence[Figures], zone: ZoneInfo) -> list[Figures]:
    """Give the snapshots that tell something, the newest first."""
    return [row for row in _newest_first(rows, zone) if any(getattr(row, count) is not None for count in COUNTS)]


def _newest_first(rows: Sequence[Figures], zone: ZoneInfo) -> list[Figures]:
    return sorted(rows, key=lambda row: (day_of(row, zone), row.id or 0), reverse=True)


def _first_known(rows: Sequence[Figures]) -> Figures:
    """Give of each count the newest that is known; the newest row comes first."""
    merged = _blank(rows[0])
    for count in COUNTS:
        numbers = (getattr(row, count) for row in rows)
        setattr(merged, count, next((number for number in numbers if number is not None), None))
    return merged


def _blank(row: Figures) -> Figures:
    """A row of nobody's table, for numbers that several rows tell together."""
    return Figures(
        workspace_id=row.workspace_id,
        post_id=row.post_id,
        entered_by=row.entered_by,
        entered_at=row.entered_at,
        counted_on=row.counted_on,
        network=row.network,
    )
