"""Which deliveries this worker has in its hands; and how long to wait between two tries."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from storage.tables import Delivery

_LONGEST_WAIT = timedelta(minutes=15)


class Lost(Exception):  # noqa: N818 - an error is named for the fact
    """The delivery is no longer in this worker's hands."""


@dataclass(frozen=True, slots=True)
class Held:
    """A delivery in this worker's hands, as it was taken."""

    row: Delivery
    team_id: str
    perhaps_sent: bool


class Hands:
    """The ids that this process is busy with, whatever the clock says about leases."""

    def __init__(self) -> None:
        self._ids: set[int] = set()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._ids)

    @contextmanager
    def alone_with(self, delivery_id: int) -> Iterator[bool]:
        """Have a delivery in hand for a while; False where another thread of this process has."""
        with self._lock:
            alone = delivery_id not in self._ids
            self._ids.add(delivery_id)
        try:
            yield alone
        finally:
            if alone:
                with self._lock:
                    self._ids.discard(delivery_id)


def patience(attempts: int) -> timedelta:
    """Wait longer after each try: 2 s, 4 s, 8 s, up to a quarter of an hour."""
    return min(timedelta(seconds=2 ** min(attempts, 12)), _LONGEST_WAIT)
