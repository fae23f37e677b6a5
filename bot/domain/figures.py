"""Engagement numbers of posts: which a person may enter and what they add up to. Empty is unknown, never zero.

Engagements are the comments, reactions, shares and saves that were entered; networks count differently, so a share of
people reached is only formed where both numbers are known, and reach is never added up over posts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.domain import number_errors, snapshots
from bot.domain.counts import COUNTS, ENGAGING
from bot.domain.snapshots import Gain
from storage.tables import Figures, Post

MOST = 1_000_000_000
LATELY = timedelta(days=28)
"""How long a post that is out is asked about; most of its numbers have come by then."""


def check(counts: dict[str, int | None], *, had_some: bool) -> None:
    """Refuse what can't be a count, and a form with nothing in it where there was nothing before."""
    for field, count in counts.items():
        if count is not None and not 0 <= count <= MOST:
            raise number_errors.not_a_count(field)
    if not had_some and all(count is None for count in counts.values()):
        raise number_errors.nothing_counted(COUNTS[0])


def entered(figures: Figures | None) -> tuple[tuple[str, int], ...]:
    """Give the numbers that are known, by name, in their usual order."""
    known = ((count, getattr(figures, count, None)) for count in COUNTS)
    return tuple((count, number) for count, number in known if number is not None)


def engagements(figures: Figures | None) -> int | None:
    """Add up the engagements that were entered; None where none was."""
    return _sum(number for count, number in entered(figures) if count in ENGAGING)


@dataclass(frozen=True, slots=True)
class Told:
    """A post and what is known of its figures, if anything; `parts` are those of each network a file told of."""

    post: Post
    figures: Figures | None
    parts: tuple[Figures, ...] = ()
    gain: Gain | None = None

    @classmethod
    def of(cls, post: Post, rows: Sequence[Figures], zone: ZoneInfo) -> Self:
        """Make it of a post and all its snapshots."""
        known = snapshots.known(rows, zone)
        if known is None:
            return cls(post, None)
        return cls(post, known.together, known.parts, snapshots.gain(rows, zone))

    def count(self, name: str) -> int | None:
        """One number of this post, where known."""
        return dict(entered(self.figures)).get(name)

    @property
    def engagements(self) -> int | None:
        """The engagements of this post, where known."""
        return engagements(self.figures)

    @property
    def has_figures(self) -> bool:
        """Whether any number is known."""
        return bool(entered(self.figures))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the figures of several posts say together; `for_every_hundred` is of those whose reach is known.

    `engaged_elsewhere` says that some engaged where the reach is not known.
    """

    posts: int
    with_figures: int
    reach: tuple[int, ...]
    comments: int | None
    engagements: int | None
    clicks: int | None
    for_every_hundred: float | None
    engaged_elsewhere: bool = False


def read(posts: Iterable[Told]) -> Reading:
    """Put the figures of several posts together, as far as they are known."""
    held = list(posts)
    counted = [part for told in held for part in (told.parts or (told.figures,))]
    both = [(engaged, part.reach or 0) for part in counted if part and (engaged := engagements(part)) is not None]
    reached = sum(reach for _, reach in both if reach)
    return Reading(
        posts=len(held),
        with_figures=sum(told.has_figures for told in held),
        reach=tuple(sorted(told.count("reach") or 0 for told in held if told.count("reach") is not None)),
        comments=_sum(told.count("comments") for told in held),
        engagements=_sum(told.engagements for told in held),
        clicks=_sum(told.count("clicks") for told in held),
        for_every_hundred=100 * sum(engaged for engaged, reach in both if reach) / reached if reached else None,
        engaged_elsewhere=any(engaged and not reach for engaged, reach in both),
    )


def _sum(counts: Iterable[int | None]) -> int | None:
    """Add up what is known; None where nothing is."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
