"""Messages that don't come through the Web API: inside an acknowledgement or posted to a response_url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import checks, recording

if TYPE_CHECKING:
    from simulator.rows import Json
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def answer_message(slack: Slack, workspace: Workspace, door: str, body: Json, exchange: int = 0) -> str | None:
    """Write such a message into the journal; the error word if Slack would refuse it."""
    error = _refusal(slack, body)
    slack.journal.write(slack.clock.now(), door, body, ok=error is None, error=error, team=workspace.id)
    if error:
        blocks = body.get("blocks")
        recording.refuse(slack, exchange, error, checks.block_problems(blocks, "message") if blocks else [])
    return error


def _refusal(slack: Slack, body: Json) -> str | None:
    blocks = body.get("blocks")
    if blocks and checks.block_problems(blocks, "message"):
        return "invalid_blocks"
    if not any(body.get(key) for key in ("text", "blocks", "attachments", "delete_original")):
        return "no_text"
    if blocks and not body.get("text") and slack.options.refuse_missing_text:
        return "no_text"
    return "msg_too_long" if len(body.get("text") or "") > checks.MOST_TEXT else None
