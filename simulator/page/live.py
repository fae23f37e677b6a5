"""Tells open pages that something changed, by server-sent events; what changed they fetch themselves."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING

from sse_starlette import EventSourceResponse, ServerSentEvent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from simulator.rows import Change
    from simulator.slack import Slack

PING_SECONDS = 20


class _Bridge:
    """Carries changes from whichever thread made them to the page's event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self.waiting: asyncio.Queue[Change] = asyncio.Queue()

    def put_nowait(self, item: Change, /) -> None:
        """Take one change without waiting; once the loop is gone nobody looks any more."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self.waiting.put_nowait, item)


class _Stream(EventSourceResponse):
    """A stream that ends without a word when the server stops."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        except asyncio.CancelledError:
            await send({"type": "http.response.body", "body": b"", "more_body": False})


class Live:
    """The stream of changes."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def changes(self, _request: Request) -> EventSourceResponse:
        """Stream one line for every change in the pretend Slack."""
        return _Stream(self._changes(), ping=PING_SECONDS)

    async def _changes(self) -> AsyncIterator[ServerSentEvent]:
        bridge = _Bridge(asyncio.get_running_loop())
        self._slack.subscribe(bridge)
        self._slack.wire.stream.subscribe(bridge)
        try:
            yield ServerSentEvent(json.dumps({"what": "open"}))
            while True:
                change = await bridge.waiting.get()
                if change.what == "wire":  # of no matter to what people see
                    yield ServerSentEvent(json.dumps(self._slack.wire.state()), event="wire")
                    continue
                yield ServerSentEvent(json.dumps({"team": change.team_id, "what": change.what}))
        finally:
            self._slack.stream.unsubscribe(bridge)
            self._slack.wire.stream.unsubscribe(bridge)
