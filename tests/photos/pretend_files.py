"""A small stand-in for the two things asked of Slack about a file: files.info, and the file itself."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from slack_sdk import WebClient

TOKEN = "xoxb-pretend"
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class PretendFiles:
    """What it has, what it says, and what it was asked."""

    address: str = ""
    info: dict[str, dict[str, Any]] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    @property
    def client(self) -> WebClient:
        return WebClient(token=TOKEN, base_url=f"{self.address}/api/", retry_handlers=[])

    def has(self, file_id: str, content: bytes, *, kind: str = "image/jpeg", **more: object) -> None:
        """Let it have a file, and say of it what Slack would."""
        self.says(file_id, content=content, kind=kind, **more)
        self.answers[f"/{file_id}"] = _sends(content, kind)

    def says(self, file_id: str, *, content: bytes = b"", kind: str = "image/jpeg", **more: object) -> None:
        told = {"mimetype": kind, "size": len(content), "url_private_download": f"{self.address}/{file_id}"}
        self.info[file_id] = {"ok": True, "file": {"id": file_id, **told, **more}}

    def refuses(self, file_id: str, error: str) -> None:
        self.info[file_id] = {"ok": False, "error": error}

    def answers_with(self, path: str, status: int, body: bytes = b"", kind: str = "text/plain", **headers: str) -> None:
        self.answers[path] = _sends(
            body, kind, status, {name.replace("_", "-"): said for name, said in headers.items()}
        )


def _sends(content: bytes, kind: str, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        said = {"Content-Type": kind, "Content-Length": str(len(content)), **(headers or {})}
        request.send_response(status)
        for name, value in said.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(content)

    return answer


@contextmanager
def serving() -> Iterator[PretendFiles]:
    """Serve it on a free port of this machine for a while."""
    pretend = PretendFiles()

    class Door(BaseHTTPRequestHandler):
        def log_message(self, *_said: object) -> None:
            return

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            told = pretend.info.get(parse_qs(body)["file"][0], {"ok": False, "error": "file_not_found"})
            _sends(json.dumps(told).encode(), "application/json")(self)

        def do_GET(self) -> None:
            pretend.asked.append((self.path, self.headers.get("Authorization", "")))
            try:
                pretend.answers[self.path](self)
            except (BrokenPipeError, ConnectionResetError):
                return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    server.daemon_threads = True
    pretend.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield pretend
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
