"""Messages of the app: posting, editing, deleting."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from simulator import checks, payloads, posting
from simulator.web_api.calls import Call, Refused, method
from simulator.wording import escaped

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Message

CONTENT = "text blocks attachments markdown_text metadata link_names parse thread_ts reply_broadcast"
LOOKS = "icon_emoji icon_url username mrkdwn unfurl_links unfurl_media as_user"
MOST_UPDATE_BYTES = 4000  # of the escaped text; observed, not documented
MOST_BLOCK_CHARACTERS = 13_200  # in all blocks together; observed, not documented
MOST_METADATA = 8000
MOST_ATTACHMENTS = 100


@method("chat.postMessage", required="channel", optional=f"{CONTENT} {LOOKS}", scopes="chat:write")
def post_message(call: Call) -> Json:
    """Posts a message."""
    channel = place(call)
    content = contents(call)
    thread = _thread(call, channel)
    if wait := call.slack.rates.take(f"{call.workspace.id}/{channel.id}"):
        raise Refused("ratelimited", retry_after=wait)
    message = posting.by_app(
        call.workspace,
        channel,
        **content,
        app_id=call.slack.app.app_id,
        thread_ts=thread,
        broadcast=call.flag("reply_broadcast"),
        username=call.text("username") or None,
        icon=call.text("icon_emoji") or call.text("icon_url") or None,
    )
    posting.tell(call.slack, call.workspace, message, later=True)
    return _answer(call, channel, message)


@method("chat.postEphemeral", required="channel user", optional=f"{CONTENT} {LOOKS}", scopes="chat:write")
def post_ephemeral(call: Call) -> Json:
    """Shows a message to one person only."""
    channel = place(call)
    content = contents(call)
    if call.text("user") not in channel.members:
        raise Refused("user_not_in_channel")
    message = posting.by_app(
        call.workspace,
        channel,
        **content,
        app_id=call.slack.app.app_id,
        thread_ts=_thread(call, channel),
        ephemeral_to=call.text("user"),
    )
    return {"message_ts": message.ts}


@method("chat.update", required="channel ts", optional=f"{CONTENT} as_user file_ids", scopes="chat:write")
def update(call: Call) -> Json:
    """Edits one of the bot's messages."""
    channel, message = _own(call, "cant_update_message")
    text = call.text("text")
    if len(escaped(text).encode()) > MOST_UPDATE_BYTES:
        raise Refused("msg_too_long")
    content = contents(call)
    fields: Json = {key: value for key, value in content.items() if key in call.args}
    if "text" in call.args or "markdown_text" in call.args:
        fields |= {"text": content["text"], "blocks": content["blocks"]}
    before = payloads.message(call.workspace, message, url=call.slack.url)
    posting.change(call.workspace, message, fields)
    posting.tell_changed(call.slack, call.workspace, message, before, later=True)
    return _answer(call, channel, message) | {"text": message.text}


@method("chat.delete", required="channel ts", optional="as_user", scopes="chat:write")
def delete(call: Call) -> Json:
    """Deletes one of the bot's messages."""
    channel, message = _own(call, "cant_delete_message")
    before = payloads.message(call.workspace, message, url=call.slack.url)
    posting.remove(call.workspace, message)
    posting.tell_changed(call.slack, call.workspace, message, before, later=True)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.getPermalink", required="channel message_ts")
def get_permalink(call: Call) -> Json:
    """Gives the address of a message."""
    channel = call.channel()
    message = call.message(channel, "message_ts")
    link = f"{call.slack.url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def place(call: Call, wanted: str = "") -> Channel:
    """Where to post: a channel by id or name, or a person's direct conversation; refused where the bot can't."""
    name = wanted or call.text("channel")
    people = call.workspace.people
    channels = call.workspace.channels
    found = channels.get(name) or next((c for c in channels.values() if c.name and c.name == name.lstrip("#")), None)
    if found is None and name in people and not people[name].deleted:
        found = call.workspace.direct(call.bot, name)
    if found is None or (found.kind != "public" and call.bot not in found.members):
        raise Refused("channel_not_found")
    if found.archived:
        raise Refused("is_archived")
    if found.kind == "im":
        _reachable(call, found)
    elif call.bot not in found.members and not (call.scopes is not None and call.may("chat:write.public")):
        raise Refused("not_in_channel")
    return found


def contents(call: Call) -> Json:
    """Text, blocks, attachments and metadata of a message, or why Slack refuses them."""
    text, blocks, attachments = call.text("text"), call.args.get("blocks"), call.args.get("attachments")
    markdown = call.text("markdown_text")
    if markdown and (text or blocks):
        raise Refused("markdown_text_conflict")
    if markdown:
        blocks, text = [{"type": "markdown", "text": markdown}], markdown
    if not (text.strip() or blocks or attachments):
        raise Refused("no_text")
    if len(text) > checks.MOST_TEXT:
        raise Refused("msg_too_long")
    if blocks:
        _check_blocks(call, blocks)
    if attachments:
        _check_attachments(attachments)
    if blocks and not text and call.slack.options.refuse_missing_text:
        raise Refused("no_text", "blocks without fallback text")
    metadata = _metadata(call.args.get("metadata"))
    return {"text": text, "blocks": blocks or [], "attachments": attachments or [], "metadata": metadata}


def _check_blocks(call: Call, blocks: object) -> None:
    if isinstance(blocks, str):
        raise Refused("invalid_blocks_format")
    problems = checks.block_problems(blocks, "message")
    if problems:
        raise Refused("invalid_blocks", *problems, errors=problems)
    has_chart = isinstance(blocks, list) and any(block["type"] == "data_visualization" for block in blocks)
    if has_chart and call.slack.faults.take("chart_refused", call.method):
        raise Refused("invalid_blocks", "unsupported type: data_visualization")
    if checks.characters(blocks) > MOST_BLOCK_CHARACTERS:
        raise Refused("msg_blocks_too_long" if call.method == "chat.postMessage" else "msg_too_long")


def _check_attachments(attachments: object) -> None:
    if not isinstance(attachments, list) or not all(isinstance(part, dict) for part in attachments):
        raise Refused("invalid_attachments")
    if len(attachments) > MOST_ATTACHMENTS:
        raise Refused("too_many_attachments")
    problems = [
        p for part in attachments if part.get("blocks") for p in checks.block_problems(part["blocks"], "message")
    ]
    if problems:
        raise Refused("invalid_attachments", *problems)


def _metadata(value: object) -> Json | None:
    if not value:
        return None
    if not isinstance(value, dict):
        raise Refused("invalid_metadata_format")
    if not isinstance(value.get("event_type"), str) or not isinstance(value.get("event_payload"), dict):
        raise Refused("invalid_metadata_schema")
    if len(json.dumps(value)) > MOST_METADATA:
        raise Refused("metadata_too_large")
    return value


def _reachable(call: Call, channel: Channel) -> None:
    if not call.slack.app.manifest.messages_tab:
        raise Refused("messages_tab_disabled")
    people = call.workspace.people
    if any(people[member].deleted for member in channel.members if member in people):
        raise Refused("channel_not_found")


def _thread(call: Call, channel: Channel) -> str | None:
    if not call.text("thread_ts"):
        return None
    parent = channel.message(call.text("thread_ts"))
    if parent is None or parent.ephemeral_to:
        raise Refused("cannot_reply_to_message")
    return parent.thread_ts or parent.ts


def _own(call: Call, refusal: str) -> tuple[Channel, Message]:
    channel = call.channel()
    message = call.message(channel)
    if message.bot_id != call.installation.bot_id:
        raise Refused(refusal)
    if channel.archived:
        raise Refused("is_archived" if refusal == "cant_delete_message" else "cant_update_message")
    return channel, message


def _answer(call: Call, channel: Channel, message: Message) -> Json:
    body = payloads.message(call.workspace, message, url=call.slack.url, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": body}
