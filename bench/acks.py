"""How fast a slash command is answered, and what it costs, beside stock Bolt apps on the same web server.

    python -m bench.acks [--requests 400]

Three servers run side by side, each in a process of its own, and are asked in turn in one run over one kept-alive
connection: a stock Bolt app with its default settings, a stock "hello" with process_before_response=True, and Rounds
with its database in a file. Printed: p50 of the answer in milliseconds, processor time of the server per request, and
the ratios. Rounds talks to a pretend Slack in a fourth process, which also counts its auth.test calls.
"""

import hashlib
import hmac
import http.client
import os
import re
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

SECRET = "b" * 32
TICKS = os.sysconf("SC_CLK_TCK")
STOCK = """
import sys, uvicorn
from slack_bolt import App
from slack_bolt.adapter.starlette.handler import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from starlette.applications import Starlette
from starlette.routing import Route
eager = sys.argv[1] == "eager"
app = App(signing_secret=sys.argv[2], process_before_response=eager,
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

    def __init__(self, name: str, words: list[str], env: dict[str, str] | None = None) -> None:
        self.name = name
        self.process = subprocess.Popen(
            [sys.executable, *words],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **(env or {})},
        )
        for line in self.process.stderr or ():
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if found:
                self.connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=30)
                break
        else:
            raise SystemExit(f"{name} did not start")

    def ask(self, command: str, text: str) -> float:
        """Send one signed slash command; seconds until the answer was read."""
        body = urllib.parse.urlencode(
            {
                "command": command,
                "text": text,
                "team_id": "T0BRIGHT",
                "user_id": "U0ANA",
                "channel_id": "C0SOCIAL",
                "user_name": "ana",
                "trigger_id": "1.2.3",
                "response_url": "http://127.0.0.1:9/",
                "api_app_id": "A1",
            }
        )
        stamp = str(int(time.time()))
        signed = hmac.new(SECRET.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        started = time.perf_counter()
        self.connection.request(
            "POST",
            "/slack/events",
            body,
            {
                "content-type": "application/x-www-form-urlencoded",
                "x-slack-request-timestamp": stamp,
                "x-slack-signature": f"v0={signed}",
            },
        )
        answer = self.connection.getresponse()
        said = answer.read()
        seconds = time.perf_counter() - started
        if answer.status != 200 or b"went wrong" in said:
            raise SystemExit(f"{self.name} answered {answer.status}: {said[:300]!r}")
        self.said = said.decode()
        return seconds

    def cpu(self) -> float:
        """Processor seconds that the process has used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)
