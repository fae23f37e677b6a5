"""Which of Slack's events about messages are a reply to Rounds: hardly any, and the rest is dropped unread."""

from typing import Any

import pytest

from bot.commands.vocabulary import NoticeReply
from bot.slack.threads import reply_to_us

BOT = "U0ROUNDS"
SAID = {"user": "U0BEN", "ts": "2.0", "thread_ts": "1.0", "parent_user_id": BOT, "text": "Cats &amp; dogs <@U0ANA>"}
REPLY = {"type": "message", "channel": "C1", **SAID}
TAKEN = ("U0BEN", NoticeReply("C1", "1.0", "2.0", "Cats & dogs @U0ANA"))


def event(subtype: str, **more: Any) -> dict[str, Any]:
    return {"type": "message", "subtype": subtype, "channel": "C1", "ts": "3.0", **more}


@pytest.mark.parametrize(
    "told",
    [
        REPLY,
        REPLY | {"subtype": "file_share"},
        REPLY | {"subtype": "thread_broadcast"},
        event("message_changed", message=SAID, previous_message={**SAID, "text": "Cats"}),
    ],
)
def test_a_reply_to_us_is_taken_however_slack_tells_of_it(told: dict[str, Any]) -> None:
    assert reply_to_us(told, BOT) == TAKEN


def test_a_reply_that_was_deleted_says_nothing_any_more() -> None:
    told = event("message_deleted", previous_message=SAID, deleted_ts="2.0")
    assert reply_to_us(told, BOT) == ("U0BEN", NoticeReply("C1", "1.0", "2.0", ""))


@pytest.mark.parametrize(
    "told",
    [
        {"type": "message", "channel": "C1", "user": "U0BEN", "ts": "2.0", "text": "Lunch?"},
        REPLY | {"thread_ts": "2.0"},
        REPLY | {"parent_user_id": "U0ANA"},
        REPLY | {"user": BOT},
        REPLY | {"bot_id": "B1"},
        REPLY | {"subtype": "channel_join"},
        event("message_replied", message=SAID),
        event("message_changed", message={"user": BOT, "ts": "1.0", "thread_ts": "1.0", "text": "Ideas"}),
        event("message_deleted", previous_message={"user": "U0BEN", "ts": "2.0", "text": "Lunch?"}),
    ],
)
def test_everything_else_is_dropped(told: dict[str, Any]) -> None:
    assert reply_to_us(told, BOT) is None
