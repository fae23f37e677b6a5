"""Channels and direct conversations: what there is, who is in it, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import payloads, posting
from simulator.web_api.calls import KIND_SCOPES, Call, Refused, method
from simulator.web_api.paging import page

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Message

READ = "channels:read groups:read im:read mpim:read"
HISTORY = "channels:history groups:history im:history mpim:history"
TYPES = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}


@method("conversations.list", optional="types exclude_archived cursor limit team_id", scopes=READ)
def conversations_list(call: Call) -> Json:
    """Lists the conversations the bot can know of."""
    channels, more = page(call, conversations_of(call))
    return {"channels": [payloads.channel(call.workspace, c, call.bot) for c in channels], **more}


def conversations_of(call: Call) -> list[Channel]:
    """What conversations.list would list, before it is cut into pages."""
    types = call.words("types") or ["public_channel"]
    if not set(types) <= set(TYPES):
        raise Refused("invalid_types")
    kinds = {TYPES[kind] for kind in types}
    for kind in kinds - {"mpim"}:
        call.need(f"{KIND_SCOPES[kind]}:read")
    return [
        channel
        for channel in call.workspace.channels.values()
        if channel.kind in kinds
        and (channel.kind == "public" or call.bot in channel.members)
        and not (channel.archived and call.flag("exclude_archived"))
    ]


@method("conversations.info", required="channel", optional="include_locale include_num_members", scopes=READ)
def conversations_info(call: Call) -> Json:
    """Tells about one conversation."""
    return {"channel": payloads.channel(call.workspace, call.channel(area="read"), call.bot)}


@method("conversations.members", required="channel", optional="cursor limit", scopes=READ)
def conversations_members(call: Call) -> Json:
    """Lists who is in a conversation."""
    members, more = page(call, list(call.channel(area="read").members))
    return {"members": members, **more}


@method(
    "conversations.history",
    required="channel",
    optional="cursor include_all_metadata inclusive latest limit oldest",
    scopes=HISTORY,
)
def conversations_history(call: Call) -> Json:
    """Reads a channel, newest first, without the replies in threads."""
    channel = call.channel(area="history", member=True)
    shown = [m for m in _readable(channel) if m.thread_ts in (None, m.ts) or m.broadcast]
    return _read(call, list(reversed(_between(call, shown))))


@method(
    "conversations.replies",
    required="channel ts",
    optional="cursor include_all_metadata inclusive latest limit oldest",
    scopes=HISTORY,
)
def conversations_replies(call: Call) -> Json:
    """Reads a thread, its first message first."""
    channel = call.channel(area="history", member=True)
    asked = call.message(channel, error="thread_not_found")
    root = asked.thread_ts or asked.ts
    thread = [m for m in _readable(channel) if root in (m.ts, m.thread_ts)]
    kept = {m.ts for m in _between(call, thread)}
    return _read(call, [m for m in thread if m.ts in kept or m.ts == root])


@method(
    "conversations.open",
    optional="channel users return_im prevent_creation",
    scopes="channels:manage groups:write im:write mpim:write",
)
def conversations_open(call: Call) -> Json:
    """Opens the direct conversation with one person."""
    if call.text("channel"):
        channel = call.channel()
    else:
        users = call.words("users")
        if not users:
            raise Refused("users_list_not_supplied")
        if len(users) > 1:
            raise Refused("too_many_users")
        channel = _direct(call, users[0])
    full = payloads.channel(call.workspace, channel, call.bot)
    return {"channel": full if call.flag("return_im") else {"id": channel.id}}


@method("conversations.join", required="channel", scopes="channels:join")
def conversations_join(call: Call) -> Json:
    """Brings the bot into a public channel."""
    channel = call.channel()
    if channel.kind != "public":
        raise Refused("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refused("is_archived")
    if call.bot not in channel.members:
        channel.members.append(call.bot)
        posting.add(
            call.workspace, channel, call.bot, text=f"<@{call.bot}> has joined the channel", subtype="channel_join"
        )
        event: Json = {"type": "member_joined_channel", "user": call.bot, "channel": channel.id, "channel_type": "C"}
        call.slack.events.tell_later(call.workspace, {**event, "team": call.workspace.id}, channel=channel)
    return {"channel": payloads.channel(call.workspace, channel, call.bot)}


@method("conversations.leave", required="channel", scopes="channels:manage channels:write groups:write im:write")
def conversations_leave(call: Call) -> Json:
    """Takes the bot out of a channel."""
    channel = call.channel()
    if channel.general:
        raise Refused("cant_leave_general")
    if call.bot not in channel.members:
        return {"not_in_channel": True}
    channel.members.remove(call.bot)
    call.workspace.changed("channel", channel=channel.id)
    return {}


def _direct(call: Call, user: str) -> Channel:
    person = call.workspace.people.get(user)
    if person is None:
        raise Refused("user_not_found")
    if person.deleted:
        raise Refused("user_disabled")
    return call.workspace.direct(call.bot, user)


def _readable(channel: Channel) -> list[Message]:
    return [message for message in channel.messages if not message.deleted and message.ephemeral_to is None]


def _between(call: Call, messages: list[Message]) -> list[Message]:
    oldest, latest = call.text("oldest") or "0", call.text("latest") or "9999999999"
    try:
        low, high = float(oldest), float(latest)
    except ValueError:
        raise Refused("invalid_ts_oldest" if not oldest.replace(".", "").isdigit() else "invalid_ts_latest") from None
    edges = (oldest, latest) if call.flag("inclusive") else ()
    return [m for m in messages if low < float(m.ts) < high or m.ts in edges]


def _read(call: Call, messages: list[Message]) -> Json:
    shown, more = page(call, messages, most=999)
    metadata = call.flag("include_all_metadata")
    bodies = [payloads.message(call.workspace, m, url=call.slack.url, metadata=metadata) for m in shown]
    has_more = bool(more["response_metadata"]["next_cursor"])
    return {"messages": bodies, "has_more": has_more, **(more if has_more else {})}
