"""How fast a slash command is answered, and what it costs, beside stock Bolt apps on the same web server.

    python -m bench.acks [--requests 400]

Three servers run side by side, each in a process of its own, and are asked in turn in one run over one kept-alive
connection: a stock Bolt app with its default settings, a stock "hello" with process_before_response=True, and `rounds
run` with its database in a file. The pretend Slack that Rounds talks to is in this process and counts its calls.
Printed: p50 of the answer, processor time of the server per request, and the ratios with their goals.
"""

import argparse
import hashlib
import hmac
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

from simulator.clock import SimulatedClock
from simulator.manifest import App, read_manifest
from simulator.people import Practice
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import START, Options, Slack

ROOT = Path(__file__).parents[1]
STOCK = """
import sys, uvicorn
from slack_bolt import App
from slack_bolt.adapter.starlette.handler import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from starlette.applications import Starlette
from starlette.routing import Route
app = App(signing_secret=sys.argv[2], process_before_response=sys.argv[1] == "eager",
          authorize=lambda team_id: AuthorizeResult(enterprise_id=None, team_id=team_id, bot_token="xoxb-1",
                                                    bot_id="B1", bot_user_id="U1"))
@app.command("/rounds")
def hello(ack):
    ack("hello")
handler = SlackRequestHandler(app)
async def endpoint(request):
    return await handler.handle(request)
web = Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])
uvicorn.run(web, port=0, log_level="info", access_log=False)
"""


class Server:
    """A server in a process of its own, on whatever port it got."""

    def __init__(self, name: str, words: list[str], secret: str, env: dict[str, str] | None = None) -> None:
        self.name = name
        self.secret = secret
        self.process = subprocess.Popen(
            [sys.executable, *words],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env={**os.environ, **(env or {})},
        )
        for line in self.process.stderr or ():
            found = re.search(r"http://127\.0\.0\.1:(\d+)|\"port\": (\d+)", line)
            if found:
                self.port = int(found[1] or found[2])
                self.connection = socket.create_connection(("127.0.0.1", self.port), timeout=30)
                self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return
        raise SystemExit(f"{name} did not start")

    def ask(self, fields: dict[str, str]) -> float:
        """Send one signed slash command; seconds until the whole answer was there."""
        body = urllib.parse.urlencode(fields)
        stamp = str(int(time.time()))
        signed = hmac.new(self.secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        head = (
            "POST /slack/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-www-form-urlencoded\r\n"
            f"content-length: {len(body)}\r\nx-slack-request-timestamp: {stamp}\r\nx-slack-signature: v0={signed}\r\n\r\n"
        )
        started = time.perf_counter()
        self.connection.sendall((head + body).encode())
        answer = self._answer()
        seconds = time.perf_counter() - started
        if b" 200 " not in answer[:20] or b"nothing was changed" in answer:
            raise SystemExit(f"{self.name} answered {answer[:500]!r}")
        return seconds

    def _answer(self) -> bytes:
        # A socket and no HTTP client: that takes longer than the fastest of these servers does.
        answer = b""
        while True:
            answer += self.connection.recv(65536)
            head, ended, body = answer.partition(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", head)
            if ended and length and len(body) >= int(length[1]):
                return answer

    def cpu(self) -> float:
        """Processor seconds that the process has used so far, all its threads together."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def stop(self) -> None:
        """End it and wait until it has left."""
        self.process.terminate()
        self.process.wait(15)


def measure(requests: int) -> dict[str, tuple[float, float]]:
    """Ask all three in turn; p50 in milliseconds and processor milliseconds per request, by what was asked."""
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
        lazy = Server("stock, default settings", ["-c", STOCK, "lazy", secret], secret)
        eager = Server("stock hello", ["-c", STOCK, "eager", secret], secret)
        servers = (rounds, lazy, eager)
        try:
            return _asked_in_turn(slack, servers, requests)
        finally:
            for server in servers:
                server.stop()


def _asked_in_turn(slack: Slack, servers: tuple[Server, ...], requests: int) -> dict[str, tuple[float, float]]:
    rounds, lazy, eager = servers
    practice = Practice(slack)
    ana = practice.person("ana")
    ana.types("/rounds setup", "#social")
    ana.fills_in({"Where does the weekly digest go?": ["#social"]})
    ana.submits()
    fields = {
        "team_id": practice.workspace.id, "user_id": ana.person.id, "channel_id": practice.workspace.channel("#social").id,
        "user_name": "ana", "trigger_id": "1.2.3", "response_url": f"{slack.url}/response/none", "api_app_id": "A1",
    }  # fmt: skip
    asked = {
        "stock, default settings": (lazy, "/rounds", "help", max(20, requests // 10)),
        "stock hello, process_before_response": (eager, "/rounds", "help", requests),
        "/rounds help": (rounds, "/rounds", "help", requests),
        "/plan": (rounds, "/plan", "", requests),
        "/digest": (rounds, "/digest", "", requests // 2),
        "/plan add": (rounds, "/plan", "add in 3 days 4pm Meet our hygienist #human", requests),
    }
    slack.journal.clear()
    figures = {}
    for name, (server, command, text, times) in asked.items():
        one = {**fields, "command": command, "text": text}
        for _ in range(10):
            server.ask(one)
        before, spent = server.cpu(), [server.ask(one) for _ in range(times)]
        figures[name] = (statistics.median(spent) * 1000, (server.cpu() - before) / times * 1000)
    print(f"auth.test calls in {sum(a[3] for a in asked.values())} commands: {len(slack.journal.entries('auth.test'))}")
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=400)
    figures = measure(parser.parse_args().requests)
    for name, (p50, cpu) in figures.items():
        print(f"{name:40} p50 {p50:8.2f} ms   processor {cpu:7.3f} ms")
    lazy, hello = figures["stock, default settings"], figures["stock hello, process_before_response"]
    ours, add = figures["/rounds help"], figures["/plan add"]
    print(f"answered faster than the stock app: /rounds help {lazy[0] / ours[0]:.0f} times (goal 40), "
          f"/plan add {lazy[0] / add[0]:.0f} times (goal 10)")  # fmt: skip
    print(f"processor beside stock hello: /rounds help {ours[1] / hello[1]:.1f} (goal 1.5), "
          f"/plan add {add[1] / hello[1]:.1f} (goal 4, at most 8)")  # fmt: skip


if __name__ == "__main__":
    main()
