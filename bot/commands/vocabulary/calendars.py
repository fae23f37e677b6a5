"""What can be asked about private calendars."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowCalendars:
    """Show the addresses of one's own calendars, to nobody else."""


@dataclass(frozen=True, slots=True)
class RenewCalendar:
    """Give a calendar a new address; `covers` is "mine" or "plan"."""

    covers: str
