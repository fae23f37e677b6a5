"""Socket Mode with slack_sdk's built-in client, unchanged."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError

from simulator import acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient
    from slack_sdk.socket_mode.builtin import SocketModeClient

    from simulator.slack import Slack


def test_only_the_app_token_opens_a_connection(client: WebClient) -> None:
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        client.apps_connections_open(app_token=str(client.token))


def test_each_event_goes_to_one_of_several_connections(
    slack: Slack, bolt: App, over_socket: Callable[[], SocketModeClient]
) -> None:
    heard: list[str] = []

    @bolt.event("message")
    def message(event: dict[str, Any]) -> None:
        heard.append(event["text"])

    by_connection: list[list[dict[str, Any]]] = []
    for _ in range(2):
        received: list[dict[str, Any]] = []
        over_socket().socket_mode_request_listeners.insert(0, _keep(received))
        by_connection.append(received)
    workspace = slack.workspace()
    for number in range(4):
        acts.post_message(slack, workspace.person("ana"), workspace.channel("social"), str(number))
    assert sorted(heard) == ["0", "1", "2", "3"]
    assert [len(received) for received in by_connection] == [2, 2]


def test_the_client_comes_back_when_asked_to_leave(
    slack: Slack, bolt: App, over_socket: Callable[[], SocketModeClient]
) -> None:
    @bolt.command("/greet")
    def greet(ack: Any) -> None:
        ack("Still here.")

    over_socket()
    assert slack.sockets.disconnect("refresh_requested") == 1
    assert slack.sockets.wait_connected(1)
    workspace = slack.workspace()
    result = acts.slash_command(slack, workspace.person("ana"), workspace.channel("social"), "/greet")
    assert result.message is not None
    assert result.message.text == "Still here."


def test_an_event_that_is_not_acknowledged_comes_again_and_says_so(
    slack: Slack, bolt: App, over_socket: Callable[[], SocketModeClient]
) -> None:
    heard: list[tuple[str, Any]] = []
    attempts = iter([False, True, True, True])

    @bolt.middleware
    def sometimes_late(body: dict[str, Any], req: Any, next: Callable[[], object]) -> None:  # noqa: A002
        heard.append((body["event_id"], req.headers.get("x-slack-retry-num")))
        if not next_attempt():
            late.wait(5)
        next()

    def next_attempt() -> bool:
        return next(attempts)

    @bolt.event("message")
    def message() -> None:
        pass

    late = threading.Event()
    over_socket()
    slack.options = replace(slack.options, ack_seconds=0.5)
    workspace = slack.workspace()
    acts.post_message(slack, workspace.person("ana"), workspace.channel("social"), "Hello")
    late.set()
    assert heard[0][1] == ["0"]
    assert heard[-1][1] in (["1"], ["2"], ["3"])
    assert len({event_id for event_id, _ in heard}) == 1


def test_without_a_connection_a_person_sees_that_it_failed(slack: Slack) -> None:
    workspace = slack.workspace()
    result = acts.slash_command(slack, workspace.person("ana"), workspace.channel("social"), "/greet")
    assert result.error == '/greet failed with the error "dispatch_failed"'


def _keep(received: list[dict[str, Any]]) -> Callable[[Any, Any], None]:
    def keep(_client: Any, request: Any) -> None:
        received.append(request.payload)

    return keep
