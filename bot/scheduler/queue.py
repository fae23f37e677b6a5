"""DBOS, fenced in: a durable queue in the application's own database, and a worker that empties it.

Nothing else in the program knows DBOS. Its queue entries only name ledger rows, so one that is lost, doubled or late
does no harm. See docs/decisions/ for why there is a ledger beside it.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from uuid import uuid4

from dbos import DBOS, DBOSClient, DBOSConfig, EnqueueOptions
from sqlalchemy import Engine as Connections
from sqlalchemy import column, create_engine, event, select, table
from sqlmodel import Session

from bot.clock import SystemClock
from storage.engine import Database
from storage.tables import Delivery

# DBOS runs work only under the version that enqueued it; ours may always run under the next one.
_VERSION = "1"
_NAME = "rounds"
_QUEUE = "deliveries"
_WORKFLOW = "deliver"
LOOKS_EVERY = 0.4
"""Seconds between two looks into the queue: each costs as much as a whole command, and nobody sees the difference."""
_AT_ONCE = 8

_deliver: dict[str, Callable[[int, int], None]] = {}


class Queue:
    """Where deliveries are put, each within the transaction that owes it."""

    def __init__(self, database: Database) -> None:
        # Lazy, and on our own connections: it only ever writes inside transactions that are ours.
        self._client = DBOSClient(system_database_engine=database.engine, lazy=True, application_name=_NAME)
        schema = None if database.is_sqlite else "dbos"
        self._entries = table("workflow_status", column("workflow_uuid"), column("status"), schema=schema)

    def put(self, session: Session, delivery: Delivery) -> None:
        """Put a delivery in line; a row already in line under this revision stays there once."""
        options: EnqueueOptions = {
            "queue_name": _QUEUE,
            "workflow_name": _WORKFLOW,
            "workflow_id": _id(delivery),
            "app_version": _VERSION,
        }
        self._client.enqueue_in_transaction(session.connection(), options, delivery.id or 0, delivery.revision)

    def in_line(self, session: Session, rows: Sequence[Delivery]) -> set[int]:
        """Give the ids of those that still stand in line; whichever worker lives takes them from there."""
        named = {_id(delivery): delivery.id or 0 for delivery in rows}
        found = select(self._entries.c.workflow_uuid).where(
            self._entries.c.status == "ENQUEUED", self._entries.c.workflow_uuid.in_(named)
        )
        return {named[each] for each in session.execute(found).scalars()}


class Worker:
    """Empties the queue; DBOS allows one in each process."""

    def __init__(
        self, database: Database, name: str, deliver: Callable[[int, int], None], looks_every: float = LOOKS_EVERY
    ) -> None:
        self._database = database
        self._looks_every = looks_every
        self._name = name
        self._deliver = deliver
        self._connections: Connections | None = None

    def start(self) -> None:
        """Make the queue's tables where they are missing and begin to work."""
        logging.getLogger("dbos").setLevel(logging.WARNING)
        _deliver["now"] = self._deliver
        config: DBOSConfig = {
            "name": _NAME,
            "system_database_url": self._database.url,
            "application_version": _VERSION,
            # A fresh one each time: what a dead process had in hand is found by the ledger's lease instead.
            "executor_id": f"{self._name}-{uuid4().hex[:8]}",
            "max_executor_threads": _AT_ONCE + 4,
            "use_listen_notify": False,
            "log_level": "WARNING",
        }
        if self._database.is_sqlite:
            self._connections = _sqlite_connections(self._database.url)
            config["system_database_engine"] = self._connections
        DBOS(config=config)
        _let_us_log()
        DBOS.launch()
        DBOS.register_queue(_QUEUE, worker_concurrency=_AT_ONCE, polling_interval_sec=self._looks_every)

    def forget_older_than(self, age: timedelta) -> None:
        """Forget entries of that age by the machine's clock, which dates them; the ledger knows what is still owed."""
        moment = SystemClock().now() - age
        while True:
            old = DBOS.list_workflows(
                end_time=moment.isoformat(), queue_name=_QUEUE, limit=500, load_input=False, load_output=False
            )
            if not old:
                return
            DBOS.delete_workflows([entry.workflow_id for entry in old])

    def stop(self, within: float) -> None:
        """Take no more from the queue and finish what is in hand."""
        DBOS.destroy(workflow_completion_timeout_sec=int(within))
        if self._connections is not None:
            self._connections.dispose()


@DBOS.workflow(name=_WORKFLOW)
def _carry(delivery_id: int, revision: int) -> None:
    _deliver["now"](delivery_id, revision)


def _id(delivery: Delivery) -> str:
    return f"{delivery.workspace_id}/{delivery.key}/{delivery.revision}"


def _let_us_log() -> None:
    """Have DBOS's log go our own way: its handler writes out errors with all that is in them."""
    log = logging.getLogger("dbos")
    log.handlers.clear()
    log.propagate = True


def _sqlite_connections(url: str) -> Connections:
    """Connect as DBOS itself would, without waiting for the disk at every step: the ledger is what must be durable."""
    connections = create_engine(url, connect_args={"timeout": 30, "check_same_thread": False}, hide_parameters=True)

    @event.listens_for(connections, "connect")
    def _prepare(connection: object, _record: object) -> None:
        connection.isolation_level = "IMMEDIATE"  # type: ignore[attr-defined]
        for pragma in ("busy_timeout = 30000", "foreign_keys = ON", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}").close()  # type: ignore[attr-defined]

    return connections
