"""Delivering one row of the ledger so that nothing is lost and nothing is sent twice, whatever dies in between.

1. Take the row: it is `sending` from here on, in this worker's hands until its lease runs out.
2. If it was `sending` before, an earlier try may have got through: look for its key at the recipient first. A message
   that only one person sees can't be looked up, so it is sent at most once; what it asks is also in /photos and Home.
3. Ask Slack what has to be known first, draw it from what is true now, send it, and remember where it stands.
4. What Slack answers decides the rest: later, parked, or done. No transaction is open while Slack is asked.

What a message says is composed elsewhere. The same steps carry errands: work owed that is no message. One practice has
few lanes, and rests while its Slack gives no answer, so that it keeps no other waiting.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from bot.blocks.surfaces import Message
from bot.clock import Clock
from bot.handlers.call import Carrier, Scene
from bot.scheduler import notices, threads
from bot.scheduler.hands import Hands, Held, Lost, patience
from bot.scheduler.lanes import Lanes
from bot.slack.delivery import Ambiguous, DeliveryError, Letterbox, NothingThere, Posted, Refused, TryLater, Unreachable
from storage import deliveries, workspaces
from storage.engine import Database, Unavailable
from storage.tables import Delivery, DeliveryState

LEASE = timedelta(seconds=20)
"""Longer than Slack may take for an answer; a dead worker's row is taken up by others a tick later."""
_PARKED_FOR = timedelta(days=1)
_TRIES_OF_A_DEFECT = 5
_LEASES_OF_AN_ERRAND = 4

Composer = Callable[[Scene, Delivery], Message | None]
Errand = Callable[[Database, Delivery], None]

_log = structlog.get_logger()


@dataclass(kw_only=True)
class Postman:
    """Delivers what is owed; one for each process, used by all its threads."""

    database: Database
    clock: Clock
    carrier: Carrier
    letterbox: Callable[[str], Letterbox | None]
    composers: Mapping[str, Composer]
    errands: Mapping[str, Errand] = field(default_factory=dict)
    before: Mapping[str, Errand] = field(default_factory=dict)
    worker: str = "local"
    lease: timedelta = LEASE
    rescheduled: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        self.composers = {**notices.COMPOSERS, **self.composers}
        self._hands = Hands()
        self._lanes = Lanes()
        self._leaving = False
        self.left: list[int] = []

    def deliver(self, delivery_id: int, revision: int = 0) -> None:
        """Deliver one row if it is its turn, and then whatever waited for it; harmless to ask for twice."""
        with self.database.reading() as session:
            workspace_id = deliveries.workspace_of(session, delivery_id)
        if workspace_id is None or not self._lanes.enter(workspace_id, delivery_id):
            return
        todo: int | None = delivery_id
        try:
            while todo is not None:
                todo = self._deliver_one(todo, revision) or self._lanes.next(workspace_id)
        except BaseException:
            self._lanes.leave(workspace_id)
            raise

    def leave(self) -> None:
        """Take nothing new into hand; `left` is what was asked for all the same."""
        self._leaving = True

    def in_hand(self) -> int:
        """Count the deliveries that this process is busy with."""
        return len(self._hands)

    def _deliver_one(self, delivery_id: int, revision: int) -> int | None:
        if self._leaving:
            self.left.append(delivery_id)
            return None
        with self._hands.alone_with(delivery_id) as alone:
            held = self._take(delivery_id) if alone else None
            if held is None:
                return None
            row = held.row
            state = self._tried(held)
            _log.info("delivery", key=row.key, kind=row.kind, state=state, attempt=row.attempts, revision=revision)
        with self.database.reading() as session:
            return deliveries.after(session, row, self.clock.now(), self.errands)

    def _tried(self, held: Held) -> str:
        try:
            try:
                return self._carry(held)
            except DeliveryError as error:
                return self._failed(held, error)
            except (Unavailable, Lost):
                raise
            except Exception as error:  # noqa: BLE001 - one broken message keeps no other waiting
                _log.exception("delivery.defect", key=held.row.key, kind=held.row.kind)
                return self._broken(held, error)
        except Lost:
            # The lease ran out or the workspace went away meanwhile; whoever holds the row now looks before sending.
            return "lost"

    def _take(self, delivery_id: int) -> Held | None:
        now = self.clock.now()
        with self.database.transaction() as session:
            row = deliveries.take(
                session, delivery_id, worker=self.worker, now=now, until=now + self.lease, errands=self.errands
            )
            workspace = workspaces.by_id(session, row.workspace_id) if row else None
            if row is None or workspace is None:
                return None
            found = row.state
            row.state = DeliveryState.SENDING
            if row.kind in self.errands:
                row.held_until = now + _LEASES_OF_AN_ERRAND * self.lease
            return Held(row, workspace.team_id, perhaps_sent=found == DeliveryState.SENDING)

    def _carry(self, held: Held) -> str:
        row = held.row
        if row.kind in self.errands:
            self.errands[row.kind](self.database, row)
            return self._done(held, DeliveryState.SENT)
        letterbox = self.letterbox(held.team_id)
        if letterbox is None:
            raise Unreachable("not_installed")
        if row.revises:
            return self._carry_revision(held, letterbox)
        thread_ts = threads.thread_of(self.database, row)
        if thread_ts is None:
            return self._done(held, DeliveryState.CANCELLED, reason="nothing to stand under")
        if held.perhaps_sent:
            if row.visible_to:
                return self._done(held, DeliveryState.SENT, reason="at most once")
            posted = letterbox.find(row.key, row.recipient, row.made_at, thread_ts=thread_ts)
            if posted is not None:
                return self._done(held, DeliveryState.SENT, posted)
        if row.kind in self.before:
            self.before[row.kind](self.database, row)
        message = self._compose(held)
        if message is None:
            return self._done(held, DeliveryState.CANCELLED)
        where = {"visible_to": row.visible_to, "thread_ts": thread_ts}
        posted = threads.accepted(row, message, lambda drawn: letterbox.post(row.key, row.recipient, drawn, **where))
        return self._done(held, DeliveryState.SENT, posted)

    def _carry_revision(self, held: Held, letterbox: Letterbox) -> str:
        """Edit the message of the other key in place; editing twice does no harm, so there is nothing to look for."""
        row = held.row
        with self.database.reading() as session:
            first = deliveries.by_key(session, row.workspace_id, row.revises)
        if first is None or first.state in (DeliveryState.CANCELLED, DeliveryState.PARKED, DeliveryState.OWED):
            # Not sent yet, so it will say what is true then; or it will never be sent.
            return self._done(held, DeliveryState.CANCELLED, reason="nothing to revise")
        if first.state == DeliveryState.SENDING:
            raise TryLater(timedelta(seconds=5), reason="the first message is still on its way")
        message = self._compose(held)
        if message is None or not first.ts:
            return self._done(held, DeliveryState.CANCELLED)
        posted = Posted(first.channel_id, first.ts)
        try:
            threads.accepted(row, message, lambda drawn: letterbox.revise(posted, row.revises, drawn))
        except NothingThere:
            return self._done(held, DeliveryState.CANCELLED, reason="the message is gone")
        return self._done(held, DeliveryState.SENT, posted)

    def _compose(self, held: Held) -> Message | None:
        now = self.clock.now()
        with self.database.transaction() as session:
            row = self._still_held(session, held)
            row.held_until = now + self.lease  # looking may have taken a while
            session.add(row)
            return self.composers[row.kind](self._scene(session, row, now), row)

    def _done(self, held: Held, state: DeliveryState, posted: Posted | None = None, *, reason: str = "") -> str:
        now = self.clock.now()
        with self.database.transaction() as session:
            row = self._still_held(session, held)
            was_parked = bool(row.reason)
            deliveries.let_go(row, state, reason=reason)
            if state == DeliveryState.SENT:
                row.sent_at = now
            if posted is not None:
                self._lanes.heard(row.workspace_id)
                row.channel_id, row.ts = posted.channel_id, posted.ts
                scene = self._scene(session, row, now)
                if scene.workspace.unreachable_at is not None:
                    notices.tell_back_everywhere(scene)
                    scene.workspace.unreachable_at = None
                if was_parked:
                    notices.tell_back(scene, row)
        return state.value

    def _failed(self, held: Held, error: DeliveryError) -> str:
        now = self.clock.now()
        with self.database.transaction() as session:
            row = self._still_held(session, held)
            if isinstance(error, TryLater):
                # Slack's "later" may have been said to the look, and then says nothing about the try before it.
                surely_not = row.visible_to or not (error.perhaps or held.perhaps_sent)
                deliveries.let_go(row, DeliveryState.OWED if surely_not else DeliveryState.SENDING, reason=row.reason)
                row.due_at = now + (error.after if not error.perhaps else max(error.after, patience(row.attempts)))
            elif isinstance(error, Unreachable):
                deliveries.let_go(row, DeliveryState.PARKED, reason=error.reason)
                row.held_until = now + _PARKED_FOR
                scene = self._scene(session, row, now)
                notices.tell_unreachable(scene, row, error.reason, everywhere=error.everywhere)
            elif isinstance(error, Refused):
                deliveries.let_go(row, DeliveryState.PARKED, reason=error.reason)
            else:
                deliveries.let_go(row, DeliveryState.SENDING, reason=row.reason)
                row.due_at = now + patience(row.attempts)
            if isinstance(error, Ambiguous):
                rests_until = now + patience(self._lanes.silent(row.workspace_id))
                deliveries.put_off(session, row.workspace_id, rests_until)
        _log.warning("delivery.failed", key=held.row.key, error=type(error).__name__, why=str(error))
        self.rescheduled()
        return row.state

    def _broken(self, held: Held, error: Exception) -> str:
        """A defect of ours is tried again a few times, in case it was the moment's, and then keeps nobody waiting."""
        if held.row.attempts < _TRIES_OF_A_DEFECT:
            return self._failed(held, TryLater(patience(held.row.attempts), reason=type(error).__name__, perhaps=True))
        return self._failed(held, Refused(type(error).__name__))

    def _still_held(self, session: Session, held: Held) -> Delivery:
        row = deliveries.held(session, held.row.id or 0, worker=self.worker, attempt=held.row.attempts)
        if row is None:
            raise Lost(held.row.key)
        return row

    def _scene(self, session: Session, row: Delivery, now: datetime) -> Scene:
        workspace = workspaces.by_id(session, row.workspace_id)
        if workspace is None:
            raise Lost(row.key)
        return Scene(session=session, workspace=workspace, now=now, carrier=self.carrier)
