"""`rounds run` in a process of its own beside a pretend Slack, and asking a server over one kept-alive connection.

Not a bench: the benches that go over HTTP are made from it.
"""

import hashlib
import hmac
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.clock import SimulatedClock
from simulator.manifest import App, read_manifest
from simulator.people import Practice
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import START, Options, Slack

ROOT = Path(__file__).parents[1]
_AT_REST = 0.1
"""Processor seconds in a second: what ticks and the queue's own looks take."""
_REFUSALS = (b"othing was changed", b"I can't read", b"Did you mean")


class Server:
    """A server in a process of its own, on whatever port it got; what it logs is kept."""

    def __init__(self, name: str, words: list[str], secret: str, env: dict[str, str] | None = None) -> None:
        self.name = name
        self.secret = secret
        self.env = env or {}
        self.logged: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, *words],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env={**os.environ, **self.env},
        )
        self.port = self._port()
        threading.Thread(target=lambda: self.logged.extend(self.process.stderr or ()), daemon=True).start()

    def cpu(self) -> float:
        """Processor seconds that the process has used so far, all its threads together, also those that have ended."""
        return time.clock_gettime((~self.process.pid << 3) | 2)  # as clock_getcpuclockid(3) names another's clock

    def rest(self) -> None:
        """Wait until it has done what it does once after its start; half a minute at most."""
        for _ in range(30):
            before = self.cpu()
            time.sleep(1)
            if self.cpu() - before < _AT_REST:
                return

    def stop(self) -> None:
        """End it and wait until it has left."""
        self.process.terminate()
        self.process.wait(15)

    def _port(self) -> int:
        for line in self.process.stderr or ():
            found = re.search(r"http://127\.0\.0\.1:(\d+)|\"port\": (\d+)", line)
            if found:
                return int(found[1] or found[2])
        raise SystemExit(f"{self.name} did not start")


class Line:
    """A kept-alive connection to a server: a socket, because an HTTP client takes longer than the servers do."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        self._connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()

    def ask(self, fields: dict[str, str]) -> float:
        """Send one signed slash command; seconds until the whole answer was there."""
        body = urllib.parse.urlencode(fields)
        stamp = str(int(time.time()))
        signed = hmac.new(self._server.secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        head = (
            "POST /slack/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-www-form-urlencoded\r\n"
            f"content-length: {len(body)}\r\nx-slack-request-timestamp: {stamp}\r\n"
            f"x-slack-signature: v0={signed}\r\n\r\n"
        )
        started = time.perf_counter()
        self._connection.sendall((head + body).encode())
        answer = self._answer()
        seconds = time.perf_counter() - started
        if b" 200 " not in answer[:20] or any(words in answer for words in _REFUSALS):
            raise RuntimeError(f"{self._server.name} answered {answer[:500]!r}")
        return seconds

    def _answer(self) -> bytes:
        answer = b""
        while True:
            more = self._connection.recv(65536)
            if not more:
                raise RuntimeError(f"{self._server.name} closed the connection")
            answer += more
            head, ended, body = answer.partition(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", head)
            if ended and length and len(body) >= int(length[1]):
                return answer


@contextmanager
def rounds_served() -> Iterator[tuple[Server, Slack]]:
    """Run Rounds on a fresh SQLite file, installed in a pretend workspace."""
    slack = Slack(
        app=App(read_manifest(ROOT / "manifest.yml")),
        seed=bright_smile,
        clock=SimulatedClock(START),
        options=Options(posts_per_second=None),
    )
    with serve(slack) as running, tempfile.TemporaryDirectory() as folder:
        installation = slack.workspace().installation
        assert installation is not None
        secret = slack.app.signing_secret
        rounds = Server(
            "rounds",
            ["-m", "bot", "run"],
            secret,
            {
                "SLACK_BOT_TOKEN": installation.bot_token,
                "SLACK_SIGNING_SECRET": secret,
                "SLACK_APP_TOKEN": "",
                "SLACK_API_URL": f"{running.url}/api/",
                "DATABASE_URL": f"sqlite:///{folder}/rounds.sqlite",
                "PHOTO_STORE_URL": f"{folder}/photos",
                "PORT": "0",
            },
        )
        slack.deliver_to = f"http://127.0.0.1:{rounds.port}/slack/events"
        try:
            yield rounds, slack
        finally:
            rounds.stop()


def set_up(slack: Slack) -> dict[str, str]:
    """Have Ana set the practice up; gives the fields of a slash command typed by her, but for command and text."""
    practice = Practice(slack)
    ana = practice.person("ana")
    ana.types("/rounds setup", "#social")
    ana.fills_in({"Where does the weekly digest go?": ["#social"]})
    ana.submits()
    return {
        "team_id": practice.workspace.id,
        "user_id": ana.person.id,
        "channel_id": practice.workspace.channel("#social").id,
        "user_name": "ana",
        "trigger_id": "1.2.3",
        "response_url": f"{slack.url}/response/none",
        "api_app_id": "A1",
    }
