"""Draws the fields of a modal: label, what is filled in so far, hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.drawing import elements, mrkdwn
from simulator.drawing.families import Block, draws

if TYPE_CHECKING:
    from simulator.drawing.names import Names


@draws("input")
def field(block: Block, names: Names) -> list[str]:
    """Draw `Label: what it holds`, choices and long texts indented below, then the hint and what was refused."""
    said = mrkdwn.said(block.get("label"), names) + (" (optional)" if block.get("optional") else "")
    first, *others = elements.drawn(block.get("element", {}), names) or [elements.BLANK]
    ticked = block.get("element", {}).get("type") in {"checkboxes", "radio_buttons"}
    below = [f"{said}:", *(f"  {line}" for line in (first, *others))]
    lines = below if ticked or others else [f"{said}: {first}"]
    if block.get("hint"):
        lines += [f"  {line}" for line in mrkdwn.said(block["hint"], names).split("\n")]
    if block.get("error"):
        lines.append(f"  ! {block['error']}")
    return lines
