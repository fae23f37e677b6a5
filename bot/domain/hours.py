"""Opening hours: when somebody is in, and reckoning with working time only.

Opening times are wall clock times; instants are aware UTC. The closing minute still counts as open, so that "due at
closing" lies inside the hours and a latest open moment always exists. On the night clocks change an interval runs from
the first moment its opening time is shown until the first moment its closing time is reached. Where nothing is ever
open the reckoning raises NeverOpen; `is_ever_open` tells beforehand. It refuses to know why anybody asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any, Self
from zoneinfo import ZoneInfo

from bot.domain import opening_text
from bot.domain.errors import NeverOpen
from bot.domain.localtime import first_instant
from bot.domain.opening_text import Interval

_A_DAY = timedelta(days=1)
_SLACK_DAYS = 15
"""A week to come round, and one more because a change of clocks can skip an interval and, in Samoa once, a day."""


@dataclass(frozen=True, slots=True)
class Opening:
    """When a practice is open: intervals for each weekday, Monday first, and the days it stays closed."""

    weekdays: tuple[tuple[Interval, ...], ...]
    closed_days: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if len(self.weekdays) != 7:
            raise ValueError("an opening has seven weekdays")
        for intervals in self.weekdays:
            times = [at for interval in intervals for at in interval]
            if any(earlier >= later for earlier, later in pairwise(times)):
                raise ValueError("the intervals of a day follow each other with a gap between them")

    @staticmethod
    def parse_day(words: str) -> tuple[Interval, ...]:
        """The intervals in "9:00-12:00, 13:00-17:00"; none in "" or "closed"; anything else is Misread."""
        return opening_text.parse_day(words)

    def text_of(self, weekday: int) -> str:
        """The intervals of a weekday, as `parse_day` reads them; "" when it is closed."""
        return opening_text.text_of(self.weekdays[weekday])

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """The opening that was kept as `to_json` gives it; nothing kept means never open."""
        texts = kept.get("weekdays") or [""] * 7
        return cls(
            tuple(_kept_day(text) for text in texts),
            frozenset(date.fromisoformat(day) for day in kept.get("closed_days", ())),
        )

    def to_json(self) -> dict[str, Any]:
        """The opening as plain values to keep."""
        return {
            "weekdays": [self.text_of(weekday) for weekday in range(7)],
            "closed_days": sorted(day.isoformat() for day in self.closed_days),
        }

    @property
    def is_ever_open(self) -> bool:
        """Whether any weekday has opening hours."""
        return any(self.weekdays)

    def intervals_on(self, day: date) -> tuple[Interval, ...]:
        """The opening intervals of this day; none on a closed day."""
        return () if day in self.closed_days else self.weekdays[day.weekday()]

    def holds(self, day: date, at: time) -> bool:
        """Whether this time of this day lies within opening hours, as the wall clock has it."""
        return any(opens <= at <= closes for opens, closes in self.intervals_on(day))

    def open_of(self, day: date) -> time | None:
        """When this day opens first; None when it stays closed."""
        intervals = self.intervals_on(day)
        return intervals[0][0] if intervals else None

    def close_of(self, day: date) -> time | None:
        """When this day closes for good; None when it stays closed."""
        intervals = self.intervals_on(day)
        return intervals[-1][1] if intervals else None

    def is_open(self, at_local: datetime) -> bool:
        """Whether somebody is in at this moment, an aware datetime in the practice's zone."""
        if not isinstance(at_local.tzinfo, ZoneInfo):
            raise TypeError("the practice's own zone is needed to tell whether it is open")
        at = at_local.astimezone(UTC)
        return any(start <= at <= end for start, end in self._spans_of(at_local.date(), at_local.tzinfo))

    def next_open(self, at: datetime, zone: ZoneInfo) -> datetime:
        """The earliest open moment that is not before this one."""
        return self.add_open_time(at, 0, zone)

    def previous_open(self, at: datetime, zone: ZoneInfo) -> datetime:
        """The latest open moment that is not after this one: itself, or the latest closing time."""
        return self.subtract_open_time(at, 0, zone)

    def add_open_time(self, at: datetime, minutes: int, zone: ZoneInfo) -> datetime:
        """The moment by which this much open time has passed since `at`."""
        left = timedelta(minutes=minutes)
        for start, end in self._spans_after(at, zone):
            begin = max(start, at)
            if left <= end - begin:
                return begin + left
            left -= end - begin
        raise NeverOpen

    def subtract_open_time(self, at: datetime, minutes: int, zone: ZoneInfo) -> datetime:
        """The moment from which this much open time passes until `at`."""
        left = timedelta(minutes=minutes)
        for start, end in self._spans_before(at, zone):
            finish = min(end, at)
            if left <= finish - start:
                return finish - left
            left -= finish - start
        raise NeverOpen

    def open_time_between(self, first: datetime, last: datetime, zone: ZoneInfo) -> timedelta:
        """How much open time passes from one moment to another; none where nothing is ever open."""
        passed = timedelta()
        for start, end in self._spans_after(first, zone):
            if start >= last:
                break
            passed += min(end, last) - max(start, first)
        return passed

    def _spans_after(self, at: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        for day in self._days(at, zone, _A_DAY):
            yield from (span for span in self._spans_of(day, zone) if span[1] >= at)

    def _spans_before(self, at: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        for day in self._days(at, zone, -_A_DAY):
            yield from (span for span in reversed(self._spans_of(day, zone)) if span[0] <= at)

    def _days(self, at: datetime, zone: ZoneInfo, step: timedelta) -> Iterator[date]:
        """Days that can be open, from this one on; it gives up where none can come."""
        day, empty = at.astimezone(zone).date(), 0
        most = _SLACK_DAYS + 7 * len(self.closed_days) if self.is_ever_open else 0
        while empty < most:
            if self.intervals_on(day):
                yield day
                empty = 0
            empty += 1
            day += step

    def _spans_of(self, day: date, zone: ZoneInfo) -> tuple[tuple[datetime, datetime], ...]:
        """The open stretches of this day as instants; an interval that the clocks skip is none."""
        return _spans(self.intervals_on(day), day, zone)


@lru_cache(maxsize=4096)
def _spans(intervals: tuple[Interval, ...], day: date, zone: ZoneInfo) -> tuple[tuple[datetime, datetime], ...]:
    spans = ((first_instant(day, opens, zone), first_instant(day, closes, zone)) for opens, closes in intervals)
    return tuple(span for span in spans if span[0] < span[1])


@lru_cache(maxsize=256)
def _kept_day(text: str) -> tuple[Interval, ...]:
    return opening_text.kept_day(text)
