"""The way to an app that listens on an address: signed requests, answered in time or not at all.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import time
import urllib.parse
from dataclasses import dataclass
from typing import Any

from simulator.delivery import Parcel, Reply


@dataclass(frozen=True, slots=True)
class HttpDelivery:
    """Posts to the app's request URL."""

    address: str
    signing_secret: str

    def send(self, parcel: Parcel, limit: float) -> Reply:
        """Post one parcel; a late, broken or unfriendly answer becomes the failure Slack names in its retry header."""
        body, content_type = _encode(parcel)
        target = urllib.parse.urlsplit(self.address)
        connection = http.client.HTTPConnection(target.hostname or "127.0.0.1", target.port or 80, timeout=limit)
        try:
            connection.request("POST", target.path or "/", body, self._headers(parcel, body, content_type))
            response = connection.getresponse()
            raw = response.read()
        except TimeoutError:
            return Reply("http_timeout")
        except (OSError, http.client.HTTPException):
            return Reply("connection_failed")
        finally:
            connection.close()
        if not 200 <= response.status < 300:
            return Reply("http_error", status=response.status, no_retry=response.headers.get("x-slack-no-retry") == "1")
        return Reply(body=_decode(raw, response.headers.get("content-type") or ""), status=response.status)

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
