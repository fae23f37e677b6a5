"""How often an app may post: one message a second in each channel, with a small burst.

https://docs.slack.dev/apis/web-api/rate-limits says one message a second and allows short bursts without a number.
"""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True)
class Rates:
    """A bucket of permissions for each channel, refilled as time passes."""

    per_second: float | None
    burst: int
    seconds: Callable[[], float]
    _buckets: dict[str, tuple[float, float]] = field(default_factory=dict)  # key -> (permissions, when counted)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, key: str) -> int:
        """Use one permission; 0 if there was one, otherwise after how many seconds to try again."""
        if self.per_second is None:
            return 0
        with self._lock:
            here = self.seconds()
            left, counted = self._buckets.get(key, (float(self.burst), here))
            left = min(float(self.burst), left + (here - counted) * self.per_second)
            if left >= 1:
                self._buckets[key] = (left - 1, here)
                return 0
            self._buckets[key] = (left, here)
            return max(1, math.ceil((1 - left) / self.per_second))

    def clear(self) -> None:
        """Everybody may post again at once."""
        with self._lock:
            self._buckets.clear()
