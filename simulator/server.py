"""A pretend Slack on an address of this machine, served from a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import importlib.util
import logging
import socket
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from simulator.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from simulator.slack import Slack

TICK_SECONDS = 0.2
log = logging.getLogger("simulator")


class _Lines:
    """The open connections by the caller's address, so that one can be broken on purpose."""

    def __init__(self) -> None:
        self._open: dict[Any, asyncio.Transport] = {}

    def protocol(self) -> type[HttpToolsProtocol]:
        """Uvicorn's own HTTP protocol, which also keeps this list."""
        lines = self._open

        class Listed(HttpToolsProtocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                lines[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                lines.pop(self.client, None)
                super().connection_lost(exc)

        return Listed

    def drop(self, request: Request) -> Response:
        """Break the connection of this request."""
        transport = self._open.get(tuple(request.client or ()))
        if transport is not None:
            transport.abort()
        return Response(status_code=500)


class _Server(uvicorn.Server):
    """uvicorn's server, leaving at once when told instead of looking ten times a second whether it should."""

    async def main_loop(self) -> None:
        self._leave = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        while not self.should_exit:
            await self.on_tick(0)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._leave.wait(), 1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listening in sockets or []:
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        for task in list(self.server_state.tasks):
            task.cancel()
        await self.lifespan.shutdown()

    def leave(self) -> None:
        """Stop serving; safe from any thread."""
        self.should_exit = True
        if hasattr(self, "_loop"):
            with contextlib.suppress(RuntimeError):  # it has left already
                self._loop.call_soon_threadsafe(self._leave.set)


@dataclass(eq=False)
class Running:
    """A served pretend Slack; leaving it as a context stops it."""

    slack: Slack
    url: str
    port: int
    server: _Server = field(repr=False)
    thread: threading.Thread = field(repr=False)

    def stop(self) -> None:
        """Close every connection and leave the address."""
        self.slack.sockets.hang_up()
        self.server.leave()
        self.thread.join(10)
        self.slack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def asgi_app(slack: Slack, extra: Sequence[BaseRoute] = (), lines: _Lines | None = None) -> Starlette:
    """The whole service as an ASGI app: the protocol first, then extra routes, then the page if there is one."""
    return Starlette(
        routes=[*places(slack, (lines or _Lines()).drop), *extra, *_page(slack)], lifespan=lambda _: _ticking(slack)
    )


def serve(slack: Slack, port: int = 0, *, host: str = "127.0.0.1", extra: Sequence[BaseRoute] = ()) -> Running:
    """Serve this Slack from a background thread; port 0 takes any free one."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    listening.listen(256)
    taken: int = listening.getsockname()[1]
    slack.url = f"http://{host}:{taken}"
    lines = _Lines()
    config = uvicorn.Config(
        asgi_app(slack, extra, lines),
        http=lines.protocol(),
        log_config=None,
        access_log=False,
        ws="websockets-sansio",
        ws_ping_interval=10,
        timeout_graceful_shutdown=1,
    )
    server = _Server(config)
    thread = threading.Thread(target=server.run, args=([listening],), name="simulator", daemon=True)
    thread.start()
    return Running(slack, slack.url, taken, server, thread)


@contextlib.asynccontextmanager
async def _ticking(slack: Slack) -> Any:  # noqa: ANN401
    async def tick() -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            if slack.clock.running:
                await asyncio.to_thread(slack.clock.wake_due)

    task = asyncio.create_task(tick())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def _page(slack: Slack) -> Iterator[BaseRoute]:
    """The routes of the browser page, `simulator.page.routes(slack)`, when it and what it needs are installed."""
    if importlib.util.find_spec("simulator.page") is None:
        return
    try:
        page: Any = importlib.import_module("simulator.page")
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("simulator"):
            raise
        log.warning("There is no page to look at: %s is not installed.", missing.name)
        return
    if hasattr(page, "routes"):
        yield from page.routes(slack)
