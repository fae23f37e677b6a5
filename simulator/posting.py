"""Putting messages into channels and taking them out again, and telling the app what it subscribed to about that.

Whether somebody may post is decided before; here nothing is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator import payloads
from simulator.elements import with_ids
from simulator.events import CHANNEL_TYPES
from simulator.rows import Channel, Json, Message

if TYPE_CHECKING:
    from simulator.delivery import Reply
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def add(workspace: Workspace, channel: Channel, user: str, **details: Any) -> Message:  # noqa: ANN401
    """Put a message into a channel with a fresh ts."""
    with workspace.lock:
        blocks = with_ids(details.pop("blocks", None) or [])
        attachments = [
            {"id": number, **part, **({"blocks": with_ids(part["blocks"])} if part.get("blocks") else {})}
            for number, part in enumerate(details.pop("attachments", None) or [], start=1)
        ]
        found = Message(workspace.next_ts(channel), channel.id, user, blocks=blocks, attachments=attachments, **details)
        channel.messages.append(found)
    workspace.changed("message", channel=channel.id, ts=found.ts, user=found.ephemeral_to)
    return found


def by_app(workspace: Workspace, channel: Channel, **details: Any) -> Message:  # noqa: ANN401
    """Put a message of the app's bot into a channel."""
    installation = workspace.installation
    assert installation is not None  # noqa: S101
    return add(workspace, channel, installation.bot_user, bot_id=installation.bot_id, **details)


def change(workspace: Workspace, message: Message, fields: Json) -> None:
    """Edit a message; what the fields leave out stays."""
    with workspace.lock:
        if "blocks" in fields:
            message.blocks = with_ids(fields["blocks"] or [])
            message.state.clear()
        if "attachments" in fields:
            message.attachments = fields["attachments"] or []
        if "text" in fields:
            message.text = fields["text"] or ""
        if "metadata" in fields:
            message.metadata = fields["metadata"]
        message.edited = f"{workspace.clock.now().timestamp():.6f}"
    workspace.changed("message", channel=message.channel, ts=message.ts, user=message.ephemeral_to)


def remove(workspace: Workspace, message: Message) -> None:
    """Take a message out of its channel."""
    with workspace.lock:
        message.deleted = True
    workspace.changed("message", channel=message.channel, ts=message.ts, user=message.ephemeral_to)


def tell(slack: Slack, workspace: Workspace, message: Message, *, later: bool) -> Reply | None:
    """Let the app hear of a new message; ephemeral ones make no event."""
    if message.ephemeral_to:
        return None
    channel = workspace.channels[message.channel]
    body = payloads.message(workspace, message, url=slack.url, metadata=True)
    event = body | {"channel": channel.id, "channel_type": CHANNEL_TYPES[channel.kind], "event_ts": message.ts}
    return _send(slack, workspace, event, channel, later=later)


def tell_changed(slack: Slack, workspace: Workspace, message: Message, before: Json, *, later: bool) -> None:
    """Let the app hear that a message was edited or deleted; `before` is how it looked."""
    channel = workspace.channels[message.channel]
    event: Json = {
        "type": "message",
        "subtype": "message_deleted" if message.deleted else "message_changed",
        "hidden": True,
        "channel": channel.id,
        "channel_type": CHANNEL_TYPES[channel.kind],
        "previous_message": before,
        "ts": f"{workspace.clock.now().timestamp():.6f}",
    }
    if message.deleted:
        event["deleted_ts"] = message.ts
    else:
        event["message"] = payloads.message(workspace, message, url=slack.url, metadata=True)
    _send(slack, workspace, event, channel, later=later)


def _send(slack: Slack, workspace: Workspace, event: Json, channel: Channel, *, later: bool) -> Reply | None:
    if later:
        slack.events.tell_later(workspace, event, channel=channel)
        return None
    return slack.events.tell(workspace, event, channel=channel)
