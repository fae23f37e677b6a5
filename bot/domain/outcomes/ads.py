"""What came of looking at a month's ads."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.cadence import Entry


@dataclass(frozen=True, slots=True)
class AdsShown:
    """The ads of a month, in the order they go out, and whether whoever looks may plan them."""

    month: date
    entries: tuple[Entry, ...]
    may_edit: bool
    today: date
    zone: ZoneInfo

    @property
    def budgets(self) -> tuple[int, ...]:
        """What is planned for each ad that has a sum."""
        return tuple(entry.slot.budget for entry in self.entries if entry.slot and entry.slot.budget)
