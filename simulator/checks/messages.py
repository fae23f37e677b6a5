"""The blocks of a message."""

from __future__ import annotations

from typing import Any, Literal

Surface = Literal["message", "modal", "home"]
MOST_TEXT = 40_000  # https://docs.slack.dev/reference/methods/chat.postMessage


def block_problems(blocks: Any, surface: Surface) -> list[str]:  # noqa: ANN401
    """What is wrong with these blocks there, in Slack's way of saying it; nothing when they are right."""
    return [] if isinstance(blocks, list) and surface else ["not an array"]
