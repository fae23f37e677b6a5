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


@dataclass(slots=True, eq=False)
class HttpDelivery:
    """Posts to the app's request URL, keeping connections open between requests as Slack does."""

    signing_secret: str
    _idle: list[tuple[str, http.client.HTTPConnection]] = field(default_factory=list)
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
            self._idle.append((target.netloc, connection))
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
        for _, connection in idle:
            connection.close()

    def _connection(self, place: str, limit: float) -> http.client.HTTPConnection:
        with self._lock:
            found = next((pair for pair in self._idle if pair[0] == place), None)
            if found is not None:
                self._idle.remove(found)
        if found is None or _left(found[1]):
            return http.client.HTTPConnection(place, timeout=limit)
        if found[1].sock is not None:
            found[1].sock.settimeout(limit)
        found[1].timeout = limit
        return found[1]

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
    """Whether the other side has closed this idle connection; it is closed here too then."""
    if connection.sock is None:
        return False
    connection.sock.setblocking(False)
    try:
        connection.sock.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return False
    except OSError:
        pass
    connection.close()
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
