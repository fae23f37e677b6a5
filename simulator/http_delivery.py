"""The way to an app that listens on an address: signed requests, answered in time or not at all.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import socket
import threading
import time
import urllib.parse
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.delivery import Parcel, Reply

IDLE_SECONDS = 3.0
"""How long a connection waits for the next request. Servers close theirs after 5 seconds (uvicorn's and Node.js's own
setting), and what is sent at that very moment is lost."""


@dataclass(slots=True, frozen=True, eq=False)
class _Idle:
    place: str
    connection: http.client.HTTPConnection
    since: float


@dataclass(slots=True, eq=False)
class HttpDelivery:
    """Posts to the app's request URL, keeping connections open between requests as Slack does."""

    signing_secret: str
    idle_seconds: float = IDLE_SECONDS
    _idle: list[_Idle] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, address: str, parcel: Parcel, limit: float) -> Reply:
        """Post one parcel; a late, broken or unfriendly answer becomes the failure Slack names in its retry header."""
        body, content_type = _encode(parcel)
        target = urllib.parse.urlsplit(address)
        connection = self._connection(target.netloc, limit)
        headers = self._headers(parcel, body, content_type)
        try:
            connection.request("POST", target.path or "/", body, headers)
            response = connection.getresponse()
            raw = response.read()
        except TimeoutError:
            connection.close()
            return Reply("http_timeout", sent=headers)
        except (OSError, http.client.HTTPException):
            connection.close()
            return Reply("connection_failed", sent=headers)
        with self._lock:
            self._idle.append(_Idle(target.netloc, connection, time.monotonic()))
        answered = Reply(
            body=_decode(raw, response.headers.get("content-type") or ""),
            status=response.status,
            no_retry=response.headers.get("x-slack-no-retry") == "1",
            sent=headers,
            headers=dict(response.headers),
        )
        return answered if 200 <= response.status < 300 else replace(answered, failure="http_error")

    def close(self) -> None:
        """Close every connection that is not in use."""
        with self._lock:
            idle, self._idle = self._idle, []
        for one in idle:
            one.connection.close()

    def _connection(self, place: str, limit: float) -> http.client.HTTPConnection:
        """Give the connection that was used last, or a new one."""
        with self._lock:
            found = next((one for one in reversed(self._idle) if one.place == place), None)
            if found is not None:
                self._idle.remove(found)
        if found is None:
            return http.client.HTTPConnection(place, timeout=limit)
        connection = found.connection
        if time.monotonic() - found.since > self.idle_seconds or _left(connection):
            connection.close()
            return http.client.HTTPConnection(place, timeout=limit)
        if connection.sock is not None:
            connection.sock.settimeout(limit)
        connection.timeout = limit
        return connection

    def _headers(self, parcel: Parcel, body: bytes, content_type: str) -> dict[str, str]:
        stamp = str(int(time.time()))
        digest = hmac.new(self.signing_secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256)
        headers = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": f"v0={digest.hexdigest()}",
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }
        if parcel.retry:
            headers |= {"X-Slack-Retry-Num": str(parcel.retry.number), "X-Slack-Retry-Reason": parcel.retry.reason}
        return headers


def _left(connection: http.client.HTTPConnection) -> bool:
    """Whether the other side has closed this idle connection."""
    if connection.sock is None:
        return False
    connection.sock.setblocking(False)
    try:
        connection.sock.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def _encode(parcel: Parcel) -> tuple[bytes, str]:
    if parcel.door == "events_api":
        return json.dumps(parcel.payload).encode(), "application/json"
    fields = parcel.payload if parcel.door == "slash_commands" else {"payload": json.dumps(parcel.payload)}
    return urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _decode(raw: bytes, content_type: str) -> Any:  # noqa: ANN401
    text = raw.decode("utf-8", "replace")
    if not text.strip():
        return None
    if "json" in content_type:
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text
