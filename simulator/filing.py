"""Keeping files: their bytes, their kind, and the sizes Slack makes of pictures."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.pictures import renditions
from simulator.rows import File

if TYPE_CHECKING:
    from simulator.rows import Json
    from simulator.workspace import Workspace


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
        workspace.files = {**workspace.files, file.id: file}
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


def refill(file: File, content: bytes) -> None:
    """Give a file its bytes, for those that were announced first and sent afterwards."""
    file.content = content
    file.width, file.height, file.thumbs = renditions(content)
