"""The tick: looks at the workspaces whose moment has come, and takes up deliveries that nobody holds.

What to look at inside a workspace is injected; it owes what is due and says when it wants to be looked at again. One
broken workspace delays no other. It asks no clock and sends nothing itself.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from bot.handlers.call import Carrier, Scene
from bot.scheduler.deliver import LEASE
from storage import deliveries, parked, slack_events, workspaces
from storage.engine import Database, Unavailable
from storage.tables import Delivery, DeliveryState

_BATCH = 100
_BROKEN_FOR = timedelta(minutes=5)
_SOONEST = timedelta(seconds=1)
_WORTH_SENDING = timedelta(days=7)
_IN_LINE = timedelta(minutes=10)
"""So long a delivery that still stands in line is left alone: where thousands are due at once, none of them is lost."""
_EVENTS_KEPT = timedelta(days=2)  # Slack gives up on an event after some minutes

Look = Callable[[Scene], datetime | None]
InLine = Callable[[Session, Sequence[Delivery]], Collection[int]]

_log = structlog.get_logger()


@dataclass(kw_only=True)
class Ticker:
    """Ticks; any number of processes may do so at the same time.

    It breathes after each workspace, so that whoever else wants to write gets to it.
    """

    database: Database
    look: Look
    carrier: Carrier
    errands: Collection[str] = ()
    in_line: InLine = lambda _session, _rows: ()
    lease: timedelta = LEASE
    breathe: Callable[[], object] = lambda: None
    _tidied_at: datetime | None = field(default=None, init=False)

    def tick(self, now: datetime) -> None:
        """Do all that is due at this moment."""
        self._look_at_workspaces(now)
        self._retry_parked(now)
        self._take_up_abandoned(now)
        if self._tidied_at is None or now - self._tidied_at >= timedelta(days=1):
            self._tidied_at = now
            with self.database.transaction() as session:
                slack_events.forget_before(session, now - _EVENTS_KEPT)

    def _look_at_workspaces(self, now: datetime) -> None:
        while True:
            with self.database.reading() as session:
                due = workspaces.due(session, now, most=_BATCH)
            looked = [self._look_at(workspace_id, now) for workspace_id in due]
            if not any(looked):
                return

    def _look_at(self, workspace_id: int, now: datetime) -> bool:
        """Look at one workspace; False where another worker is at it."""
        try:
            with self.database.transaction() as session:
                workspace = workspaces.claim_due(session, workspace_id, now)
                if workspace is None:
                    return False
                wakes_at = self.look(Scene(session=session, workspace=workspace, now=now, carrier=self.carrier))
                workspace.wakes_at = max(wakes_at, now + _SOONEST) if wakes_at else None
                session.add(workspace)
        except Unavailable:
            raise
        except Exception:  # noqa: BLE001 - one broken workspace delays no other
            _log.exception("tick.defect", workspace=workspace_id)
            self._put_off(workspace_id, now)
        self.breathe()
        return True

    def _put_off(self, workspace_id: int, now: datetime) -> None:
        with self.database.transaction() as session:
            workspace = workspaces.claim_due(session, workspace_id, now)
            if workspace is not None:
                workspace.wakes_at = now + _BROKEN_FOR
                session.add(workspace)

    def _retry_parked(self, now: datetime) -> None:
        """Try parked deliveries again, each once a day, and give up those that are too old to be worth it."""
        with self.database.transaction() as session:
            for row in parked.parked_until(session, now, most=_BATCH):
                if row.made_at < now - _WORTH_SENDING:
                    deliveries.let_go(row, DeliveryState.CANCELLED, reason="too old")
                else:
                    parked.resume(row, now)
                session.add(row)

    def _take_up_abandoned(self, now: datetime) -> None:
        """Have every delivery carried that is due and in nobody's hands: its worker died, or its wait is over."""
        while True:
            with self.database.transaction() as session:
                rows = deliveries.abandoned(session, now, most=_BATCH, errands=self.errands)
                waiting = self.in_line(session, rows)
                for row in rows:
                    session.add(row)
                    if row.id in waiting:
                        row.held_until = now + _IN_LINE
                        continue
                    deliveries.hand_over(row, now + self.lease)
                    self.carrier.enqueue(session, row)
            if len(rows) < _BATCH:
                return


def next_wake(database: Database, errands: Collection[str] = ()) -> datetime | None:
    """Give the next moment at which a tick will find something to do, for a clock that skips there."""
    with database.reading() as session:
        moments = (
            workspaces.next_wakes_at(session),
            deliveries.next_due_at(session, errands),
            parked.next_try_at(session),
        )
    return min((moment for moment in moments if moment is not None), default=None)
