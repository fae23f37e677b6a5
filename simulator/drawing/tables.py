"""Draws tables as aligned columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.drawing import mrkdwn, prose, richtext
from simulator.drawing.families import Block, draws

if TYPE_CHECKING:
    from simulator.drawing.names import Names


@draws("table", "data_table")
def table(block: Block, names: Names) -> list[str]:
    """Draw caption, column heads, a rule and the rows, numbers to the right."""
    rows = [[cell(held, names) for held in row] for row in block.get("rows", ())]
    caption = [mrkdwn.said(block["caption"], names)] if block.get("caption") else []
    if not rows:
        return [*caption, "(an empty table)"]
    head, *body = columns(rows, to_right(block))
    return [*caption, head, "-" * len(head), *body]


def cell(held: Mapping[str, Any] | None, names: Names) -> str:
    """Give the words of one cell on one line."""
    if not held:
        return ""
    if held.get("type") == "rich_text":
        return " ".join(prose.plain(richtext.read(held, names)).split("\n"))
    value = held.get("text", held.get("value", ""))
    return " ".join((mrkdwn.said(value, names) if isinstance(value, Mapping) else str(value)).split("\n"))


def to_right(block: Block) -> list[bool]:
    """Tell which columns stand at the right: those set so, and those that hold numbers."""
    rows: Sequence[Sequence[Mapping[str, Any] | None]] = block.get("rows", ())
    width = max((len(row) for row in rows), default=0)
    settings = list(block.get("column_settings") or ())
    settings += [None] * (width - len(settings))
    return [
        (settings[index] or {}).get("align") == "right"
        or any(len(row) > index and (row[index] or {}).get("type") == "raw_number" for row in rows)
        for index in range(width)
    ]


def columns(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """Align cells below one another."""
    wide = [max((len(row[index]) for row in rows if len(row) > index), default=0) for index in range(len(right))]
    return [
        " | ".join(
            (row[index] if len(row) > index else "").rjust(wide[index])
            if right[index]
            else (row[index] if len(row) > index else "").ljust(wide[index])
            for index in range(len(right))
        )
        for row in rows
    ]
