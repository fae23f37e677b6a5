"""What came of letting a post be repeated, and of planning or ending a series."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from storage.tables import Post


@dataclass(frozen=True, slots=True)
class EvergreenFormOpened:
    """The form that says whether a post may go out again; `planned` counts the repeats that were used."""

    post: Post
    planned: int


@dataclass(frozen=True, slots=True)
class SeriesFormOpened:
    """The form for a series."""

    today: date


@dataclass(frozen=True, slots=True)
class SeriesAdded:
    """A series is in the plan; `closed_on` are days on which it would have come and the practice is closed."""

    posts: Sequence[Post]
    every: int
    closed_on: tuple[date, ...]
    filled: int
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class SeriesEnded:
    """What was to follow is out of the plan; `stays` counts what is left of the series."""

    post: Post
    taken_out: int
    stays: int


RepeatingOutcome = EvergreenFormOpened | SeriesFormOpened | SeriesAdded | SeriesEnded
"""All that can come of it; `outcomes` has them under this one name."""
