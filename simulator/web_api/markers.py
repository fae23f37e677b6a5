"""Emoji and pins on messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator import payloads
from simulator.emoji import is_known
from simulator.web_api.calls import Call, Refused, method

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Message

NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


@method("reactions.add", required="channel name timestamp", scopes="reactions:write")
def reactions_add(call: Call) -> Json:
    """Puts an emoji on a message."""
    channel, message = _item(call)
    users = message.reactions.setdefault(_name(call), [])
    if channel.archived:
        raise Refused("is_archived")
    if call.bot in users:
        raise Refused("already_reacted")
    users.append(call.bot)
    _tell(call, channel, message, "reaction_added")
    return {}


@method("reactions.remove", required="name", optional="channel timestamp file file_comment", scopes="reactions:write")
def reactions_remove(call: Call) -> Json:
    """Takes the bot's emoji off a message."""
    channel, message = _item(call)
    users = message.reactions.get(_name(call), [])
    if call.bot not in users:
        raise Refused("no_reaction")
    users.remove(call.bot)
    _tell(call, channel, message, "reaction_removed")
    return {}


@method("reactions.get", optional="channel timestamp full file file_comment", scopes="reactions:read")
def reactions_get(call: Call) -> Json:
    """Tells which emoji are on a message."""
    channel, message = _item(call)
    body = payloads.message(call.workspace, message, url=call.slack.url)
    return {"type": "message", "channel": channel.id, "message": body}


@method("pins.add", required="channel", optional="timestamp", scopes="pins:write")
def pins_add(call: Call) -> Json:
    """Pins a message to its channel."""
    return _pin(call, wanted=True)


@method("pins.remove", required="channel", optional="timestamp", scopes="pins:write")
def pins_remove(call: Call) -> Json:
    """Takes a pin off."""
    return _pin(call, wanted=False)


@method("pins.list", required="channel", scopes="pins:read")
def pins_list(call: Call) -> Json:
    """Lists what is pinned in a channel."""
    channel = call.channel()
    items = [
        {"type": "message", "channel": channel.id, "message": payloads.message(call.workspace, m, url=call.slack.url)}
        for m in channel.messages
        if m.pinned and not m.deleted
    ]
    return {"items": items}


def _pin(call: Call, *, wanted: bool) -> Json:
    channel, message = _item(call)
    if message.pinned == wanted:
        raise Refused("already_pinned" if wanted else "no_pin")
    message.pinned = wanted
    call.workspace.changed("message", channel=channel.id, ts=message.ts)
    return {}


def _item(call: Call) -> tuple[Channel, Message]:
    if not call.text("channel") or not call.text("timestamp"):
        raise Refused("no_item_specified")
    channel = call.channel(member=True)
    return channel, call.message(channel, "timestamp")


def _name(call: Call) -> str:
    name = call.text("name").strip(":")
    if not NAME.fullmatch(name) or not is_known(name):
        raise Refused("invalid_name")
    return name


def _tell(call: Call, channel: Channel, message: Message, kind: str) -> None:
    call.workspace.changed("reaction", channel=channel.id, ts=message.ts)
    event: Json = {"type": kind, "user": call.bot, "reaction": _name(call), "item_user": message.user}
    event["item"] = {"type": "message", "channel": channel.id, "ts": message.ts}
    call.slack.events.tell_later(call.workspace, event, channel=channel)
