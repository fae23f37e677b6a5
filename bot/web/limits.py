"""So many requests a minute for each address, so that one form gone wild keeps nobody else waiting.

It counts in this process alone and forgets with every minute: it stops who asks too much before anything is read, and
what is signed is counted for all processes together where it is logged. It refuses to know what is asked.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

_MOST_ADDRESSES = 10_000


def seconds_left(now: datetime) -> int:
    """Give in how many seconds the minute of the clock is over, and everybody may ask again: 1 to 60."""
    return 60 - now.second


class PerMinute:
    """Lets through up to so many requests under each key in a minute of the clock, and so many keys."""

    def __init__(self, most: int, now: Callable[[], datetime], *, addresses: int = _MOST_ADDRESSES) -> None:
        self._most = most
        self._now = now
        self._addresses = addresses
        self._minute: datetime | None = None
        self._asked: Counter[str] = Counter()

    def lets_through(self, key: str) -> bool:
        """Count one more request; False where it is one too many."""
        minute = self._now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute, self._asked = minute, Counter()
        if key not in self._asked and len(self._asked) >= self._addresses:
            return False
        self._asked[key] += 1
        return self._asked[key] <= self._most
