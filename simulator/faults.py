"""Trouble on demand: what goes wrong next, and how often. It only decides; others make it happen."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Literal

Trouble = Literal["server_error", "reset_after", "reset_before", "ratelimited", "html_download", "duplicate_event"]


@dataclass(slots=True)
class _Planned:
    trouble: Trouble
    what: str  # a method, an event type, or "*"
    left: int
    status: int = 503


@dataclass(slots=True)
class Faults:
    """Planned trouble; every piece happens so many times and is over."""

    latency: dict[str, float] = field(default_factory=dict)  # method or "*" -> real seconds
    _planned: list[_Planned] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def slow_down(self, seconds: float, method: str = "*") -> None:
        """Let every call of this method take so much longer; 0 ends it."""
        self.latency[method] = seconds

    def fail(self, method: str = "*", times: int = 1, status: int = 503) -> None:
        """Answer the next calls of this method with a server error, without doing anything.

        Downloads and response URLs are called `download` and `response_url` here.
        """
        self._plan(_Planned("server_error", method, times, status))

    def reset_after(self, method: str = "chat.postMessage", times: int = 1) -> None:
        """Do what the next calls of this method ask, then break the connection instead of answering."""
        self._plan(_Planned("reset_after", method, times))

    def reset_before(self, method: str = "*", times: int = 1) -> None:
        """Break the connection at the next calls of this method without doing anything."""
        self._plan(_Planned("reset_before", method, times))

    def rate_limit(self, method: str = "chat.postMessage", times: int = 1) -> None:
        """Refuse the next calls of this method with 429 and Retry-After."""
        self._plan(_Planned("ratelimited", method, times))

    def html_downloads(self, times: int = 1) -> None:
        """Answer the next downloads with a sign-in page although the token is right."""
        self._plan(_Planned("html_download", "*", times))

    def duplicate_events(self, kind: str = "*", times: int = 1) -> None:
        """Deliver the next events of this type twice, with the same event_id."""
        self._plan(_Planned("duplicate_event", kind, times))

    def clear(self) -> None:
        """No more trouble."""
        with self._lock:
            self._planned.clear()
            self.latency.clear()

    def delay(self, method: str) -> float:
        """How much longer this call takes."""
        return self.latency.get(method, self.latency.get("*", 0.0))

    def take(self, trouble: Trouble, what: str) -> int:
        """Use up one piece of this trouble if it is planned for this: its HTTP status, otherwise 0."""
        with self._lock:
            for planned in self._planned:
                if planned.trouble == trouble and planned.what in ("*", what):
                    planned.left -= 1
                    if planned.left <= 0:
                        self._planned.remove(planned)
                    return planned.status
        return 0

    def _plan(self, planned: _Planned) -> None:
        with self._lock:
            self._planned.append(planned)
