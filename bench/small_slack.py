"""The few Slack methods that sending needs, over HTTP on a free port, with everything kept that was taken.

It can fail on purpose: answer 429 or 500, take a message and drop the connection, refuse blocks, shut a channel.
"""

import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

Json = dict[str, Any]


class Dropped(Exception):
    """The connection is dropped without an answer."""


class Answer(Exception):
    def __init__(self, status: int, body: Json | str, **headers: str) -> None:
        self.status, self.body, self.headers = status, body, headers


class SmallSlack:
    """A pretend Slack; `fault(method, asked)` may raise Answer or Dropped, before or after the message is taken."""

    def __init__(self, *, seconds_each: float = 0.0) -> None:
        self.messages: dict[str, list[Json]] = defaultdict(list)
        self.calls: list[tuple[str, Json]] = []
        self.shut: dict[str, str] = {}
        self.before: Callable[[str, Json], None] = lambda _method, _asked: None
        self.after: Callable[[str, Json], None] = lambda _method, _asked: None
        self._seconds_each = seconds_each
        self._lock = threading.Lock()
        self._ts = time.time()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/api/"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def texts(self, channel: str) -> list[str]:
        return [message["text"] for message in self.messages[channel]]

    def keys(self) -> list[str]:
        found = [
            m["metadata"]["event_payload"]["key"] for said in self.messages.values() for m in said if m["metadata"]
        ]
        return sorted(found)

    def _answer(self, method: str, asked: Json) -> Json:
        with self._lock:
            self.calls.append((method, asked))
        channel = str(asked.get("channel", ""))
        if channel in self.shut or "*" in self.shut:
            raise Answer(200, {"ok": False, "error": self.shut.get(channel) or self.shut["*"]})
        self.before(method, asked)
        time.sleep(self._seconds_each)
        with self._lock:
            body: Json = {"ok": True, **getattr(self, "_" + method.replace(".", "_"))(channel, asked)}
        self.after(method, asked)
        return body

    def _chat_postMessage(self, channel: str, asked: Json) -> Json:  # noqa: N802 - Slack's name
        place = channel.replace("U", "D", 1) if channel.startswith("U") else channel
        self._ts = max(self._ts + 0.0001, time.time())
        said = {"ts": f"{self._ts:.6f}", "metadata": asked.get("metadata"), "to": asked.get("user", "")}
        said["thread_ts"] = asked.get("thread_ts", "")
        self.messages[place].append({**said, "text": asked["text"], "blocks": asked.get("blocks", [])})
        return {"channel": place, "ts": said["ts"], "message_ts": said["ts"]}

    _chat_postEphemeral = _chat_postMessage  # noqa: N815 - Slack's name

    def _chat_update(self, channel: str, asked: Json) -> Json:
        for message in self.messages[channel]:
            if message["ts"] == asked["ts"]:
                message.update(text=asked["text"], blocks=asked.get("blocks", []))
                return {"channel": channel, "ts": asked["ts"]}
        return {"ok": False, "error": "message_not_found"}

    def _conversations_open(self, _channel: str, asked: Json) -> Json:
        return {"channel": {"id": asked["users"].replace("U", "D", 1)}}

    def _conversations_history(self, channel: str, asked: Json) -> Json:
        oldest = float(asked.get("oldest", 0))
        told = [m for m in reversed(self.messages[channel]) if float(m["ts"]) > oldest and not m["to"]]
        kept = [m for m in told if m["thread_ts"] == asked.get("ts", "")]
        at = int(asked.get("cursor") or 0)
        page, rest = kept[at : at + 100], kept[at + 100 :]
        return {"messages": page, "response_metadata": {"next_cursor": str(at + 100) if rest else ""}}

    _conversations_replies = _conversations_history

    def _handler(slack) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler's
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                is_json = "json" in self.headers.get("Content-Type", "")
                asked = json.loads(raw or "{}") if is_json else dict(parse_qsl(raw))
                status, headers, body = 200, {}, {}
                try:
                    body = slack._answer(self.path.rsplit("/", 1)[1], asked)
                except Answer as answer:
                    status, headers, body = answer.status, answer.headers, answer.body
                except Dropped:
                    self.close_connection = True
                    return
                sent = body.encode() if isinstance(body, str) else json.dumps(body).encode()
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "text/html" if isinstance(body, str) else "application/json")
                    for name, value in headers.items():
                        self.send_header(name.replace("_", "-"), value)
                    self.send_header("Content-Length", str(len(sent)))
                    self.end_headers()
                    self.wfile.write(sent)
                except OSError:
                    pass  # whoever asked was killed meanwhile

            def log_message(self, *_: object) -> None:
                pass

        return Handler
