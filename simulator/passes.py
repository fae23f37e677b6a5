"""Things Slack hands out that work only for a while or only so often: trigger ids, response URLs, sign-in codes.

It knows nothing of what they open; it only says whether they still do.
"""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.clock import SimulatedClock

# https://docs.slack.dev/interactivity/handling-user-interaction: a trigger_id works once, within 3 seconds;
# a response_url works 5 times within 30 minutes.
TRIGGER_SECONDS = 3.0
RESPONSE_USES = 5
RESPONSE_MINUTES = 30


@dataclass(slots=True)
class Trigger:
    """The right to open one modal for one person."""

    team_id: str
    user_id: str
    given_at: datetime
    given_real: float
    view_id: str | None = None  # the modal it came from, for views.push
    channel_id: str = ""  # the conversation it came from, for menus that begin with the current one
    spent: bool = False


@dataclass(slots=True)
class ResponseUrl:
    """The right to answer one interaction."""

    id: str
    team_id: str
    channel_id: str
    user_id: str
    given_at: datetime
    message_ts: str | None = None  # the message it came from
    message_ephemeral: bool = False
    uses: int = 0


@dataclass(slots=True)
class Passes:
    """Every pass handed out so far."""

    clock: SimulatedClock
    trigger_seconds: float = TRIGGER_SECONDS  # by the pretend clock
    real_seconds: float = TRIGGER_SECONDS  # for an app that really takes so long
    _triggers: dict[str, Trigger] = field(default_factory=dict)
    _responses: dict[str, ResponseUrl] = field(default_factory=dict)
    _codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def trigger(self, team_id: str, user_id: str, view_id: str | None = None, channel_id: str = "") -> str:
        """Hand out a trigger_id."""
        name = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        with self._lock:
            self._triggers[name] = Trigger(team_id, user_id, self.clock.now(), time.monotonic(), view_id, channel_id)
        return name

    def use_trigger(self, name: str, team_id: str) -> Trigger | str:
        """Take a trigger_id; when it no longer works, Slack's error word for why."""
        with self._lock:
            found = self._triggers.get(name)
            if found is None or found.team_id != team_id:
                return "invalid_trigger_id"
            if found.spent:
                return "exchanged_trigger_id"
            passed = (self.clock.now() - found.given_at).total_seconds()
            if passed > self.trigger_seconds or time.monotonic() - found.given_real > self.real_seconds:
                return "expired_trigger_id"
            found.spent = True
            return found

    def response_url(
        self, team_id: str, channel_id: str, user_id: str, *, message_ts: str | None = None, ephemeral: bool = False
    ) -> ResponseUrl:
        """Hand out a response URL; the caller makes the address from its id."""
        found = ResponseUrl(
            secrets.token_urlsafe(18), team_id, channel_id, user_id, self.clock.now(), message_ts, ephemeral
        )
        with self._lock:
            self._responses[found.id] = found
        return found

    def use_response(self, name: str) -> ResponseUrl | str:
        """Take one use of a response URL; when it no longer works, Slack's error word for why."""
        with self._lock:
            found = self._responses.get(name)
            if found is None:
                return "invalid_url"
            if self.clock.now() - found.given_at > timedelta(minutes=RESPONSE_MINUTES):
                return "expired_url"
            if found.uses >= RESPONSE_USES:
                return "used_url"
            found.uses += 1
            return found

    def issued(self, name: str) -> ResponseUrl | None:
        """What a response URL was handed out for, without using it."""
        with self._lock:
            return self._responses.get(name)

    def code(self, team_id: str, user_id: str) -> str:
        """Hand out the code that an app swaps for its token after somebody installs it."""
        name = secrets.token_hex(16)
        with self._lock:
            self._codes[name] = (team_id, user_id)
        return name

    def use_code(self, name: str) -> tuple[str, str] | None:
        """Take a code: the team and the person who installed; it works once."""
        with self._lock:
            return self._codes.pop(name, None)

    def clear(self) -> None:
        """Nothing handed out so far works any more."""
        with self._lock:
            self._triggers.clear()
            self._responses.clear()
            self._codes.clear()
