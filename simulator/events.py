"""How the app hears of what happened: the Events API with its envelope, its subscriptions and its repeats.

https://docs.slack.dev/apis/events-api: three repeats, at once, after a minute and after five, with the same event_id.
"""

from __future__ import annotations

import secrets
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import timedelta
from typing import TYPE_CHECKING

from simulator.delivery import Parcel, Reply, Retry

if TYPE_CHECKING:
    from simulator.slack import Slack
    from simulator.workspace import Channel, Json, Workspace

MESSAGE_EVENTS = {"public": "message.channels", "private": "message.groups", "im": "message.im"}
CHANNEL_TYPES = {"public": "channel", "private": "group", "im": "im"}


class Events:
    """Tells the app what it subscribed to."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._background = ThreadPoolExecutor(max_workers=1, thread_name_prefix="simulator-events")
        self._outstanding: set[Future[Reply | None]] = set()

    def tell(self, workspace: Workspace, event: Json, *, channel: Channel | None = None) -> Reply | None:
        """Deliver an event now, repeating as Slack does; None when the app doesn't subscribe to it or isn't there."""
        if not self._wanted(workspace, event, channel):
            return None
        payload = self._envelope(workspace, event, channel)
        reply = self._attempt(payload, 0, None)
        if self._slack.faults.take("duplicate_event", event["type"]):
            self._attempt(payload, 0, None)
        return reply

    def tell_later(self, workspace: Workspace, event: Json, *, channel: Channel | None = None) -> None:
        """Deliver an event without making the caller wait: for what the app itself caused."""
        if self._wanted(workspace, event, channel):
            future = self._background.submit(self.tell, workspace, event, channel=channel)
            self._outstanding.add(future)
            future.add_done_callback(self._outstanding.discard)

    @staticmethod
    def team_of(event_context: str) -> str | None:
        """The team an event_context belongs to."""
        parts = event_context.split("-")
        return parts[1] if len(parts) == 3 else None

    def settle(self, limit: float = 10.0) -> None:
        """Wait until the app has heard of everything so far."""
        wait(list(self._outstanding), timeout=limit)

    def clear(self) -> None:
        """Deliver nothing more of what is planned."""
        for future in list(self._outstanding):
            future.cancel()

    def stop(self) -> None:
        """Let the background thread go."""
        self._background.shutdown(wait=False, cancel_futures=True)

    def _wanted(self, workspace: Workspace, event: Json, channel: Channel | None) -> bool:
        installation = workspace.installation
        if installation is None:
            return False
        farewell = event["type"] in ("app_uninstalled", "tokens_revoked")
        if not installation.installed and not farewell:
            return False
        if (
            channel is not None
            and installation.bot_user not in channel.members
            and event["type"] != "member_left_channel"
        ):
            return False
        kind = event["type"]
        if kind == "message" and channel is not None:
            kind = MESSAGE_EVENTS[channel.kind]
        return self._slack.app.manifest.allows_event(kind)

    def _envelope(self, workspace: Workspace, event: Json, channel: Channel | None) -> Json:
        assert workspace.installation is not None  # noqa: S101
        app = self._slack.app
        now = workspace.clock.now().timestamp()
        people = [workspace.people[m] for m in channel.members if m in workspace.people] if channel else []
        return {
            "token": app.verification_token,
            "team_id": workspace.id,
            "context_team_id": workspace.id,
            "context_enterprise_id": None,
            "api_app_id": app.app_id,
            "event": {"event_ts": f"{now:.6f}", **event},
            "type": "event_callback",
            "event_id": f"Ev{secrets.token_hex(5).upper()}",
            "event_time": int(now),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.id,
                    "user_id": workspace.installation.bot_user,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": any(person.is_stranger for person in people),
            "event_context": f"4-{workspace.id}-{secrets.token_hex(12)}",
        }

    def _attempt(self, payload: Json, number: int, reason: str | None) -> Reply:
        retry = Retry(number, reason or "unknown_error") if number else None
        reply = self._slack.deliver(Parcel("events_api", payload, retry))
        waits = self._slack.options.retry_waits
        if reply.ok or reply.no_retry or number >= len(waits):
            return reply
        again = number + 1
        why = "connection_failed" if reply.failure == "nobody_connected" else reply.failure
        if waits[number] <= 0:
            return self._attempt(payload, again, why)
        at = self._slack.clock.now() + timedelta(seconds=waits[number])
        self._slack.agenda.add(at, lambda: self._again(payload, again, why))
        return reply

    def _again(self, payload: Json, number: int, reason: str | None) -> None:
        self._attempt(payload, number, reason)
