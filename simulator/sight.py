"""What one person has on their screen: the names they read, the conversations they are in, each message as text.

It looks at the workspace and changes nothing. The people of the story tests and the page both see through it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from simulator import drawing

if TYPE_CHECKING:
    from simulator.workspace import Channel, Message, Person, Workspace


def names(workspace: Workspace, viewer: Person) -> drawing.Names:
    """Give the names, zone and moment with which this person reads."""
    return drawing.Names(
        people={person.id: person.real_name for person in workspace.people.values()},
        channels={channel.id: title(workspace, channel, viewer) for channel in workspace.channels.values()},
        files={file.id: file.title or file.name for file in workspace.files.values()},
        zone=ZoneInfo(viewer.tz),
        now=workspace.clock.now(),
    )


def title(workspace: Workspace, channel: Channel, viewer: Person) -> str:
    """Name a conversation as this person's sidebar does: `#social`, or `@Ben` for a direct one."""
    if channel.kind != "im":
        return f"#{channel.name}"
    other = next((member for member in channel.members if member != viewer.id), viewer.id)
    person = workspace.people.get(other)
    return f"@{person.real_name if person else other}"


def conversations(workspace: Workspace, viewer: Person) -> list[Channel]:
    """List the channels this person is in by name, then their direct conversations."""
    mine = [channel for channel in workspace.channels.values() if viewer.id in channel.members and not channel.archived]
    return sorted(mine, key=lambda channel: (channel.kind == "im", title(workspace, channel, viewer).lower()))


def author(workspace: Workspace, message: Message) -> str:
    """Name who wrote a message, as it stands above it."""
    person = workspace.people.get(message.user)
    return message.username or (person.real_name if person else message.user or "Slack")


def text(workspace: Workspace, message: Message, viewer: Person) -> str:
    """Draw one message as this person reads it."""
    held = {
        "text": message.text,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "files": [_file(workspace, file) for file in message.files],
    }
    return drawing.text(held, names(workspace, viewer))


def line(workspace: Workspace, message: Message, viewer: Person) -> str:
    """Draw one message with who wrote it and whether it was edited or is for this person's eyes only."""
    marks = [mark for on, mark in ((message.ephemeral_to, "only visible to you"), (message.edited, "edited")) if on]
    about = author(workspace, message) + (f" ({', '.join(marks)})" if marks else "")
    said = text(workspace, message, viewer).split("\n")
    reactions = [f":{name}: {len(users)}" for name, users in message.reactions.items() if users]
    said += ["  ".join(reactions)] * bool(reactions)
    return f"{about}: {said[0]}" if len(said) == 1 else "\n".join([f"{about}:", *(f"  {row}".rstrip() for row in said)])


def transcript(workspace: Workspace, channel: Channel, viewer: Person) -> str:
    """Draw a whole conversation as this person sees it, answers indented below what they answer."""
    lines: list[str] = []
    for message in channel.seen_by(viewer.id):
        if message.thread_ts and message.thread_ts != message.ts and not message.broadcast:
            continue
        lines.append(line(workspace, message, viewer))
        for reply in channel.replies(message.ts):
            if reply.ephemeral_to in (None, viewer.id) and not reply.broadcast:
                lines += [f"    {row}".rstrip() for row in line(workspace, reply, viewer).split("\n")]
    return "\n".join(lines)


def _file(workspace: Workspace, file_id: str) -> dict[str, str]:
    file = workspace.files.get(file_id)
    if file is None or file.deleted:
        return {"id": file_id, "title": "a deleted file"}
    return {"id": file.id, "title": file.title or file.name}
