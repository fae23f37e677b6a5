"""Calendars over HTTP: one address for each, which nobody can guess and which no log tells.

A calendar that is as it was is answered with 304 and no bytes. It refuses to know whose it is and what is in it.
"""

import hashlib
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

ReadCalendar = Callable[[str], bytes | None]

_LONGEST_TOKEN = 64


def calendar_route(read: ReadCalendar) -> Route:
    """Give the route that calendar programs read; one whose address is not known gets the same answer as any."""

    async def calendar(request: Request) -> Response:
        token = request.path_params["token"]
        found = await run_in_threadpool(read, token) if len(token) <= _LONGEST_TOKEN else None
        if found is None:
            return Response("There is no calendar at this address.", status_code=404, media_type="text/plain")
        mark = f'"{hashlib.sha256(found).hexdigest()[:32]}"'
        headers = {"ETag": mark, "Cache-Control": "private, max-age=300", "X-Robots-Tag": "noindex"}
        seen = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
        if mark in seen or "*" in seen:
            return Response(status_code=304, headers=headers)
        return Response(found, media_type="text/calendar; charset=utf-8", headers=headers)

    return Route("/calendar/{token}.ics", calendar)
