"""Carrying what is owed from the transaction that owes it to the postman, and ticking meanwhile.

`DurableCarrier` writes an entry of the durable queue in that same transaction, so that it survives whatever happens to
this process. It is not trusted: the ledger decides what is still to be sent, and the tick finds what was lost.
"""

import contextlib
import threading
import time
from collections.abc import Collection, Sequence
from datetime import date, timedelta

import structlog
from sqlmodel import Session

from bot.clock import Clock
from bot.scheduler import queue
from bot.scheduler.deliver import Postman
from bot.scheduler.tick import Ticker, next_wake
from storage import deliveries
from storage.engine import Database, Unavailable
from storage.tables import Delivery

_TICK_SECONDS = 5.0
_SHORTEST_WAIT_SECONDS = 0.2
_BREATH_SECONDS = 0.01
_ENTRIES_KEPT = timedelta(days=2)
_ALONE = "local"  # a SQLite file belongs to one engine, so what one of this name holds at its start, a dead one held

_log = structlog.get_logger()


class DurableCarrier:
    """Puts the delivery into the durable queue, within the transaction that owes it."""

    def __init__(self, database: Database) -> None:
        self._queue = queue.Queue(database)

    def enqueue(self, session: Session, delivery: Delivery) -> None:
        """Take the delivery along with this transaction: carried if it commits, forgotten if it does not."""
        self._queue.put(session, delivery)

    def in_line(self, session: Session, rows: Sequence[Delivery]) -> Collection[int]:
        """Give the ids of those that are only waiting for their turn, and lost nowhere."""
        return self._queue.in_line(session, rows)


class Engine:
    """The durable queue and the tick of this process; one for each process."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        postman: Postman,
        ticker: Ticker,
        looks_every: float = queue.LOOKS_EVERY,
    ) -> None:
        """Put it together; it looks into the queue every so many seconds."""
        self._database = database
        self._clock = clock
        self._postman = postman
        self._ticker = ticker
        self._worker = queue.Worker(database, postman.worker, postman.deliver, looks_every)
        self._tidied_on: date | None = None
        self._ticking = threading.Lock()
        self._wanted = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._tick_on, name="tick", daemon=True)
        postman.rescheduled = self._wanted.set
        if database.is_sqlite:
            postman.worker = _ALONE
            # The queue's own connections can't stand in line with ours; they find the file free in these moments only.
            ticker.breathe = lambda: self._stopping.wait(_BREATH_SECONDS)

    def start(self) -> None:
        """Begin to carry and to tick; what a process of the same name left behind is taken up at once."""
        self._worker.start()
        if self._database.is_sqlite:
            with self._database.transaction() as session:
                deliveries.release(session, _ALONE)
        self._thread.start()

    def stop(self, within: float = 10.0) -> None:
        """Take nothing new up, finish what is in hand, and leave within that many seconds."""
        ends_at = time.monotonic() + within
        self._postman.leave()
        self._stopping.set()
        self._wanted.set()
        if self._thread.is_alive():
            self._thread.join(within)
        self._worker.stop(max(0.0, ends_at - time.monotonic()))
        with contextlib.suppress(Unavailable), self._database.transaction() as session:
            deliveries.hand_back(session, self._postman.left)

    def tick(self) -> None:
        """Tick once, now, after the tick that is going on: what that one looks at, this one would find taken."""
        with self._ticking:
            self._ticker.tick(self._clock.now())

    def idle(self, timeout: float = 10.0) -> bool:
        """Wait until nothing is due and nothing in hand; False where that takes longer."""
        ends_at = time.monotonic() + timeout
        while self._is_busy():
            if time.monotonic() >= ends_at:
                return False
            self._stopping.wait(0.01)
        return True

    def _is_busy(self) -> bool:
        if self._postman.in_hand():
            return True
        with self._database.reading() as session:
            return deliveries.any_due(session, self._clock.now(), self._postman.errands)

    def _tick_on(self) -> None:
        while not self._stopping.is_set():
            try:
                self.tick()
                self._tidy()
            except Unavailable:
                _log.warning("tick.unavailable")
            except Exception:  # noqa: BLE001 - the next tick may go better
                _log.exception("tick.defect")
            self._wanted.wait(self._pause())
            self._wanted.clear()

    def _tidy(self) -> None:
        """Once a day, forget what the queue has carried."""
        today = self._clock.now().date()
        if today != self._tidied_on:
            self._tidied_on = today
            self._worker.forget_older_than(_ENTRIES_KEPT)

    def _pause(self) -> float:
        """Wait as long as a tick is apart, or less where something is due before."""
        try:
            moment = next_wake(self._database, self._postman.errands)
        except Unavailable:
            return _TICK_SECONDS
        if moment is None:
            return _TICK_SECONDS
        until = (moment - self._clock.now()).total_seconds()
        return min(max(until, _SHORTEST_WAIT_SECONDS), _TICK_SECONDS)
