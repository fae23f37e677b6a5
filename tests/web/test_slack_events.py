"""What is not from Slack gets a refusal and nothing else."""

import hashlib
import hmac
import http.client
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult

from bot.web.hands import Hands
from bot.web.served import Served
from bot.web.server import make_web

SECRET = "signing"
COMMAND = urlencode({"command": "/plan", "team_id": "T1", "user_id": "U1"}).encode()
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Post:
    """Sends requests to an app that counts the commands it has heard, and takes its time where it may not go on."""

    def __init__(self, port: int, heard: list[str], may_go_on: threading.Event, hands: Hands) -> None:
        self.hands = hands
        self._port = port
        self.heard = heard
        self.may_go_on = may_go_on

    def __call__(self, body: bytes, headers: dict[str, str], method: str = "POST") -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            connection.request(method, "/slack/events", body, headers)
            return connection.getresponse().status
        finally:
            connection.close()


@pytest.fixture
def post() -> Iterator[Post]:
    heard: list[str] = []
    may_go_on = threading.Event()
    may_go_on.set()

    def authorize(team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=team_id, bot_token="xoxb-1", bot_id="B1", bot_user_id="U0")

    bolt = App(signing_secret=SECRET, authorize=authorize, process_before_response=True)

    @bolt.command("/plan")
    def plan(ack: Ack) -> None:
        heard.append("/plan")
        may_go_on.wait(10)
        ack()

    @bolt.command("/rounds")
    def rounds(ack: Ack) -> None:
        ack()

    hands = Hands(2)
    web = make_web(bolt, lambda: True, hands=hands, waits_for_nothing=lambda body: body["command"] == "/rounds")
    with Served(web) as served:
        yield Post(served.port, heard, may_go_on, hands)


def signed(body: bytes, *, secret: str = SECRET, age: int = 0, **others: str) -> dict[str, str]:
    at = str(int(time.time()) - age)
    signature = hmac.new(secret.encode(), b"v0:" + at.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {**FORM, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={signature}", **others}


def test_what_slack_has_signed_is_heard(post: Post) -> None:
    assert post(COMMAND, signed(COMMAND)) == 200
    assert post.heard == ["/plan"]


@pytest.mark.parametrize(
    "headers",
    [
        FORM,
        signed(COMMAND, secret="another"),
        signed(COMMAND, age=600),
        signed(COMMAND, **{"X-Slack-Request-Timestamp": "soon"}),
        signed(COMMAND, **{"X-Slack-Signature": "v0=\u00e4"}),
    ],
    ids=["not signed", "signed by somebody else", "signed long ago", "signed at no time", "signed in no alphabet"],
)
def test_what_is_not_signed_now_is_refused_unheard(post: Post, headers: dict[str, str]) -> None:
    assert post(COMMAND, headers) == 401
    assert post.heard == []


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"\xff\xfe\x80", FORM),
        (b"payload=%7Bnope", FORM),
        (b"{", {"Content-Type": "application/json"}),
        (b"[1]", {"Content-Type": "application/json"}),
    ],
    ids=["no words", "no payload", "half of it", "a list"],
)
def test_what_can_not_be_read_is_refused(post: Post, body: bytes, headers: dict[str, str]) -> None:
    assert post(body, headers) == 400


def test_more_than_slack_would_send_is_refused(post: Post) -> None:
    body = b"text=" + b"a" * 3_000_000
    assert post(body, signed(body)) == 413
    assert post(COMMAND, signed(COMMAND), "GET") == 405
    assert post.heard == []


def test_what_waits_for_nothing_is_answered_while_everything_else_waits(post: Post) -> None:
    post.may_go_on.clear()
    answers: list[int] = []
    busy = [threading.Thread(target=lambda: answers.append(post(COMMAND, signed(COMMAND)))) for _ in range(45)]
    for thread in busy:
        thread.start()
    helped = COMMAND.replace(b"plan", b"rounds")
    assert post(helped, signed(helped)) == 200
    assert post(helped, FORM) == 401
    assert answers == []
    post.may_go_on.set()
    for thread in busy:
        thread.join()
    assert answers == [200] * 45


def test_threads_go_when_the_bot_stops_and_a_late_question_is_answered_all_the_same(post: Post) -> None:
    before = {thread for thread in threading.enumerate() if thread.name.startswith("hand-")}
    assert post(COMMAND, signed(COMMAND)) == 200
    working = {thread for thread in threading.enumerate() if thread.name.startswith("hand-")} - before
    assert len(working) == 1
    post.hands.let_go()
    for thread in working:
        thread.join(10)
        assert not thread.is_alive()
    assert post(COMMAND, signed(COMMAND)) == 200
    assert post.heard == ["/plan", "/plan"]
