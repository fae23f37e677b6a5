"""How many deliveries of one practice this process has in hand at once; the others wait without keeping a thread.

One practice whose Slack is slow or silent would otherwise have every thread waiting for it, and what is owed to all
others behind it. It refuses to know what is delivered, and nothing is lost with it: what waits here stands in the
ledger, where a tick finds it if this process dies.
"""

import threading
from collections import Counter, defaultdict

_LANES = 2


class Lanes:
    """The lanes of each practice in this process, and how often in a row its Slack gave no answer."""

    def __init__(self, number: int = _LANES) -> None:
        self._number = number
        self._taken: Counter[int] = Counter()
        self._waiting: defaultdict[int, dict[int, None]] = defaultdict(dict)
        self._silences: Counter[int] = Counter()
        self._lock = threading.Lock()

    def enter(self, workspace_id: int, delivery_id: int) -> bool:
        """Take a lane; False where all of the practice's are taken, and the delivery waits for one of them."""
        with self._lock:
            if self._taken[workspace_id] >= self._number:
                self._waiting[workspace_id][delivery_id] = None
                return False
            self._taken[workspace_id] += 1
            return True

    def next(self, workspace_id: int) -> int | None:
        """Give what has waited longest, for the same lane; None, and the lane is free, where nothing waits."""
        with self._lock:
            waiting = self._waiting[workspace_id]
            if waiting:
                delivery_id = next(iter(waiting))
                del waiting[delivery_id]
                return delivery_id
            self._free(workspace_id)
            return None

    def leave(self, workspace_id: int) -> None:
        """Leave a lane early; what waits is taken by whoever has the next one."""
        with self._lock:
            self._free(workspace_id)

    def silent(self, workspace_id: int) -> int:
        """Count one more time that the practice's Slack gave no answer; give how often that was in a row."""
        with self._lock:
            self._silences[workspace_id] += 1
            return self._silences[workspace_id]

    def heard(self, workspace_id: int) -> None:
        """Count from the beginning: the practice's Slack has answered."""
        with self._lock:
            self._silences.pop(workspace_id, None)

    def _free(self, workspace_id: int) -> None:
        self._taken[workspace_id] -= 1
        if not self._taken[workspace_id]:
            del self._taken[workspace_id]
            if not self._waiting[workspace_id]:
                del self._waiting[workspace_id]
