"""Sending what is owed: the only caller of Slack's chat methods.

It makes one attempt and says exactly how it ended, because the ledger decides from that whether a message may be sent
again. It knows no ledger, and nothing of what a message says.
"""

import http.client
import socket
import urllib.error
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.blocks.surfaces import Message

TIMEOUT_SECONDS = 8
_EVENT_TYPE = "rounds_delivery"
_PAGES = 20

_WHOLE_WORKSPACE = frozenset(
    {
        "account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed", "not_installed",
        "team_access_not_granted", "ekm_access_denied", "org_login_required", "missing_scope",
    }
)  # fmt: skip
_RECIPIENT = frozenset(
    {
        "not_in_channel", "is_archived", "channel_not_found", "user_not_found", "users_not_found", "user_disabled",
        "user_not_visible", "user_not_in_channel", "cannot_dm_bot", "messages_tab_disabled", "no_permission",
        "restricted_action", "restricted_action_read_only_channel", "restricted_action_non_threadable_channel",
        "access_denied", "posting_to_general_channel_denied", "posting_to_channel_denied",
    }
)  # fmt: skip
_PERHAPS_TAKEN = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
_NOTHING_TO_REVISE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})


class DeliveryError(Exception):
    """A message did not go out, or nobody can say whether it did."""


class TryLater(DeliveryError):  # noqa: N818 - an error is named for the fact
    """Slack asks to be asked again; `perhaps` where it may have taken the message all the same."""

    def __init__(self, after: timedelta, *, reason: str = "", perhaps: bool = False) -> None:
        super().__init__(f"try again in {after.total_seconds():.0f} s: {reason}")
        self.after = after
        self.reason = reason
        self.perhaps = perhaps


class Ambiguous(DeliveryError):  # noqa: N818 - as above
    """The connection ended before Slack had answered: the message may have been posted or not."""


class Unreachable(DeliveryError):  # noqa: N818 - as above
    """This recipient, or with `everywhere` the whole workspace, can't be written to until something is changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.everywhere = reason in _WHOLE_WORKSPACE


class Refused(DeliveryError):  # noqa: N818 - as above
    """Slack will not take this message as it is, however often it is sent; that is a defect of ours."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NothingThere(DeliveryError):  # noqa: N818 - as above
    """The message to be edited has been deleted, or can no longer be edited."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message came to stand."""

    channel_id: str
    ts: str


class Letterbox:
    """Slack's chat methods in one workspace; every call is one attempt."""

    def __init__(self, client: WebClient) -> None:
        self._client = WebClient(
            token=client.token,
            base_url=client.base_url,
            timeout=min(client.timeout, TIMEOUT_SECONDS),
            ssl=client.ssl,
            proxy=client.proxy,
            headers=client.headers,
            retry_handlers=[],  # the default one sends again after a lost connection, without looking
        )

    def post(self, key: str, recipient: str, message: Message, *, visible_to: str = "", thread_ts: str = "") -> Posted:
        """Post a message with its key, in a thread where one is named; a person as the recipient is written to."""
        says: dict[str, Any] = {"channel": recipient, "text": message.text, "blocks": message.blocks or None}
        if visible_to:
            answer = self._ask("chat.postEphemeral", {**says, "user": visible_to})
            return Posted(recipient, str(answer.get("message_ts", "")))
        says |= {"unfurl_links": False, "unfurl_media": False, "thread_ts": thread_ts}
        says["metadata"] = {"event_type": _EVENT_TYPE, "event_payload": {"key": key}}
        answer = self._ask("chat.postMessage", says)
        return Posted(str(answer["channel"]), str(answer["ts"]))

    def revise(self, at: Posted, key: str, message: Message) -> None:
        """Put a message in the place of an earlier one; it keeps the key that it can be found by."""
        metadata = {"event_type": _EVENT_TYPE, "event_payload": {"key": key}}
        says = {"channel": at.channel_id, "ts": at.ts, "text": message.text, "blocks": message.blocks}
        self._ask("chat.update", {**says, "metadata": metadata})

    def find(self, key: str, recipient: str, since: datetime, *, thread_ts: str = "") -> Posted | None:
        """Look whether a message with that key has been posted to a channel, person or thread since then."""
        channel_id = recipient
        if recipient[:1] in ("U", "W"):
            channel_id = str(self._ask("conversations.open", {"users": recipient})["channel"]["id"])
        for message in self._history(channel_id, since, thread_ts):
            metadata = message.get("metadata") or {}
            if (metadata.get("event_payload") or {}).get("key") == key and metadata.get("event_type") == _EVENT_TYPE:
                return Posted(channel_id, str(message["ts"]))
        return None

    def _history(self, channel_id: str, since: datetime, thread_ts: str) -> Iterator[dict[str, Any]]:
        reads = "conversations.replies" if thread_ts else "conversations.history"
        asked: dict[str, Any] = {"channel": channel_id, "include_all_metadata": True, "limit": 200}
        asked |= {"oldest": f"{(since - timedelta(minutes=1)).timestamp():.6f}", "ts": thread_ts}
        for _ in range(_PAGES):
            page = self._ask(reads, asked)
            yield from page.get("messages", ())
            asked["cursor"] = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not asked["cursor"]:
                return

    def _ask(self, method: str, asked: dict[str, Any]) -> dict[str, Any]:
        try:
            given = {name: value for name, value in asked.items() if value not in (None, "")}
            # Reading methods take form fields, writing methods JSON.
            reads = method in ("conversations.history", "conversations.replies")
            answer = self._client.api_call(method, params=given if reads else None, json=None if reads else given)
        except SlackApiError as error:
            raise _meaning(error) from error
        except urllib.error.URLError as error:
            if isinstance(error.reason, ConnectionRefusedError | socket.gaierror):
                raise TryLater(timedelta(seconds=15), reason="no connection") from error
            raise Ambiguous(type(error.reason).__name__) from error
        except (OSError, http.client.HTTPException, SlackClientError, ValueError) as error:
            raise Ambiguous(type(error).__name__) from error
        return dict(answer.data) if isinstance(answer.data, dict) else {}


def _meaning(error: SlackApiError) -> DeliveryError:
    """Say what Slack's refusal means for the message."""
    status = getattr(error.response, "status_code", 0)
    headers = {name.lower(): value for name, value in getattr(error.response, "headers", {}).items()}
    data = getattr(error.response, "data", None)
    code = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == http.HTTPStatus.TOO_MANY_REQUESTS or code in ("ratelimited", "rate_limited"):
        return TryLater(timedelta(seconds=_seconds(headers.get("retry-after"))), reason="ratelimited")
    if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR or code in _PERHAPS_TAKEN:
        after = timedelta(seconds=_seconds(headers.get("retry-after"), otherwise=15))
        return TryLater(after, reason=f"Slack answered {status}", perhaps=True)
    if code in _WHOLE_WORKSPACE or code in _RECIPIENT:
        return Unreachable(code)
    if code in _NOTHING_TO_REVISE:
        return NothingThere(code)
    # An answer that is no JSON comes from something between us and Slack.
    return Refused(code) if code.replace("_", "").isalnum() else Ambiguous(f"answer {status} is not Slack's")


def _seconds(said: object, *, otherwise: int = 1) -> int:
    text = str(said or "")
    return min(int(text), 3600) if text.isdecimal() else otherwise
