"""Carrying what is owed without a queue: in the same thread, as soon as the transaction that owes it is kept.

For one tick from cron, and for tests. What is lost here with the process is found by the next tick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from storage.engine import Unavailable, after_commit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from sqlmodel import Session

    from storage.tables import Delivery

_log = structlog.get_logger()


class DirectCarrier:
    """Delivers in the calling thread, right after the transaction that owes it.

    `deliver` is the postman's, once there is one.
    """

    def __init__(self) -> None:
        self.deliver: Callable[[int, int], None] | None = None

    def enqueue(self, session: Session, delivery: Delivery) -> None:
        """Take the delivery along with this transaction: carried if it commits, forgotten if it does not."""
        after_commit(session, lambda: self._carry(delivery.id or 0, delivery.revision))

    def in_line(self, _session: Session, _rows: Sequence[Delivery]) -> Collection[int]:
        """Nothing ever stands in line here."""
        return ()

    def _carry(self, delivery_id: int, revision: int) -> None:
        if self.deliver is None:
            return
        try:
            self.deliver(delivery_id, revision)
        except Unavailable:
            # What was asked for is kept all the same; the next tick finds this delivery.
            _log.warning("carrier.unavailable", delivery=delivery_id)
