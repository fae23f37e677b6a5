"""What a person says, changes or deletes below a message of ours, out of Slack's event about it.

Slack tells of every message in the channels that Rounds is in. Whatever is no reply to Rounds is dropped here; its
words are neither kept nor logged.
"""

from typing import Any

from bot.commands.typed import take_apart
from bot.commands.vocabulary import NoticeReply

_WHERE = {"message_changed": "message", "message_deleted": "previous_message"}
"""Where Slack puts the message itself, or what it was, into the event about a change."""
_SAID = (None, "file_share", "thread_broadcast")


def reply_to_us(event: dict[str, Any], bot_user_id: str | None) -> tuple[str, NoticeReply] | None:
    """Give who replies to Rounds, and what; None for everything else."""
    subtype = event.get("subtype")
    if subtype not in (*_SAID, *_WHERE):
        return None
    said = event.get(_WHERE.get(subtype or "", ""), event)
    thread, reply, user_id = said.get("thread_ts"), said.get("ts"), said.get("user")
    is_ours = user_id == bot_user_id or bool(said.get("bot_id"))
    if not thread or thread == reply or not user_id or is_ours:
        return None
    if said.get("parent_user_id", bot_user_id) != bot_user_id:
        return None
    words = "" if subtype == "message_deleted" else take_apart(said.get("text") or "").text
    return str(user_id), NoticeReply(event["channel"], str(thread), str(reply), words)
