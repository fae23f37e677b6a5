"""Trouble on demand: what goes wrong next, and how often. It only decides; others make it happen."""

from __future__ import annotations

import itertools
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Trouble = Literal[
    "server_error", "reset_after", "reset_before", "ratelimited", "html_download", "duplicate_event", "chart_refused"
]


@dataclass(frozen=True, slots=True)
class Planned:
    """One piece of trouble that is still to come, or a delay that lasts until it is ended."""

    id: int
    trouble: Trouble | Literal["latency"]
    what: str  # a method, an event type, or "*"
    left: int = 0
    status: int = 503
    seconds: float = 0.0


@dataclass(slots=True)
class Faults:
    """Planned trouble; every piece but a delay happens so many times and is over."""

    _planned: list[Planned] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def slow_down(self, seconds: float, method: str = "*") -> None:
        """Let every call of this method take so much longer; 0 ends it."""
        with self._lock:
            self._planned = [one for one in self._planned if (one.trouble, one.what) != ("latency", method)]
        if seconds > 0:
            self._plan("latency", method, seconds=seconds)

    def fail(self, method: str = "*", times: int = 1, status: int = 503) -> None:
        """Answer the next calls of this method with a server error, without doing anything.

        Downloads and response URLs are called `download` and `response_url` here.
        """
        self._plan("server_error", method, times, status)

    def reset_after(self, method: str = "chat.postMessage", times: int = 1) -> None:
        """Do what the next calls of this method ask, then break the connection instead of answering."""
        self._plan("reset_after", method, times)

    def reset_before(self, method: str = "*", times: int = 1) -> None:
        """Break the connection at the next calls of this method without doing anything."""
        self._plan("reset_before", method, times)

    def rate_limit(self, method: str = "chat.postMessage", times: int = 1) -> None:
        """Refuse the next calls of this method with 429 and Retry-After."""
        self._plan("ratelimited", method, times)

    def html_downloads(self, times: int = 1) -> None:
        """Answer the next downloads with a sign-in page although the token is right."""
        self._plan("html_download", "*", times)

    def refuse_charts(self, times: int = 1) -> None:
        """Refuse the next messages with a chart as having invalid blocks."""
        self._plan("chart_refused", "*", times)

    def duplicate_events(self, kind: str = "*", times: int = 1) -> None:
        """Deliver the next events of this type twice, with the same event_id."""
        self._plan("duplicate_event", kind, times)

    def in_force(self) -> list[Planned]:
        """Everything that is still planned, in the order it was planned."""
        with self._lock:
            return list(self._planned)

    def end(self, number: int) -> None:
        """Take one piece of trouble back; one that is over already is no mistake."""
        with self._lock:
            self._planned = [one for one in self._planned if one.id != number]

    def clear(self) -> None:
        """No more trouble."""
        with self._lock:
            self._planned = []

    def delay(self, method: str) -> float:
        """How much longer this call takes."""
        delays = {one.what: one.seconds for one in self.in_force() if one.trouble == "latency"}
        return delays.get(method, delays.get("*", 0.0))

    def take(self, trouble: Trouble, what: str) -> int:
        """Use up one piece of this trouble if it is planned for this: its HTTP status, otherwise 0."""
        with self._lock:
            for place, one in enumerate(self._planned):
                if one.trouble == trouble and one.what in ("*", what):
                    rest = [replace(one, left=one.left - 1)] if one.left > 1 else []
                    self._planned[place : place + 1] = rest
                    return one.status
        return 0

    def _plan(
        self,
        trouble: Trouble | Literal["latency"],
        what: str,
        times: int = 0,
        status: int = 503,
        seconds: float = 0.0,
    ) -> None:
        with self._lock:
            self._planned.append(Planned(next(self._numbers), trouble, what, times, status, seconds))
