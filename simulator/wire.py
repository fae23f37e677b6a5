"""What went over the wire between the app and the pretend Slack, both ways, for whoever looks into an app's traffic.

It keeps the newest only, without secrets and without the bytes of files; what any of it means is not its matter.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from simulator.clock import real_now
from simulator.masking import Mask
from simulator.rows import Change, Stream

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

MOST_KEPT = 1000
MOST_CHARACTERS = 16_000_000  # of everything kept together
Kind = Literal["call", "event", "command", "interaction", "response_url", "file", "socket"]
Side = Literal["app", "slack"]
Weight = Literal["refused", "trouble", "doubtful", "info"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about an exchange, and the JSON pointer to what it is about."""

    weight: Weight
    words: str
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer: bodies are JSON text, as they were when they passed."""

    id: int
    kind: Kind
    to: Side
    name: str  # a method, an event, a command, an address
    at: datetime  # by the pretend clock
    real_at: datetime
    about: str = ""  # a few words to recognize it by
    team: str | None = None
    person: str | None = None
    channel: str | None = None
    headers: str = ""
    request: str = ""
    answer_headers: str = ""
    answer: str = ""
    outcome: str = ""
    ok: bool | None = None  # None while there is no answer yet
    took_ms: float | None = None
    notes: tuple[Note, ...] = ()
    changed: int = 0  # counts up over all exchanges; whoever looked at one number wants what is above it

    @property
    def size(self) -> int:
        """How many characters it keeps."""
        return len(self.headers) + len(self.request) + len(self.answer_headers) + len(self.answer)

    def weighs(self, weight: Weight) -> bool:
        """Whether one of its notes is of this weight."""
        return any(note.weight == weight for note in self.notes)


@dataclass(frozen=True, slots=True)
class Started:
    """The beginning of an exchange: what its end needs to know."""

    id: int
    clock: float


@dataclass(eq=False)
class Wire:
    """The newest exchanges in the order they began."""

    mask: Mask = field(default_factory=Mask)
    stream: Stream = field(default_factory=Stream)
    most_kept: int = MOST_KEPT
    _kept: OrderedDict[int, Exchange] = field(default_factory=OrderedDict)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _last: int = 0
    _changes: int = 0
    _characters: int = 0
    _refused: int = 0

    def begin(
        self,
        kind: Kind,
        to: Side,
        name: str,
        request: Any = None,  # noqa: ANN401 - whatever went over the wire
        *,
        at: datetime,
        headers: Any = None,  # noqa: ANN401
        **about: str | None,
    ) -> Started:
        """Keep a request that has no answer yet; `about` are its team, person, channel and a few words."""
        fields = self._masked(about)
        with self._lock:
            self._last += 1
            number = self._last
        fields |= {"headers": self._text(headers), "request": self._text(request)}
        self._keep(Exchange(number, kind, to, name, at, real_now(), **fields))
        return Started(number, time.monotonic())

    def end(
        self,
        started: Started,
        answer: Any = None,  # noqa: ANN401
        *,
        ok: bool,
        outcome: str,
        notes: Iterable[Note] = (),
        headers: Any = None,  # noqa: ANN401
        answer_headers: Any = None,  # noqa: ANN401
        **about: str | None,
    ) -> None:
        """Add the answer, and what only became known with it."""
        took = round((time.monotonic() - started.clock) * 1000, 1)
        fields = self._masked(about)
        fields |= {"answer": self._text(answer), "answer_headers": self._text(answer_headers)}
        if headers is not None:
            fields["headers"] = self._text(headers)
        self._change(started.id, notes, ok=ok, outcome=outcome, took_ms=took, **fields)

    def remark(self, number: int, *notes: Note, ok: bool | None = None, outcome: str = "") -> None:
        """Add what was found out about an exchange afterwards."""
        judged: dict[str, Any] = {} if ok is None else {"ok": ok}
        self._change(number, notes, **judged, **({"outcome": outcome} if outcome else {}))

    def find(self, number: int) -> Exchange | None:
        """One exchange, while it is kept."""
        with self._lock:
            return self._kept.get(number)

    def newest(self, after: int = 0) -> list[Exchange]:
        """What began or changed since the change with this number, newest first."""
        with self._lock:
            return [exchange for exchange in reversed(self._kept.values()) if exchange.changed > after]

    def state(self) -> dict[str, int]:
        """Where it stands: the number of the last change, the oldest exchange kept, how many, and how many refused."""
        with self._lock:
            oldest = next(iter(self._kept), self._last + 1)
            return {"changed": self._changes, "oldest": oldest, "count": len(self._kept), "refused": self._refused}

    def clear(self) -> None:
        """Forget everything so far."""
        with self._lock:
            self._kept.clear()
            self._characters = self._refused = 0
            self._changes += 1
        self.stream.publish(Change("", "wire"))

    def _masked(self, about: dict[str, str | None]) -> dict[str, Any]:
        return {key: self.mask.words(value) for key, value in about.items() if value is not None}

    def _text(self, held: Any) -> str:  # noqa: ANN401
        return "" if held is None else self.mask.text(held)

    def _change(self, number: int, notes: Iterable[Note] = (), **fields: Any) -> None:  # noqa: ANN401
        with self._lock:
            found = self._kept.get(number)
            if found is not None:
                self._keep(replace(found, notes=(*found.notes, *notes), **fields))

    def _keep(self, exchange: Exchange) -> None:
        with self._lock:
            self._changes += 1
            before = self._kept.get(exchange.id)
            self._kept[exchange.id] = replace(exchange, changed=self._changes)
            self._count(exchange, 1)
            if before is not None:
                self._count(before, -1)
            while len(self._kept) > self.most_kept or (self._characters > MOST_CHARACTERS and len(self._kept) > 1):
                self._count(self._kept.popitem(last=False)[1], -1)
        self.stream.publish(Change(exchange.team or "", "wire"))

    def _count(self, exchange: Exchange, sign: int) -> None:
        self._characters += sign * exchange.size
        self._refused += sign * exchange.weighs("refused")
