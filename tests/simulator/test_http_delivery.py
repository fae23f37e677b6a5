"""Delivery to an address: signatures, the limit of three seconds, repeats."""

from __future__ import annotations

import hashlib
import hmac
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from simulator import acts
from simulator.delivery import Parcel
from simulator.http_delivery import HttpDelivery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.slack import Slack


@dataclass
class Listening:
    """An app that only writes down what it hears and answers as told."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    no_retry: bool = False
    callers: list[int] = field(default_factory=list)
    hold: threading.Event | None = None


@contextmanager
def listening() -> Iterator[Listening]:
    heard = Listening()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            heard.callers.append(self.client_address[1])
            heard.bodies.append(self.rfile.read(int(self.headers["content-length"])).decode())
            heard.headers.append({name.lower(): value for name, value in self.headers.items()})
            if heard.hold:
                heard.hold.wait(5)
            self.send_response(heard.statuses.pop(0) if heard.statuses else 200)
            if heard.no_retry:
                self.send_header("x-slack-no-retry", "1")
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    heard.url = f"http://127.0.0.1:{server.server_address[1]}/slack/events"
    try:
        yield heard
    finally:
        if heard.hold:
            heard.hold.set()
        server.shutdown()
        server.server_close()
        thread.join()


def say_hello(slack: Slack) -> acts.Result:
    workspace = slack.workspace()
    return acts.post_message(slack, workspace.person("ana"), workspace.channel("social"), "Hello")


def test_every_request_is_signed(slack: Slack) -> None:
    with listening() as heard:
        slack.deliver_to = heard.url
        say_hello(slack)
    base = f"v0:{heard.headers[0]['x-slack-request-timestamp']}:{heard.bodies[0]}"
    digest = hmac.new(slack.app.signing_secret.encode(), base.encode(), hashlib.sha256).hexdigest()
    assert heard.headers[0]["x-slack-signature"] == f"v0={digest}"


def test_a_failed_event_is_repeated_three_times_with_its_id(slack: Slack) -> None:
    with listening() as heard:
        slack.deliver_to = heard.url
        heard.statuses = [500, 500, 500, 500]
        assert not say_hello(slack).reply.ok  # type: ignore[union-attr]
    assert [h.get("x-slack-retry-num") for h in heard.headers] == [None, "1", "2", "3"]
    assert {h.get("x-slack-retry-reason") for h in heard.headers[1:]} == {"http_error"}
    assert len(set(heard.bodies)) == 1


def test_the_repeats_follow_the_pretend_clock(slack: Slack) -> None:
    slack.options = replace(slack.options, retry_waits=(0, 60, 300))
    with listening() as heard:
        slack.deliver_to = heard.url
        heard.statuses = [500, 500, 500]
        say_hello(slack)
        assert len(heard.bodies) == 2
        slack.clock.skip(timedelta(seconds=59))
        assert len(heard.bodies) == 2
        slack.clock.skip(timedelta(seconds=1))
        assert len(heard.bodies) == 3
        slack.clock.skip(timedelta(minutes=5))
        assert [h.get("x-slack-retry-num") for h in heard.headers] == [None, "1", "2", "3"]
        slack.clock.skip(timedelta(hours=1))
        assert len(heard.bodies) == 4


def test_an_app_can_ask_not_to_be_told_again(slack: Slack) -> None:
    with listening() as heard:
        slack.deliver_to = heard.url
        heard.statuses, heard.no_retry = [500], True
        say_hello(slack)
    assert len(heard.bodies) == 1


def test_an_app_that_takes_too_long_has_timed_out(slack: Slack) -> None:
    slack.options = replace(slack.options, ack_seconds=0.1, retry_waits=())
    with listening() as heard:
        heard.hold = threading.Event()
        slack.deliver_to = heard.url
        workspace = slack.workspace()
        ana, social = workspace.person("ana"), workspace.channel("social")
        result = acts.slash_command(slack, ana, social, "/greet")
        assert result.error == '/greet failed with the error "operation_timeout"'
        assert len(heard.bodies) == 1


def test_an_event_nobody_subscribed_to_is_not_sent(slack: Slack) -> None:
    workspace = slack.workspace()
    with listening() as heard:
        slack.deliver_to = heard.url
        ana = workspace.person("ana")
        acts.archive_channel(slack, ana, workspace.channel("social"))
        acts.post_message(slack, ana, workspace.channel("general"), "The app is not in here")
    assert heard.bodies == []


def test_an_address_where_nobody_listens_is_a_failed_connection(slack: Slack) -> None:
    with listening() as heard:
        slack.deliver_to = heard.url
    reply = say_hello(slack).reply
    assert reply is not None
    assert reply.failure == "connection_failed"


def test_a_connection_is_used_again_but_not_when_it_was_idle_so_long_that_it_may_be_closing() -> None:
    with listening() as heard:
        for seconds, connections in ((3600.0, 1), (-1.0, 3)):
            heard.callers.clear()
            delivery = HttpDelivery("secret", seconds)
            for _ in range(3):
                assert delivery.send(heard.url, Parcel("interactive", {}), 3.0).ok
            delivery.close()
            assert len(set(heard.callers)) == connections
