"""What time it is: the only module that asks. Everything else is told the moment as an argument."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Something that knows the moment."""

    def now(self) -> datetime:
        """Give this moment as an aware UTC datetime."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Give this moment as an aware UTC datetime."""
        return datetime.now(UTC)
