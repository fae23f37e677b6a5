"""ISO weeks, Monday to Sunday: the unit in which a practice plans. Pure; today is always an argument."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.domain import misreadings
from bot.domain.localtime import first_instant

_WRITTEN = re.compile(r"(20[0-9]{2})-?w([0-9]{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """One week of the ISO calendar, which may begin in the year before its own."""

    year: int
    number: int

    def __post_init__(self) -> None:
        date.fromisocalendar(self.year, self.number, 1)

    @classmethod
    def of(cls, on: date) -> Self:
        """The week this day is in."""
        year, number, _ = on.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, words: str) -> Self:
        """The week written as "2026-W50"; anything else is Misread."""
        written = _WRITTEN.fullmatch(words.strip())
        if written is None:
            raise misreadings.not_a_week(words)
        year, number = int(written[1]), int(written[2])
        try:
            return cls(year, number)
        except ValueError:
            raise misreadings.no_such_week(year, number, last=weeks_in(year)) from None

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days, Monday first."""
        monday = self.monday
        return tuple(monday + timedelta(days=number) for number in range(7))

    def next(self) -> Self:
        """The week after this one."""
        return self.of(self.monday + timedelta(days=7))

    def previous(self) -> Self:
        """The week before this one."""
        return self.of(self.monday - timedelta(days=7))

    def starts_at(self, zone: ZoneInfo) -> datetime:
        """The instant its Monday begins in this zone."""
        return first_instant(self.monday, time.min, zone)

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"


def weeks_in(year: int) -> int:
    """How many weeks this ISO year has: 52 or 53 (28 December is always in the last one, ISO 8601)."""
    return date(year, 12, 28).isocalendar().week
