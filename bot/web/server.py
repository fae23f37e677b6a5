"""Slack's requests over HTTP: one address for commands, interactivity and events, and one that says all is well.

Bolt checks the signature and answers; it runs in a thread, because its own adapters would block the event loop.
"""

from collections.abc import Callable

from slack_bolt import App, BoltRequest, BoltResponse
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


def make_web(bolt: App, is_well: Callable[[], bool]) -> Starlette:
    """Make the ASGI application that Slack's requests arrive at."""

    async def slack_events(request: Request) -> Response:
        body = (await request.body()).decode()
        asked = BoltRequest(body=body, query=request.url.query, headers=dict(request.headers.items()))
        return _response(await run_in_threadpool(bolt.dispatch, asked))

    async def healthz(_: Request) -> Response:
        well = await run_in_threadpool(is_well)
        return JSONResponse({"well": well}, status_code=200 if well else 503)

    return Starlette(routes=[Route("/slack/events", slack_events, methods=["POST"]), Route("/healthz", healthz)])


def _response(answer: BoltResponse) -> Response:
    response = Response(answer.body, status_code=answer.status, media_type=answer.first_headers().get("content-type"))
    for name, value in answer.first_headers_without_set_cookie().items():
        if name.lower() not in {"content-length", "content-type"}:
            response.headers[name] = value
    return response
