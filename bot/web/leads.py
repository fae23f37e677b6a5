"""New leads over HTTP: one private address for each practice, where only what is signed is heard.

An address that is not known, a signature that is wrong and one that is missing get the same answer. It refuses to know
whose address it is, and it never logs a body.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.commands.enquiries import Sent
from bot.domain.enquiries import A_MINUTE, EnquiriesLogged
from bot.domain.errors import PlanError, WrongMoment
from bot.web.limits import PerMinute, seconds_left
from storage.engine import Unavailable

_LARGEST = 64 * 1024
_META, _PLAIN = "x-hub-signature-256", "x-rounds-signature"
_CHALLENGE = re.compile(r"[\w.-]{1,200}")
_NOT_ACCEPTED = "Not accepted."


class LeadDesk(Protocol):
    """Takes what forms send."""

    def take_enquiries(self, token: str, sent: Sent) -> EnquiriesLogged | None:
        """Log what was sent; None where the address or the signature is not right."""

    def knows_lead_address(self, token: str) -> bool:
        """Whether forms may send to this address."""


def lead_routes(desk: LeadDesk, now: Callable[[], datetime]) -> list[Route]:
    """Give the routes that forms send to, and that Meta greets before it sends."""
    limit = PerMinute(A_MINUTE, now)

    async def greet(request: Request) -> Response:
        token, asked = request.path_params["token"], request.query_params
        challenge = asked.get("hub.challenge", "")
        if not limit.lets_through(token):
            return _too_many(now())
        is_meant = asked.get("hub.mode") == "subscribe" and asked.get("hub.verify_token") == token
        if is_meant and _CHALLENGE.fullmatch(challenge) and await run_in_threadpool(desk.knows_lead_address, token):
            return PlainTextResponse(challenge)
        return PlainTextResponse(_NOT_ACCEPTED, 401)

    async def take(request: Request) -> Response:
        token = request.path_params["token"]
        if not limit.lets_through(token):
            return _too_many(now())
        body = await _body(request)
        if body is None:
            return PlainTextResponse("Too large.", 413)
        by_meta = _META in request.headers
        sent = Sent(body, request.headers.get(_META if by_meta else _PLAIN, ""), by_meta)
        return await run_in_threadpool(_answer, desk, token, sent, now)

    return [
        Route("/leads/{token}", greet, methods=["GET"]),
        Route("/leads/{token}", take, methods=["POST"]),
    ]


def _answer(desk: LeadDesk, token: str, sent: Sent, now: Callable[[], datetime]) -> Response:
    try:
        logged = desk.take_enquiries(token, sent)
    except WrongMoment:
        return _too_many(now())
    except PlanError as problem:
        return JSONResponse({"problem": problem.sentence}, 400)
    except Unavailable:
        return PlainTextResponse("Please try again.", 503, {"Retry-After": "30"})
    if logged is None:
        return PlainTextResponse(_NOT_ACCEPTED, 401)
    return JSONResponse({"new": logged.new, "known": logged.known})


async def _body(request: Request) -> bytes | None:
    """Give the body, or nothing of one that is too large."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return None
    return body


def _too_many(now: datetime) -> Response:
    return PlainTextResponse("Too many requests.", 429, {"Retry-After": str(seconds_left(now))})
