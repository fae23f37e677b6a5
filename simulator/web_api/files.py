"""Files: what was shared, and the three steps of sharing one from an app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator import payloads, posting
from simulator.filing import keep, shared_event
from simulator.web_api.calls import Call, Refused, method
from simulator.web_api.chat import place

if TYPE_CHECKING:
    from simulator.rows import Channel, File, Json


@method("files.info", required="file", optional="count cursor limit page", scopes="files:read")
def files_info(call: Call) -> Json:
    """Tells about one file."""
    body = payloads.file(call.file(), call.slack.url)
    return {"file": body, "comments": [], "response_metadata": {"next_cursor": ""}}


@method(
    "files.list",
    optional="channel count page show_files_hidden_by_limit team_id ts_from ts_to types user",
    scopes="files:read",
)
def files_list(call: Call) -> Json:
    """Lists the files shared where the bot is."""
    known = call.workspace.channels
    shown = [
        file
        for file in call.workspace.files.values()
        if not file.deleted
        and file.complete
        and call.text("user") in ("", file.user)
        and any(c in known and call.bot in known[c].members for c in file.shared_in)
        and (not call.text("channel") or call.text("channel") in file.shared_in)
    ]
    count, number = call.number("count", 100), call.number("page", 1)
    pages = max(1, -(-len(shown) // count))
    part = shown[(number - 1) * count : number * count]
    paging = {"count": count, "total": len(shown), "page": number, "pages": pages}
    return {"files": [payloads.file(file, call.slack.url) for file in part], "paging": paging}


@method("files.delete", required="file", scopes="files:write")
def files_delete(call: Call) -> Json:
    """Deletes a file of the bot."""
    file = call.file()
    if file.user != call.bot:
        raise Refused("cant_delete_file")
    file.deleted, file.content = True, b""
    call.workspace.changed("file", user=file.user)
    return {}


@method("files.getUploadURLExternal", required="filename length", optional="alt_txt snippet_type", scopes="files:write")
def get_upload_url_external(call: Call) -> Json:
    """First step of sharing a file: an address to send the bytes to."""
    if call.number("length", 0) < 1:
        raise Refused("invalid_arguments", "length must be greater than 0")
    file = keep(call.workspace, call.bot, call.text("filename"), b"")
    file.complete = False
    return {"upload_url": f"{call.slack.url}/upload/{call.workspace.id}/{file.id}", "file_id": file.id}


@method(
    "files.completeUploadExternal",
    required="files",
    optional="channel_id channels initial_comment thread_ts blocks",
    scopes="files:write",
)
def complete_upload_external(call: Call) -> Json:
    """Last step of sharing files: where they appear and with which words."""
    described = call.args["files"]
    if not isinstance(described, list) or not described:
        raise Refused("invalid_arguments", "files must be a list")
    files = [_uploaded(call, part) for part in described]
    for wanted in [*call.words("channel_id"), *call.words("channels")]:
        _share(call, place(call, wanted), files)
    return {"files": [payloads.file(file, call.slack.url) for file in files]}


def _uploaded(call: Call, described: Any) -> File:  # noqa: ANN401
    name = described.get("id") if isinstance(described, dict) else described
    file = call.workspace.files.get(str(name))
    if file is None or file.user != call.bot or not file.content:
        raise Refused("file_not_found")
    file.complete = True
    if isinstance(described, dict) and described.get("title"):
        file.title = described["title"]
    return file


def _share(call: Call, channel: Channel, files: list[File]) -> None:
    message = posting.by_app(
        call.workspace,
        channel,
        text=call.text("initial_comment"),
        files=[file.id for file in files],
        subtype="file_share",
        app_id=call.slack.app.app_id,
        thread_ts=call.text("thread_ts") or None,
    )
    posting.tell(call.slack, call.workspace, message, later=True)
    for file in files:
        file.shared_in[channel.id] = message.ts
        call.slack.events.tell_later(call.workspace, shared_event(file, channel.id), channel=channel)
