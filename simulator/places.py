"""The other addresses of a pretend Slack: response URLs, uploads, downloads, the consent page, Socket Mode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute

from simulator import posting, recording
from simulator.filing import refill
from simulator.pictures import thumbnail
from simulator.replying import answer_message
from simulator.web_api.door import answer, arguments, broken

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute
    from starlette.websockets import WebSocket

    from simulator.passes import ResponseUrl
    from simulator.rows import File, Json, Message
    from simulator.slack import Slack
    from simulator.workspace import Workspace

# What Slack answers to a download without a valid token: a page with status 200, not an error.
SIGN_IN_PAGE = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in to Slack</body></html>"


def places(slack: Slack, drop: Callable[[Request], Response]) -> list[BaseRoute]:
    """Every route of the protocol; `drop` breaks a connection without an answer."""

    async def api(request: Request) -> Response:
        return await answer(slack, request, drop)

    async def link(socket: WebSocket) -> None:
        await slack.sockets.serve(socket)

    async def response_url(request: Request) -> Response:
        return await _take_response(slack, request, drop)

    async def upload(request: Request) -> Response:
        started = recording.fetched(slack, "upload", request)
        found = await _take_upload(slack, request)
        recording.moved(slack, started, found)
        return found

    async def download(request: Request) -> Response:
        started = recording.fetched(slack, "download", request)
        status = await recording.trouble_before(slack, started, "download")
        if status is not None:
            return broken(request, drop, status)
        found = (_thumb if "size" in request.path_params else _download)(slack, request)
        if recording.trouble_after(slack, started, "download"):
            return broken(request, drop)
        recording.moved(slack, started, found)
        return found

    async def consent(request: Request) -> Response:
        return _consent(slack, request)

    return [
        Route("/api/{method}", api, methods=["GET", "POST"]),
        WebSocketRoute("/link/", link),
        WebSocketRoute("/link", link),
        Route("/response/{team}/{name}", response_url, methods=["POST"]),
        Route("/upload/{team}/{file}", upload, methods=["POST", "PUT"]),
        Route("/files-pri/{file}/download/{name:path}", download),
        Route("/files-pri/{file}/{name:path}", download),
        Route("/files-tmb/{file}/{size}", download),
        Route("/oauth/v2/authorize", consent),
    ]


async def _take_response(slack: Slack, request: Request, drop: Callable[[Request], Response]) -> Response:
    name, body = request.path_params["name"], await arguments(request)
    started = recording.posted(slack, name, body, request)
    status = await recording.trouble_before(slack, started, "response_url")
    if status is not None:
        return broken(request, drop, status)
    answered = respond(slack, name, body, started.id)
    if recording.trouble_after(slack, started, "response_url"):
        return broken(request, drop)
    recording.taken(slack, started, body, answered)
    return answered


def respond(slack: Slack, name: str, body: Json, exchange: int = 0) -> Response:
    """Take what the app posts to a response_url: a new message, or a change of the one it came from."""
    found = slack.passes.use_response(name)
    if isinstance(found, str):
        recording.refuse(slack, exchange, found)
        return JSONResponse({"ok": False, "error": found}, status_code=404)
    workspace = slack.workspaces[found.team_id]
    body = {key: value for key, value in body.items() if value is not None}
    error = answer_message(slack, workspace, "response_url", body, exchange)
    if error:
        return JSONResponse({"ok": False, "error": error}, status_code=400)
    with slack.lock:
        _apply(slack, workspace, found, body)
    return PlainTextResponse("ok")


def _apply(slack: Slack, workspace: Workspace, found: ResponseUrl, body: Json) -> None:
    channel = workspace.channels[found.channel_id]
    original = channel.message(found.message_ts) if found.message_ts else None
    own = original is not None and original.bot_id is not None
    if body.get("delete_original"):
        if original is not None and own:
            posting.remove(workspace, original)
        return
    if body.get("replace_original") and original is not None and own:
        posting.change(workspace, original, _content(body))
        return
    public = body.get("response_type") == "in_channel"
    message: Message = posting.by_app(
        workspace,
        channel,
        **_content(body),
        app_id=slack.app.app_id,
        ephemeral_to=None if public else found.user_id,
        thread_ts=body.get("thread_ts") or (original.thread_ts if original is not None and not public else None),
    )
    posting.tell(slack, workspace, message, later=True)


def _content(body: Json) -> Json:
    return {
        "text": body.get("text") or "",
        "blocks": body.get("blocks") or [],
        "attachments": body.get("attachments") or [],
        "metadata": body.get("metadata"),
    }


async def _take_upload(slack: Slack, request: Request) -> Response:
    workspace = slack.workspaces.get(request.path_params["team"])
    file = workspace.files.get(request.path_params["file"]) if workspace else None
    if file is None or file.complete:
        return PlainTextResponse("no such upload", status_code=404)
    content = b""
    if "multipart/form-data" in request.headers.get("content-type", ""):
        for part in (await request.form()).values():
            content = part.encode() if isinstance(part, str) else await part.read()
    else:
        content = await request.body()
    refill(file, content)
    return PlainTextResponse(f"OK - {len(content)}")


def _download(slack: Slack, request: Request) -> Response:
    file = _readable(slack, request)
    if file is None or slack.faults.take("html_download", file.id):
        return HTMLResponse(SIGN_IN_PAGE)
    if file.deleted:
        return PlainTextResponse("gone", status_code=404)
    return Response(file.content, media_type=file.mimetype)


def _thumb(slack: Slack, request: Request) -> Response:
    file = _readable(slack, request)
    if file is None or slack.faults.take("html_download", file.id):
        return HTMLResponse(SIGN_IN_PAGE)
    size = file.thumbs.get(request.path_params["size"].removesuffix(".jpg"))
    if size is None or file.deleted:
        return PlainTextResponse("gone", status_code=404)
    return Response(thumbnail(file.content, size), media_type="image/jpeg")


def _readable(slack: Slack, request: Request) -> File | None:
    """The file, if the token may read it: the right workspace, files:read, not revoked."""
    team, _, name = request.path_params["file"].partition("-")
    token = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    workspace = slack.holder(token)
    if workspace is None or workspace.id != team or workspace.installation is None:
        return None
    installation = workspace.installation
    allowed = slack.app.manifest.scopes is None or "files:read" in installation.scopes
    if installation.revoked or not installation.installed or not allowed:
        return None
    return workspace.files.get(name)


def _consent(slack: Slack, request: Request) -> Response:
    """Stand in for the person who presses Allow: back to the app with a code."""
    query: Any = request.query_params
    target = query.get("redirect_uri")
    if query.get("client_id") != slack.app.client_id or not target:
        return PlainTextResponse("invalid_client_id or no redirect_uri", status_code=400)
    workspace = slack.workspace(query.get("team"))
    installer = next(person for person in workspace.humans() if not person.deleted)
    code = slack.passes.code(workspace.id, installer.id)
    joined = "&" if "?" in target else "?"
    return RedirectResponse(f"{target}{joined}{urlencode({'code': code, 'state': query.get('state', '')})}", 302)
