"""What a person sees after doing something, and the sentences Slack itself shows when the app doesn't answer well."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.delivery import Reply
    from simulator.rows import File, Message, View

NOT_INSTALLED = "The app is not installed in this workspace."
MODAL_TROUBLE = "We had some trouble connecting. Try again?"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one act."""

    reply: Reply | None = None  # the app's acknowledgement; None when the app was not asked
    error: str | None = None  # what Slack shows when it went wrong
    field_errors: dict[str, str] = field(default_factory=dict)  # block_id -> the sentence beside that field
    message: Message | None = None  # what the person posted, or what the app answered in its acknowledgement
    view: View | None = None  # the modal in front of the person afterwards
    file: File | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing went wrong that the person could see."""
        return self.error is None and not self.field_errors


def command_error(command: str, reply: Reply) -> str | None:
    """What Slack shows under the message field when a slash command fails."""
    if reply.ok:
        return None
    word = "operation_timeout" if reply.failure == "http_timeout" else "dispatch_failed"
    return f'{command} failed with the error "{word}"'


def interaction_error(reply: Reply) -> str | None:
    """What Slack shows beside a button or shortcut that failed."""
    if reply.ok:
        return None
    if reply.failure == "http_timeout":
        return "Operation timed out. Apps need to respond within 3 seconds."
    if reply.failure == "http_error":
        return f"This app responded with Status Code {reply.status}."
    return "We had some trouble connecting. Try again?"
