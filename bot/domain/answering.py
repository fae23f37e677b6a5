"""How soon people outside are answered, reckoned in opening hours, whatever it is that they asked or wrote.

It refuses to know rows and wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Self
from zoneinfo import ZoneInfo

from bot.domain.hours import Opening


@dataclass(frozen=True, slots=True)
class Answering:
    """How soon people are answered: how many were heard and answered, and after how many open minutes, in order."""

    heard: int
    answered: int
    minutes: tuple[int, ...]

    @classmethod
    def of(cls, minutes: Sequence[int | None], *, answered: int) -> Self:
        """Count what was heard by the open minutes until each was answered; None where it wasn't, or nobody knows."""
        return cls(len(minutes), answered, tuple(sorted(each for each in minutes if each is not None)))


def open_minutes(since: datetime, now: datetime, opening: Opening, zone: ZoneInfo) -> int | None:
    """Give how many minutes the practice was open since a moment, those begun counted; None where it never is."""
    if not opening.is_ever_open:
        return None
    return ceil(opening.open_time_between(since, now, zone).total_seconds() / 60)
