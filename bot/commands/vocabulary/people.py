"""What people can ask about themselves: how they are reminded."""

from dataclasses import dataclass
from datetime import time


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
