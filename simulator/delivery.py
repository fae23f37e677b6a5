"""How something reaches the app and what comes back: one promise that HTTP and Socket Mode both keep."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from simulator.workspace import Json

Door = Literal["events_api", "slash_commands", "interactive"]
Failure = Literal["http_timeout", "connection_failed", "http_error", "nobody_connected"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the app answered: an ack, perhaps with a body, or why there was none."""

    failure: Failure | None = None
    body: Any = None  # parsed JSON, plain text or None
    status: int = 200
    no_retry: bool = False
    sent: Any = field(default=None, repr=False)  # what the parcel was wrapped in: headers, or those of the envelope
    headers: Any = field(default=None, repr=False)  # those of an answer over HTTP
    exchange: int = 0  # its number on the wire

    @property
    def ok(self) -> bool:
        """Whether the app acknowledged."""
        return self.failure is None

    def json(self) -> Json:
        """The body as an object; plain text counts as a message text, as Slack reads it."""
        if isinstance(self.body, dict):
            return self.body
        return {"text": self.body} if isinstance(self.body, str) and self.body.strip() else {}

    @property
    def speaks(self) -> bool:
        """Whether it holds a message."""
        body = self.json()
        return any(body.get(part) for part in ("text", "blocks", "attachments"))


@dataclass(frozen=True, slots=True)
class Retry:
    """That an event is sent again, which time it is, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """One thing on its way to the app."""

    door: Door
    payload: Json = field(repr=False)
    retry: Retry | None = None
