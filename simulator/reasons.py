"""Slack's error words in a sentence each: what was wrong, and what usually helps."""

from __future__ import annotations

SENTENCES = {
    "account_inactive": "The app was removed from this workspace. Install it again.",
    "cant_delete_message": "An app can delete only its own messages.",
    "cant_update_message": "An app can change only its own messages.",
    "channel_not_found": "There is no such conversation, or the app can't see it. A private channel has to invite it.",
    "cannot_reply_to_message": "There is no message to reply to under this thread_ts.",
    "duplicate_external_id": "Another view in this workspace has this external_id.",
    "exchanged_trigger_id": "This trigger_id has been used. Each one opens a form once.",
    "expired_trigger_id": "This trigger_id is too old. Open the form within 3 seconds, before anything slow.",
    "expired_url": "A response_url works for 30 minutes.",
    "file_not_found": "There is no such file, or the app is not where it was shared.",
    "hash_conflict": "The view has changed since this hash was given out.",
    "invalid_arguments": "An argument is missing or not what Slack expects.",
    "invalid_auth": "This token belongs to nobody here.",
    "invalid_blocks": "A block is not what Slack expects.",
    "invalid_blocks_format": "`blocks` has to be a list, or its JSON.",
    "invalid_errors": "Each error has to stand beside an input of the form, by its block_id.",
    "invalid_trigger_id": "This trigger_id was never given out. Take it from the payload as it is.",
    "invalid_url": "This response_url was never given out.",
    "is_archived": "The channel is archived.",
    "message_not_found": "There is no message with this ts.",
    "messages_tab_disabled": "The app's manifest switches its Messages tab off, so that it can't write to people.",
    "missing_scope": "The app's manifest does not ask for a scope that this needs; the answer names it.",
    "msg_blocks_too_long": "The blocks hold more text than one message can.",
    "msg_too_long": "The text is longer than Slack takes here.",
    "no_text": "A message needs text, blocks or attachments.",
    "not_allowed_token_type": "This method needs the other kind of token: xoxb- for the bot, xapp- for the app.",
    "not_authed": "No token came with this call.",
    "not_enabled": "The app's manifest switches its Home tab off.",
    "not_found": "There is no such view any more.",
    "not_in_channel": "The app is not in this channel. Type /invite there, or have it call conversations.join.",
    "push_limit_reached": "No more than three forms can stand on top of each other.",
    "ratelimited": "Too many in too short a time. Wait as many seconds as Retry-After says.",
    "sign_in_page": "Without a token that may read it, Slack answers with a sign-in page and status 200.",
    "token_revoked": "This token was taken back.",
    "too_many_websockets": "An app can have 10 connections at most.",
    "unknown_method": "The pretend Slack doesn't have this method. Slack may.",
    "used_url": "A response_url works five times.",
    "user_not_found": "There is nobody with this id here.",
    "user_not_in_channel": "The person is not in this channel, so they could not see it.",
    "view_too_large": "The view is larger than 250 kB.",
}


def reason(error: str) -> str:
    """Give the sentence for an error word; the word itself where there is none."""
    unknown = f"It was answered with status {error}." if error.isdigit() else f"Slack's word for it is {error}."
    return SENTENCES.get(error, unknown)
