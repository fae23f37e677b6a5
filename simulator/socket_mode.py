"""The way to an app that connects by WebSocket: Socket Mode as https://docs.slack.dev/apis/events-api/using-socket-mode.

Acts send from their own threads; the connections live in the server's event loop.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import threading
import time
from concurrent.futures import Future
from concurrent.futures import TimeoutError as WaitedTooLong
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from starlette.websockets import WebSocketDisconnect

from simulator.delivery import Parcel, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.websockets import WebSocket

MOST_CONNECTIONS = 10
GONE = (RuntimeError, OSError, TimeoutError, WebSocketDisconnect)  # what sending to a closed connection may raise
FAREWELLS, FAREWELL_SECONDS = 100, 0.05
Reason = Literal["warning", "refresh_requested", "link_disabled", "too_many_websockets"]


@dataclass(slots=True, eq=False)
class _Connection:
    socket: WebSocket
    loop: asyncio.AbstractEventLoop
    leaving: bool = False

    def push(self, message: dict[str, Any]) -> None:
        """Send from any thread but the loop's own."""
        asyncio.run_coroutine_threadsafe(self.socket.send_text(json.dumps(message)), self.loop).result(5)


@dataclass(slots=True, eq=False)
class SocketHub:
    """Every open connection of the app; each parcel goes to one of them."""

    app_id: str = "A0SIMULATED"
    said: Callable[[str, dict[str, Any]], None] = lambda *_: None  # told of what concerns a connection as a whole
    _tickets: set[str] = field(default_factory=set)
    _connections: list[_Connection] = field(default_factory=list)
    _waiting: dict[str, tuple[_Connection, Future[Any]]] = field(default_factory=dict)
    _turn: int = 0
    _change: threading.Condition = field(default_factory=threading.Condition)

    @property
    def connected(self) -> int:
        """How many connections can take a parcel now."""
        return sum(not connection.leaving for connection in self._connections)

    def ticket(self) -> str | None:
        """Let one more connection in; none when there are too many."""
        if self.connected >= MOST_CONNECTIONS:
            return None
        name = secrets.token_hex(16)
        self._tickets.add(name)
        return name

    def wait_connected(self, count: int = 1, limit: float = 10.0) -> bool:
        """Wait until the app has connected."""
        with self._change:
            return self._change.wait_for(lambda: self.connected >= count, limit)

    async def serve(self, socket: WebSocket) -> None:
        """Keep one connection: greet it, then take its acknowledgements until it leaves."""
        await socket.accept()
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._tickets:
            await socket.close(4001)
            return
        self._tickets.discard(ticket)
        connection = _Connection(socket, asyncio.get_running_loop())
        hello = self._hello()
        await socket.send_text(json.dumps(hello))
        self.said("hello", hello)
        with self._change:
            self._connections.append(connection)
            self._change.notify_all()
        try:
            while True:
                self._take(await socket.receive_text())
        except GONE:
            pass
        finally:
            with self._change:
                self._connections.remove(connection)
                self._change.notify_all()
            self.said("closed", {"num_connections": self.connected})
            self._give_up_on(connection)

    def send(self, parcel: Parcel, limit: float) -> Reply:
        """Push one envelope down one connection and wait for its acknowledgement."""
        connection = self._pick()
        if connection is None:
            return Reply("nobody_connected")
        envelope_id = secrets.token_hex(16)
        envelope = _envelope(parcel, envelope_id)
        wrapping = {key: value for key, value in envelope.items() if key != "payload"}
        waiting: Future[Any] = Future()
        self._waiting[envelope_id] = (connection, waiting)
        try:
            connection.push(envelope)
            return Reply(body=waiting.result(limit), sent=wrapping)
        except WaitedTooLong:
            return Reply("http_timeout", sent=wrapping)
        except GONE:
            return Reply("connection_failed", sent=wrapping)
        finally:
            self._waiting.pop(envelope_id, None)

    def disconnect(self, reason: Reason = "refresh_requested") -> int:
        """Ask every connection to leave and come back, as Slack does about once an hour; how many were asked."""
        asked = [connection for connection in self._connections if not connection.leaving]
        for connection in asked:
            connection.leaving = reason != "warning"
            farewell = {"type": "disconnect", "reason": reason, "debug_info": {"host": "simulator"}}
            connection.push(farewell)
            self.said("disconnect", farewell)
            if connection.leaving:
                asyncio.run_coroutine_threadsafe(self._see_off(connection), connection.loop)
        return len(asked)

    def hang_up(self) -> None:
        """Close every connection from this end, without a word."""
        for connection in list(self._connections):
            connection.leaving = True
            with contextlib.suppress(*GONE):
                asyncio.run_coroutine_threadsafe(connection.socket.close(1000), connection.loop).result(2)

    def nudge(self) -> None:
        """Say something without meaning: slack_sdk's client, told to close, notices only when it hears something."""
        for connection in list(self._connections):
            with contextlib.suppress(*GONE):
                connection.push({"type": "ping"})

    async def _see_off(self, connection: _Connection) -> None:
        """Keep talking to a connection that was asked to leave until it has, and close it after a while."""
        with contextlib.suppress(*GONE):
            for _ in range(FAREWELLS):
                await asyncio.sleep(FAREWELL_SECONDS)
                if connection not in self._connections:
                    return
                await connection.socket.send_text('{"type": "ping"}')
            await connection.socket.close(1000)

    def _pick(self) -> _Connection | None:
        with self._change:
            usable = [connection for connection in self._connections if not connection.leaving]
            self._turn += 1
            return usable[self._turn % len(usable)] if usable else None

    def _take(self, text: str) -> None:
        try:
            message = json.loads(text)
        except ValueError:
            return
        envelope_id = message.get("envelope_id") if isinstance(message, dict) else None
        found = self._waiting.get(envelope_id or "")
        if found is not None and not found[1].done():
            found[1].set_result(message.get("payload"))
        elif envelope_id and found is None:
            self.said("late acknowledgement", {"envelope_id": envelope_id})

    def _give_up_on(self, connection: _Connection) -> None:
        """Let those who wait for an answer down this closed connection know, unless the app may answer down another."""
        if self.connected:
            return
        for holder, waiting in list(self._waiting.values()):
            if holder is connection and not waiting.done():
                waiting.set_exception(ConnectionError("the app left"))

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": self.connected + 1,
            "debug_info": {
                "host": "simulator",
                "started": time.strftime("%Y-%m-%d %H:%M:%S.000", time.gmtime()),
                "build_number": 1,
                "approximate_connection_time": 3600,
            },
            "connection_info": {"app_id": self.app_id},
        }


def _envelope(parcel: Parcel, envelope_id: str) -> dict[str, Any]:
    message: dict[str, Any] = {
        "envelope_id": envelope_id,
        "payload": parcel.payload,
        "type": parcel.door,
        "accepts_response_payload": parcel.door != "events_api",
    }
    if parcel.door == "events_api":
        message["retry_attempt"] = parcel.retry.number if parcel.retry else 0
        message["retry_reason"] = parcel.retry.reason if parcel.retry else ""
    return message
