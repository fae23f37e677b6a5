"""Slack's requests over HTTP: one address for commands, interactivity and events, and one that says all is well.

Bolt checks the signature and answers; it runs in a thread, because its own adapters would block the event loop. Only
what is answered without waiting for anything stays in the loop: to hand it over would take longer than to answer it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from slack_bolt import App, BoltRequest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.hands import Hands

_SLACK = "/slack/events"
_LARGEST = 2 * 1024 * 1024  # bytes; Slack's own limit for a view is 250 KB


def make_web(
    bolt: App,
    is_well: Callable[[], bool],
    others: Sequence[Route] = (),
    *,
    hands: Hands,
    waits_for_nothing: Callable[[Any], bool] = lambda _: False,
) -> ASGIApp:
    """Make the ASGI application that Slack's requests arrive at, beside the other routes that there are.

    `hands` answer, except where `waits_for_nothing` says that a payload is answered without waiting for a database or
    for Slack.
    """

    async def healthz(_: Request) -> JSONResponse:
        well = await run_in_threadpool(is_well)
        return JSONResponse({"well": well}, status_code=200 if well else 503)

    slack = _SlackEvents(bolt, hands, waits_for_nothing)
    rest = Starlette(routes=[Route("/healthz", healthz), *others])

    async def web(scope: Scope, receive: Receive, send: Send) -> None:
        is_slack = scope["type"] == "http" and scope["path"] == _SLACK
        await (slack if is_slack else rest)(scope, receive, send)

    return web


class _SlackEvents:
    """Hands each request to Bolt as it came; without request and response objects, which cost as much as Bolt does."""

    def __init__(self, bolt: App, hands: Hands, waits_for_nothing: Callable[[Any], bool]) -> None:
        self._bolt = bolt
        self._waits_for_nothing = waits_for_nothing
        self._hands = hands

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            await _refuse(send, 405)
            return
        body = b""
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > _LARGEST:
                await _refuse(send, 413)
                return
        try:
            asked = _asked(scope, body)
            at_once = self._waits_for_nothing(asked.body)
        except (ValueError, TypeError, AttributeError, RecursionError):  # whatever this is, Slack has not sent it
            await _refuse(send, 400)
            return
        answer = self._bolt.dispatch(asked) if at_once else await self._hands.take(lambda: self._bolt.dispatch(asked))
        said = answer.body.encode()
        named = [
            (name.encode(), values[0].encode()) for name, values in answer.headers.items() if name != "content-length"
        ]
        named.append((b"content-length", str(len(said)).encode()))
        await send({"type": "http.response.start", "status": answer.status, "headers": named})
        await send({"type": "http.response.body", "body": said})


def _asked(scope: Scope, body: bytes) -> BoltRequest:
    headers: dict[str, str | Sequence[str]] = {
        name.decode(): value.decode("ascii", "ignore") for name, value in scope["headers"]
    }
    if not str(headers.get("x-slack-request-timestamp", "")).isdecimal():
        headers.pop("x-slack-request-timestamp", None)  # Bolt refuses what has none, and fails at what is no number
    return BoltRequest(body=body.decode(), query=scope["query_string"].decode(), headers=headers)


async def _refuse(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})
