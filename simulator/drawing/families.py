"""Which function draws which type of block, and what happens to a type nobody draws: a labelled box, never nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from simulator.drawing.names import Names

Block = Mapping[str, Any]
Draws = Callable[[Block, Names], list[str]]

_DRAWN: dict[str, Draws] = {}


def draws(*types: str) -> Callable[[Draws], Draws]:
    """Enter a function as the one that draws these types of block."""

    def enter(function: Draws) -> Draws:
        _DRAWN.update(dict.fromkeys(types, function))
        return function

    return enter


def types() -> frozenset[str]:
    """Name every type of block that has a drawing of its own."""
    return frozenset(_DRAWN)


def lines(blocks: Sequence[Block], names: Names) -> list[str]:
    """Draw blocks one below the other."""
    return [line.rstrip() for block in blocks for line in _one(block, names)]


def boxed(inside: Sequence[str], title: str = "") -> list[str]:
    """Put lines into a box that opens with a title."""
    return [f"+ {title}".rstrip(), *(f"| {line}".rstrip() for line in inside)]


def _one(block: Block, names: Names) -> list[str]:
    function = _DRAWN.get(str(block.get("type")))
    return function(block, names) if function else _unknown(block)


def _unknown(block: Block) -> list[str]:
    said = json.dumps(dict(block), indent=2, ensure_ascii=False, sort_keys=True)
    return boxed(said.split("\n"), f"a block of type {block.get('type')!r}")
