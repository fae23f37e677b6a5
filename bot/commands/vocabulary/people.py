"""What people can say about themselves: how they are reminded, when they are away, what they look after."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class OpenRemindersForm:
    """Open the form that says how often and when I am reminded."""


@dataclass(frozen=True, slots=True)
class SetReminders:
    """Say how often and when I am reminded."""

    most_a_day: int = 3
    skips_day_before: bool = False
    not_before: time | None = None
    not_after: time | None = None


@dataclass(frozen=True, slots=True)
class GoAway:
    """Say that I am away: from a day on, or from now on, and back on a day, at a time where one is named."""

    until_on: date
    until: time | None = None
    first_on: date | None = None


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Say that I am here again."""


@dataclass(frozen=True, slots=True)
class ShowDuties:
    """Show who looks after what."""


@dataclass(frozen=True, slots=True)
class SendCard:
    """Send me the card of all duties as a file, to print or read."""


@dataclass(frozen=True, slots=True)
class OpenDutyForm:
    """Open the form in which I agree to a duty, or step back from it."""

    duty: str


@dataclass(frozen=True, slots=True)
class SetDuty:
    """Agree to a duty; with no interest, step back from it."""

    duty: str
    interest: int
    skill: int = 2
    minutes: int | None = None
