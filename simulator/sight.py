"""What one person has on their screen: the names they read, the conversations they are in, each message as text.

It looks at the workspace and changes nothing. The people of the story tests and the page both see through it.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from simulator import drawing, elements
from simulator.drawing import mrkdwn

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Message, Person, View
    from simulator.workspace import Workspace

_BEGINS = elements.INITIAL | {"files": "initial_files"}


def names(workspace: Workspace, viewer: Person) -> drawing.Names:
    """Give the names, zone and moment with which this person reads."""
    return drawing.Names(
        people={person.id: called(workspace, person) for person in workspace.people.values()},
        channels={channel.id: title(workspace, channel, viewer) for channel in workspace.channels.values()},
        files={file.id: file.title or file.name for file in workspace.files.values()},
        zone=ZoneInfo(viewer.tz),
        now=workspace.clock.now(),
    )


def called(workspace: Workspace, person: Person) -> str:
    """Say what colleagues call somebody: the first name, a doctor by the last, in full where that is not enough."""
    short = _short(person)
    others = (other for other in workspace.people.values() if other.id != person.id)
    return person.real_name if any(_short(other) == short for other in others) else short


def title(workspace: Workspace, channel: Channel, viewer: Person) -> str:
    """Name a conversation as this person's sidebar does: `#social`, or `@Ben` for a direct one."""
    if channel.kind != "im":
        return f"#{channel.name}"
    other = next((member for member in channel.members if member != viewer.id), viewer.id)
    person = workspace.people.get(other)
    return f"@{called(workspace, person) if person else other}"


def conversations(workspace: Workspace, viewer: Person) -> list[Channel]:
    """List the channels this person is in by name, then their direct conversations."""
    mine = [channel for channel in workspace.channels.values() if viewer.id in channel.members and not channel.archived]
    return sorted(mine, key=lambda channel: (channel.kind == "im", title(workspace, channel, viewer).lower()))


def author(workspace: Workspace, message: Message) -> str:
    """Name who wrote a message, as it stands above it."""
    person = workspace.people.get(message.user)
    return message.username or (called(workspace, person) if person else message.user or "Slack")


def words_of(message: Message) -> str:
    """Give a message's words as Slack's own window shows them: who brought or removed somebody stands only there."""
    if message.actor and message.subtype == "channel_join":
        return f"<@{message.user}> was added by <@{message.actor}>"
    if message.actor and message.subtype == "channel_leave":
        return f"<@{message.user}> was removed by <@{message.actor}>"
    return message.text


def text(workspace: Workspace, message: Message, viewer: Person) -> str:
    """Draw one message as this person reads it."""
    held = {
        "text": words_of(message),
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


def view_text(workspace: Workspace, view: View, viewer: Person) -> str:
    """Draw a modal or Home as it stands now: what is filled in, and what was refused beside which field."""
    blocks = [_as_it_stands(block, view) for block in view.blocks]
    return drawing.text({**view.body, "type": view.type, "blocks": blocks}, names(workspace, viewer))


def words(workspace: Workspace, confirm: Json, viewer: Person) -> str:
    """Draw the question a button asks before it acts."""
    read = names(workspace, viewer)
    said = {key: mrkdwn.said(confirm.get(key), read) for key in ("title", "text", "deny", "confirm")}
    return f"{said['title']}\n{said['text']}\n[{said['deny'] or 'Cancel'}] [{said['confirm'] or 'Yes'}]"


def _as_it_stands(block: Json, view: View) -> Json:
    if any(_filled_in(holder, element, view) for holder, element in elements.each([block])):
        block = copy.deepcopy(block)
        for holder, element in elements.each([block]):
            element.update(_filled_in(holder, element, view))
    return block | ({"error": view.errors[block["block_id"]]} if block.get("block_id") in view.errors else {})


def _filled_in(block: Json, element: Json, view: View) -> Json:
    """Give what has changed in an element since its form appeared, under the names that it begins with."""
    kept = view.state.get(block["block_id"], {}).get(element["action_id"], {})
    now = {_BEGINS[key]: value or None for key, value in kept.items() if key in _BEGINS}
    return {name: value for name, value in now.items() if value != (element.get(name) or None)}


def _short(person: Person) -> str:
    words = person.real_name.split()
    if person.is_bot or not words:
        return person.real_name
    return f"{words[0]} {words[-1]}" if words[0].endswith(".") else words[0]


def _file(workspace: Workspace, file_id: str) -> dict[str, str]:
    file = workspace.files.get(file_id)
    if file is None or file.deleted:
        return {"id": file_id, "title": "a deleted file"}
    return {"id": file.id, "title": file.title or file.name}
