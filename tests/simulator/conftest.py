"""A served practice, and a stock Bolt app that can be pointed at it over HTTP or Socket Mode."""

from __future__ import annotations

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk import WebClient

from simulator.manifest import App as Registered
from simulator.manifest import read_manifest
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import Options, Slack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_sdk.socket_mode.builtin import SocketModeClient

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Greeter"},
    "features": {
        "bot_user": {"display_name": "greeter"},
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "slash_commands": [
            {"command": "/greet", "description": "Greets", "usage_hint": "[name]", "should_escape": True},
            {"command": "/raw", "description": "Says what it got", "should_escape": False},
        ],
        "shortcuts": [
            {"name": "Keep this", "callback_id": "keep", "type": "message", "description": "Keeps"},
            {"name": "Plan a post", "callback_id": "plan_a_post", "type": "global", "description": "Plans"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "chat:write",
                "commands",
                "channels:read",
                "channels:history",
                "im:read",
                "im:write",
                "im:history",
                "groups:read",
                "users:read",
                "files:read",
                "files:write",
                "reactions:read",
                "reactions:write",
            ]
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "app_uninstalled",
                "tokens_revoked",
                "file_shared",
                "member_joined_channel",
                "message.channels",
                "message.im",
                "reaction_added",
                "user_change",
            ]
        }
    },
}


@pytest.fixture
def slack() -> Iterator[Slack]:
    """The practice, served on an address of its own, with no app listening yet."""
    found = Slack(
        app=Registered(read_manifest(MANIFEST)),
        seed=bright_smile,
        options=Options(ack_seconds=20.0, retry_waits=(0, 0, 0)),
    )
    with serve(found):
        yield found


@pytest.fixture
def client(slack: Slack) -> WebClient:
    """slack_sdk's own client, signed in as the app's bot."""
    installation = slack.workspace().installation
    assert installation is not None
    return WebClient(installation.bot_token, base_url=f"{slack.url}/api/", retry_handlers=[])


@pytest.fixture
def bolt(slack: Slack, client: WebClient) -> App:
    """A stock Bolt app with no listeners yet."""
    return App(client=client, signing_secret=slack.app.signing_secret, process_before_response=True)


@pytest.fixture
def over_http(slack: Slack, bolt: App) -> Callable[[], str]:
    """Start listening on an address and let Slack deliver there."""
    stack = contextlib.ExitStack()

    def start() -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(bolt))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        stack.callback(lambda: (server.shutdown(), server.server_close(), thread.join()))
        slack.deliver_to = f"http://127.0.0.1:{server.server_address[1]}/slack/events"
        return slack.deliver_to

    yield start  # type: ignore[misc]
    stack.close()


@pytest.fixture
def over_socket(slack: Slack, bolt: App) -> Callable[[], SocketModeClient]:
    """Connect by Socket Mode, as many times as called."""
    stack = contextlib.ExitStack()

    def start() -> SocketModeClient:
        handler = SocketModeHandler(bolt, slack.app.app_token, web_client=bolt.client)
        before = slack.sockets.connected
        handler.connect()
        assert slack.sockets.wait_connected(before + 1)
        stack.callback(_close, slack, handler)
        return handler.client

    yield start  # type: ignore[misc]
    stack.close()


def _close(slack: Slack, handler: SocketModeHandler) -> None:
    closing = threading.Thread(target=handler.close)
    closing.start()
    while closing.is_alive():
        slack.sockets.nudge()
        closing.join(0.02)


def _handler(app: App) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            answer = app.dispatch(BoltRequest(body=body, headers={k.lower(): [v] for k, v in self.headers.items()}))
            content = (answer.body or "").encode()
            with contextlib.suppress(OSError):
                self.send_response(answer.status)
                for name, values in answer.headers.items():
                    for value in values:
                        self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
