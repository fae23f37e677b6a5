"""Adding a stretch of the plan up: how many places it has, how many are filled and out, and what the posts are for."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.cadence import Entry, Standing


@dataclass(frozen=True, slots=True)
class Total:
    """What one stretch of days adds up to."""

    first: date
    last: date
    places: int
    filled: int
    posts: int
    posted: int
    kinds: Mapping[str, int]


def add_up(entries: Iterable[Entry], stretches: Iterable[tuple[date, date]]) -> tuple[Total, ...]:
    """Add up each stretch by itself; a post beside the outline counts as a post, not as a place."""
    known = sorted(entries, key=lambda entry: entry.on)
    days = [entry.on for entry in known]
    return tuple(
        _total(first, last, known[bisect_left(days, first) : bisect_right(days, last)]) for first, last in stretches
    )


def _total(first: date, last: date, entries: list[Entry]) -> Total:
    posts = [entry for entry in entries if entry.post is not None]
    return Total(
        first=first,
        last=last,
        places=sum(entry.slot is not None for entry in entries),
        filled=sum(entry.slot is not None for entry in posts),
        posts=len(posts),
        posted=sum(entry.standing == Standing.POSTED for entry in posts),
        kinds=Counter(entry.kind for entry in posts),
    )
