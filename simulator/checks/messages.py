"""The blocks of one message or view together: which may stand there, how many, and that no id is used twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from simulator.checks.blocks import ANY_BLOCK, ANYWHERE, SURFACES
from simulator.checks.shapes import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

Surface = Literal["message", "modal", "home"]
MOST_TEXT = 40_000  # https://docs.slack.dev/reference/methods/chat.postMessage
MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MOST_CHARTS = 2
MOST_MARKDOWN = 12_000
MOST_BYTES = 250_000
HOLDERS = ("text", "title", "label", "caption", "name")


def block_problems(blocks: Any, surface: Surface, where: str = "/blocks") -> list[str]:  # noqa: ANN401
    """What is wrong with these blocks there, in Slack's way of saying it; nothing when they are right."""
    if not isinstance(blocks, list):
        return problem("must be an array", where)
    if len(blocks) > MOST_BLOCKS[surface]:
        return problem(f"no more than {MOST_BLOCKS[surface]} items allowed", where)
    found = [p for i, block in enumerate(blocks) for p in _block_problems(block, surface, f"{where}/{i}")]
    return found or [*_repeated(blocks, where), *_too_much(blocks, where)]


def characters(blocks: Any) -> int:  # noqa: ANN401
    """How many characters of text these blocks hold in all."""
    if isinstance(blocks, str):
        return len(blocks)
    if isinstance(blocks, list):
        return sum(characters(part) for part in blocks if not isinstance(part, str))
    if isinstance(blocks, dict):
        parts = (value for key, value in blocks.items() if key in HOLDERS or isinstance(value, (dict, list)))
        return sum(characters(part) for part in parts)
    return 0


def _block_problems(block: Any, surface: Surface, where: str) -> list[str]:  # noqa: ANN401
    found = ANY_BLOCK(block, where)
    if not found and surface not in SURFACES.get(block["type"], ANYWHERE):
        return problem(f"unsupported type: {block['type']} is not allowed in a {surface}", f"{where}/type")
    return found


def _repeated(blocks: list[dict[str, Any]], where: str) -> list[str]:
    seen: set[str] = set()
    found = []
    for i, block in enumerate(blocks):
        name = block.get("block_id")
        if name and name in seen:
            found += problem(f"block_id {name} already exists", f"{where}/{i}/block_id")
        seen.add(name or "")
        names = [part["action_id"] for part in _inside(block) if part.get("action_id")]
        if len(set(names)) != len(names):
            found += problem("action_id must be unique within a block", f"{where}/{i}")
    return found


def _inside(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in block.get("elements") or []:
        if isinstance(part, dict) and "action_id" in part:
            yield part


def _too_much(blocks: list[dict[str, Any]], where: str) -> list[str]:
    found = []
    if sum(block["type"] == "data_visualization" for block in blocks) > MOST_CHARTS:
        found += problem(f"no more than {MOST_CHARTS} data_visualization blocks allowed", where)
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > MOST_MARKDOWN:
        found += problem(f"markdown must be less than {MOST_MARKDOWN + 1} characters in all", where)
    if len(json.dumps(blocks)) > MOST_BYTES:
        found += problem("blocks are too large", where)
    return found
