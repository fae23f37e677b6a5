"""Where calls of the Web API arrive: read the arguments, know the caller, do what is asked, write it down.

Planned trouble happens here too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, PlainTextResponse

from simulator import recording
from simulator.web_api import METHODS, Call, Refused

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.rows import Json
    from simulator.slack import Slack
    from simulator.web_api import Method
    from simulator.workspace import Workspace

JSON_ARGUMENTS = frozenset({"blocks", "attachments", "view", "metadata", "files", "unfurls", "channel_ids"})


async def answer(slack: Slack, request: Request, drop: Any) -> Response:  # noqa: ANN401
    """Answer one request to /api/METHOD; `drop` breaks the connection."""
    name = request.path_params["method"]
    args = await arguments(request)
    started = recording.called(slack, name, args, request)
    status = await recording.trouble_before(slack, started, name)
    if status is not None:
        return broken(request, drop, status)
    authorization = request.headers.get("authorization", "")
    body, retry_after = carry_out(slack, name, args, authorization)
    if recording.trouble_after(slack, started, name):
        return broken(request, drop)
    home = slack.holder(_token(args, authorization))
    recording.answered(slack, started, name, args, body, team=home.id if home else None)
    if retry_after:
        return JSONResponse(body, status_code=429, headers={"Retry-After": str(retry_after)})
    return JSONResponse(body, headers=_granted(slack, home))


def broken(request: Request, drop: Any, status: int = 0) -> Response:  # noqa: ANN401
    """Answer with this server error, or break the connection where there is no status."""
    if status:
        return PlainTextResponse("Something went wrong.", status_code=status)
    return drop(request)  # type: ignore[no-any-return]


def _granted(slack: Slack, home: Workspace | None) -> dict[str, str]:
    """The header in which Slack says what a bot token may do; none where there is no manifest to grant anything."""
    if home is None or home.installation is None or slack.app.manifest.scopes is None:
        return {}
    return {"X-OAuth-Scopes": ",".join(sorted(home.installation.scopes))}


async def arguments(request: Request) -> Json:
    """The arguments of a call, whichever of Slack's three ways they were sent in; those that hold JSON are parsed."""
    found: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if "json" in kind:
        try:
            sent = await request.json()
        except ValueError:
            sent = {}
        found |= sent if isinstance(sent, dict) else {}
    elif request.method == "POST":
        form = await request.form()
        found |= {key: value for key, value in form.items() if isinstance(value, str)}
    return {key: _parsed(key, value) for key, value in found.items() if value is not None}


def carry_out(slack: Slack, name: str, args: Json, authorization: str = "") -> tuple[Json, int]:
    """Do one call and write it into the journal: the answer, and after how many seconds to try again if too fast."""
    call = Call(slack, name, args)
    retry_after = 0
    try:
        known = METHODS.get(name)
        if known is None:
            raise Refused("unknown_method", req_method=name)  # noqa: TRY301
        _admit(call, known, _token(args, authorization))
        with slack.lock:
            body = {"ok": True, **known.run(call)}
    except Refused as refused:
        body = {"ok": False, "error": refused.error, **refused.extra}
        retry_after = refused.retry_after
    team = call.home.id if call.home else None
    slack.journal.write(slack.clock.now(), name, args, ok=body["ok"], error=body.get("error"), team=team)
    return body, retry_after


def _admit(call: Call, known: Method, token: str) -> None:
    if known.token == "bot":  # noqa: S105
        _admit_bot(call, token)
    elif known.token == "app" and token != call.slack.app.app_token:  # noqa: S105
        raise Refused(
            "not_allowed_token_type" if token.startswith("xoxb-") else "invalid_auth" if token else "not_authed"
        )
    if call.slack.faults.take("ratelimited", known.name):
        raise Refused("ratelimited", retry_after=1)
    if known.token == "bot":  # noqa: S105
        call.need(*known.scopes)
    missing = [name for name in known.required if call.args.get(name) in (None, "")]
    if missing:
        raise Refused("invalid_arguments", *(f"missing required field: {name}" for name in missing))


def _admit_bot(call: Call, token: str) -> None:
    if not token:
        raise Refused("not_authed")
    if token == call.slack.app.app_token:
        raise Refused("not_allowed_token_type")
    call.home = call.slack.holder(token)
    if call.home is None:
        raise Refused("token_revoked" if call.slack.was_token(token) else "invalid_auth")
    if not call.installation.installed:
        raise Refused("account_inactive")
    if call.installation.revoked:
        raise Refused("token_revoked")
    call.scopes = None if call.slack.app.manifest.scopes is None else call.installation.scopes


def _token(args: Json, authorization: str) -> str:
    word, _, rest = authorization.partition(" ")
    if word.lower() == "bearer":
        return rest.strip()
    if word.lower() == "basic":
        _basic(args, rest)
    return str(args.get("token") or "")


def _basic(args: Json, encoded: str) -> None:
    import base64  # noqa: PLC0415 - only oauth.v2.access sends its client this way

    client_id, _, secret = base64.b64decode(encoded).decode("utf-8", "replace").partition(":")
    args.setdefault("client_id", client_id)
    args.setdefault("client_secret", secret)


def _parsed(key: str, value: Any) -> Any:  # noqa: ANN401
    if key not in JSON_ARGUMENTS or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
