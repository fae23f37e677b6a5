"""Trouble on demand, as slack_sdk's client and a stock Bolt app meet it."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from http.client import RemoteDisconnected
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from simulator import acts
from simulator.trouble import plan_trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient

    from simulator.slack import Slack


def texts(slack: Slack) -> list[str]:
    return [message.text for message in slack.workspace().channel("social").messages]


def test_a_server_error_does_nothing_and_is_over_after_its_times(slack: Slack, client: WebClient) -> None:
    slack.faults.fail("chat.postMessage", times=2)
    for _ in range(2):
        with pytest.raises(SlackApiError) as raised:
            client.chat_postMessage(channel="#social", text="x")
        assert raised.value.response.status_code == 503
    assert client.auth_test()["ok"]
    client.chat_postMessage(channel="#social", text="x")
    assert texts(slack) == ["x"]


def test_a_reset_after_the_message_was_taken_leaves_the_message(slack: Slack, client: WebClient) -> None:
    slack.faults.reset_after("chat.postMessage")
    with pytest.raises((ConnectionError, RemoteDisconnected)):
        client.chat_postMessage(channel="#social", text="x")
    assert texts(slack) == ["x"]


def test_a_reset_before_leaves_nothing(slack: Slack, client: WebClient) -> None:
    slack.faults.reset_before("chat.postMessage")
    with pytest.raises((ConnectionError, RemoteDisconnected)):
        client.chat_postMessage(channel="#social", text="x")
    assert texts(slack) == []


def test_a_planned_rate_limit_names_the_wait(slack: Slack, client: WebClient) -> None:
    slack.faults.rate_limit("users.info")
    with pytest.raises(SlackApiError) as raised:
        client.users_info(user="UBRIANA0000")
    assert raised.value.response.status_code == 429
    assert raised.value.response.headers["retry-after"] == "1"


def test_latency_slows_only_its_method(slack: Slack, client: WebClient) -> None:
    slack.faults.slow_down(0.3, "auth.test")
    began = time.monotonic()
    client.api_test()
    between = time.monotonic()
    client.auth_test()
    assert time.monotonic() - between >= 0.3 > between - began


def test_a_duplicated_event_has_the_same_event_id(slack: Slack, bolt: App, over_http: Callable[[], object]) -> None:
    heard: list[str] = []

    @bolt.event("message")
    def message(body: dict[str, Any]) -> None:
        heard.append(body["event_id"])

    over_http()
    workspace = slack.workspace()
    slack.faults.duplicate_events("message")
    acts.post_message(slack, workspace.person("ana"), workspace.channel("social"), "Hello")
    acts.post_message(slack, workspace.person("ana"), workspace.channel("social"), "Again")
    assert len(heard) == 3
    assert heard[0] == heard[1] != heard[2]


def test_downloads_and_response_urls_fail_too(slack: Slack, client: WebClient) -> None:
    workspace = slack.workspace()
    social = workspace.channel("social")
    file = acts.upload_file(slack, workspace.person("ben"), social, b"bytes", name="a.txt").file
    assert file is not None
    url = client.files_info(file=file.id)["file"]["url_private"]
    slack.faults.fail("download")
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(url)  # noqa: S310
    raised.value.close()
    assert raised.value.code == 503

    address = slack.response_address(slack.passes.response_url(workspace.id, social.id, "UBRIANA0000"))
    slack.faults.fail("response_url", status=500)
    assert WebhookClient(address, retry_handlers=[]).send(text="x").status_code == 500
    slack.faults.reset_after("response_url")
    with pytest.raises((ConnectionError, RemoteDisconnected)):
        WebhookClient(address, retry_handlers=[]).send(text="Taken")
    assert texts(slack)[-1] == "Taken"


def test_faults_can_be_described_in_a_few_characters(slack: Slack, client: WebClient) -> None:
    for described in ("fail:chat.postMessage=2", "ratelimit:auth.test", "latency=0"):
        plan_trouble(slack, described)
    with pytest.raises(SlackApiError):
        client.chat_postMessage(channel="#social", text="x")
    plan_trouble(slack, "revoked")
    slack.faults.clear()
    with pytest.raises(SlackApiError, match="token_revoked"):
        client.auth_test()
    for wrong in ("earthquake=1", "fail=often"):
        with pytest.raises(ValueError, match=r"earthquake|often"):
            plan_trouble(slack, wrong)


@pytest.mark.parametrize("name", ["revoked", "disconnect", "fail", "latency"])
@pytest.mark.parametrize("much", ["inf", "-inf", "nan"])
def test_no_trouble_is_without_end(slack: Slack, name: str, much: str) -> None:
    with pytest.raises(ValueError, match=f"{name}: "):
        plan_trouble(slack, f"{name}={much}")
    installation = slack.workspace().installation
    assert installation is not None
    assert (slack.faults.in_force(), installation.revoked) == ([], False)
