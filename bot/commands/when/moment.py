"""What is needed to read a day and time, and what was read. It refuses to know words."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain import said
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant


@dataclass(frozen=True, slots=True)
class Reading:
    """Whose words they are: when and where they were typed, and how this practice writes dates and works."""

    now: datetime
    zone: ZoneInfo
    day_first: bool
    opening: Opening

    @property
    def today(self) -> date:
        """The practice's local day."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Moment:
    """A local day, and a local time where one was named."""

    on: date
    at: time | None = None

    def starts_at(self, zone: ZoneInfo) -> datetime | None:
        """The instant it begins in this zone; None when only a day was named."""
        return None if self.at is None else first_instant(self.on, self.at, zone)


def echo(moment: Moment, today: date) -> str:
    """The moment as it was understood: "Thu 26 Nov, 4:00 PM", with the year when it is not this one."""
    return _said(said.day(moment.on, today), moment.at)


def said_in_full(moment: Moment) -> str:
    """The moment with its year, whatever today is."""
    return _said(said.day(moment.on), moment.at)


def _said(on: str, at: time | None) -> str:
    return on if at is None else f"{on}, {said.clock(at)}"
