"""Draws the plain furniture of a message: header, section, context, divider, actions, running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.drawing import elements, markdown, mrkdwn, prose, richtext
from simulator.drawing.families import Block, draws

if TYPE_CHECKING:
    from simulator.drawing.names import Names

RULE = "---"


@draws("header")
def header(block: Block, names: Names) -> list[str]:
    """Draw a heading with its underline."""
    said = mrkdwn.said(block.get("text"), names)
    return [said, "=" * min(len(said), 60)]


@draws("section")
def section(block: Block, names: Names) -> list[str]:
    """Draw a section's words, then each of its fields on a line, then what stands at its right."""
    lines = mrkdwn.said(block.get("text"), names).split("\n") if block.get("text") else []
    lines += [" ".join(mrkdwn.said(field, names).split("\n")) for field in block.get("fields", ())]
    if not block.get("accessory"):
        return lines
    first, *others = elements.drawn(block["accessory"], names)
    last = lines.pop() if lines else ""
    return [*lines, f"{last}  {first}".strip(), *others]


@draws("context")
def context(block: Block, names: Names) -> list[str]:
    """Draw the small print on one line."""
    said = [
        " ".join(elements.drawn(element, names)) if element.get("type") == "image" else mrkdwn.said(element, names)
        for element in block.get("elements", ())
    ]
    return "  ".join(said).split("\n")


@draws("divider")
def divider(_block: Block, _names: Names) -> list[str]:
    """Draw a rule."""
    return [RULE]


@draws("actions", "context_actions")
def actions(block: Block, names: Names) -> list[str]:
    """Draw buttons and menus side by side; lists of boxes to tick get lines of their own."""
    lines: list[str] = []
    beside: list[str] = []
    for element in block.get("elements", ()):
        drawn = elements.drawn(element, names)
        if len(drawn) == 1:
            beside += drawn
        else:
            lines += [" ".join(beside)] * bool(beside) + drawn
            beside = []
    return lines + [" ".join(beside)] * bool(beside)


@draws("rich_text")
def rich_text(block: Block, names: Names) -> list[str]:
    """Draw rich text."""
    return prose.plain(richtext.read(block, names)).split("\n")


@draws("markdown")
def markdown_text(block: Block, _names: Names) -> list[str]:
    """Draw markdown."""
    return prose.plain(markdown.read(str(block.get("text", "")))).split("\n")
