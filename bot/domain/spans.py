"""The horizons of a plan beyond the week: a month, a quarter or a year of the calendar. Pure; today is an argument."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from bot.domain import misreadings

_WRITTEN = re.compile(r"(20[0-9]{2})(?:-(q)?([0-9]{1,2}))?", re.IGNORECASE)
_MONTHS = 12
_A_DAY = timedelta(days=1)


class Size(StrEnum):
    """How long a span is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS_IN = {Size.MONTH: 1, Size.QUARTER: 3, Size.YEAR: 12}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One month, quarter or year, counted within its year from 1."""

    year: int
    size: Size
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= _MONTHS // _MONTHS_IN[self.size]:
            raise ValueError(self.number)

    @classmethod
    def of(cls, on: date, size: Size) -> Self:
        """The span of this size that a day is in."""
        return cls(on.year, size, (on.month - 1) // _MONTHS_IN[size] + 1)

    @classmethod
    def parse(cls, words: str) -> Self:
        """The span written as "2026-12", "2026-Q4" or "2026"; anything else is Misread."""
        written = _WRITTEN.fullmatch(words.strip())
        if written is None:
            raise misreadings.not_a_span(words, Size.MONTH)
        year, is_quarter, number = int(written[1]), bool(written[2]), int(written[3] or 1)
        size = Size.QUARTER if is_quarter else Size.MONTH if written[3] else Size.YEAR
        try:
            return cls(year, size, number)
        except ValueError:
            raise misreadings.not_a_span(words, size) from None

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * _MONTHS_IN[self.size] + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next().first - _A_DAY

    def next(self) -> Self:
        """The span after this one."""
        return self._moved(_MONTHS_IN[self.size])

    def previous(self) -> Self:
        """The span before this one."""
        return self._moved(-_MONTHS_IN[self.size])

    def months(self) -> tuple["Span", ...]:
        """The months it is made of."""
        first = Span.of(self.first, Size.MONTH)
        found = [first]
        while len(found) < _MONTHS_IN[self.size]:
            found.append(found[-1].next())
        return tuple(found)

    def around(self, size: Size) -> "Span":
        """The span of another size that it begins in."""
        return Span.of(self.first, size)

    def __str__(self) -> str:
        number = {Size.MONTH: f"-{self.number:02d}", Size.QUARTER: f"-Q{self.number}", Size.YEAR: ""}[self.size]
        return f"{self.year:04d}{number}"

    def _moved(self, months: int) -> Self:
        count = self.year * _MONTHS + self.first.month - 1 + months
        return self.of(date(count // _MONTHS, count % _MONTHS + 1, 1), self.size)
