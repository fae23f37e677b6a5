"""Posting to a response_url."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from slack_sdk.webhook import WebhookClient

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from simulator.slack import Slack

ANA, BEN = "UBRIANA0000", "UBRIBEN0000"


def webhook(slack: Slack, *, message_ts: str | None = None) -> WebhookClient:
    workspace = slack.workspace()
    social = workspace.channel("social")
    return WebhookClient(
        slack.response_address(slack.passes.response_url(workspace.id, social.id, ANA, message_ts=message_ts))
    )


def seen(slack: Slack, user: str) -> list[str]:
    return [message.text for message in slack.workspace().channel("social").seen_by(user)]


def test_it_answers_only_the_one_who_asked_unless_told_otherwise(slack: Slack) -> None:
    client = webhook(slack)
    client.send(text="For you")
    client.send(text="For all", response_type="in_channel")
    assert seen(slack, ANA) == ["For you", "For all"]
    assert seen(slack, BEN) == ["For all"]


def test_it_works_five_times(slack: Slack) -> None:
    client = webhook(slack)
    answers = [client.send(text=str(number)) for number in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert answers[-1].body == '{"ok":false,"error":"used_url"}'


def test_it_works_for_thirty_minutes(slack: Slack) -> None:
    client = webhook(slack)
    slack.clock.skip(timedelta(minutes=30))
    assert client.send(text="In time").status_code == 200
    slack.clock.skip(timedelta(seconds=1))
    assert client.send(text="Too late").body == '{"ok":false,"error":"expired_url"}'


def test_it_replaces_and_deletes_the_message_it_came_from(slack: Slack, client: WebClient) -> None:
    answers = webhook(slack, message_ts=client.chat_postMessage(channel="#social", text="Who?")["ts"])
    answers.send(text="Ben", replace_original=True)
    assert seen(slack, BEN) == ["Ben"]
    answers.send(text="", delete_original=True)
    assert seen(slack, BEN) == []


def test_wrong_blocks_are_refused_and_written_down(slack: Slack) -> None:
    answer = webhook(slack).send(text="x", blocks=[{"type": "sculpture"}])
    assert (answer.status_code, answer.body) == (400, '{"ok":false,"error":"invalid_blocks"}')
    [entry] = slack.journal.entries("response_url")
    assert (entry.ok, entry.error) == (False, "invalid_blocks")
