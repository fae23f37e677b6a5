"""What the app said to Slack, one entry a call: for tests to read and, if wanted, as JSON lines in a file.

It never holds a token or another secret: those are taken out before anything is written.
"""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from simulator.masking import without_secrets

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """One call of the Web API, one reply inside an ack or one post to a response_url."""

    at: str
    method: str
    args: dict[str, Any]
    ok: bool
    error: str | None = None
    team: str | None = None

    def line(self) -> str:
        """The entry as one line of JSON."""
        fields = {key: value for key, value in asdict(self).items() if value is not None}
        return json.dumps(fields, ensure_ascii=False)


class Journal:
    """Every call in order."""

    def __init__(self, path: Path | None = None) -> None:
        self._entries: list[Entry] = []
        self._lock = threading.Lock()
        self._path = path
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)

    def write(
        self,
        at: datetime,
        method: str,
        args: dict[str, Any],
        *,
        ok: bool,
        error: str | None = None,
        team: str | None = None,
    ) -> Entry:
        """Add one call, without its token and with its other secrets hidden."""
        entry = Entry(at.isoformat().replace("+00:00", "Z"), method, without_secrets(args), ok, error, team)
        with self._lock:
            self._entries.append(entry)
            if self._path is not None:
                with self._path.open("a", encoding="utf-8") as file:
                    file.write(entry.line() + "\n")
        return entry

    def entries(self, method: str | None = None) -> list[Entry]:
        """All calls so far, or those of one method."""
        with self._lock:
            return [entry for entry in self._entries if method in (None, entry.method)]

    def clear(self) -> None:
        """Forget what is in memory; a file keeps it."""
        with self._lock:
            self._entries.clear()
