"""Sharing a file: its bytes are kept, a message carries it, and the app hears file_shared."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.acts.messages import post_message
from simulator.acts.results import Result
from simulator.pictures import renditions
from simulator.rows import File

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def upload_file(
    slack: Slack,
    person: Person,
    channel: Channel,
    source: Path | bytes,
    *,
    name: str | None = None,
    text: str = "",
    thread_ts: str | None = None,
    mimetype: str | None = None,
) -> Result:
    """Share one file in a channel, with a few words if wanted."""
    workspace = slack.workspace_of(person)
    if channel.archived:
        return Result(error="You can't post here: the channel is archived.")
    content = source.read_bytes() if isinstance(source, Path) else source
    title = name or (source.name if isinstance(source, Path) else "file")
    file = keep(workspace, person.id, title, content, mimetype)
    posted = post_message(slack, person, channel, text, thread_ts=thread_ts, files=[file])
    reply = slack.events.tell(workspace, shared_event(file, channel.id), channel=channel)
    return Result(reply or posted.reply, message=posted.message, file=file)


def keep(workspace: Workspace, user: str, name: str, content: bytes, mimetype: str | None = None) -> File:
    """Store a file with the sizes Slack makes of a picture."""
    kind = mimetype or mimetypes.guess_type(name)[0] or "application/octet-stream"
    ending = Path(name).suffix.removeprefix(".").lower()
    width, height, thumbs = renditions(content)
    with workspace.lock:
        file = File(
            id=workspace.new_id("F"),
            team_id=workspace.id,
            user=user,
            name=name,
            title=name,
            mimetype=kind,
            filetype="jpg" if ending == "jpeg" else ending or "binary",
            created=int(workspace.clock.now().timestamp()),
            content=content,
            thumbs=thumbs,
            width=width,
            height=height,
        )
        workspace.files[file.id] = file
    workspace.changed("file", user=user)
    return file


def shared_event(file: File, channel_id: str) -> Json:
    """The file_shared event: three ids and nothing of the file itself."""
    return {
        "type": "file_shared",
        "file_id": file.id,
        "user_id": file.user,
        "file": {"id": file.id},
        "channel_id": channel_id,
    }
