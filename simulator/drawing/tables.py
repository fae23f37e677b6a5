"""Draws tables as aligned columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.drawing import mrkdwn, prose, richtext
from simulator.drawing.families import Block, draws

if TYPE_CHECKING:
    from simulator.drawing.names import Names

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


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
    return [look.startswith("right") for look in alignment(block)]


def alignment(block: Block) -> list[str]:
    """Say for each column whether it stands left, center or right, and whether long words wrap in it."""
    rows: Sequence[Sequence[Mapping[str, Any] | None]] = block.get("rows", ())
    width = max((len(row) for row in rows), default=0)
    settings = list(block.get("column_settings") or ())
    settings += [None] * (width - len(settings))
    looks = []
    for index in range(width):
        setting = settings[index] or {}
        numbers = any(len(row) > index and (row[index] or {}).get("type") == "raw_number" for row in rows)
        wraps = " wrapped" if setting.get("is_wrapped") or block.get("type") == "data_table" else ""
        looks.append(str(setting.get("align") or ("right" if numbers else "left")) + wraps)
    return looks


def sort_key(held: Mapping[str, Any] | None, names: Names) -> str:
    """Give what a cell is sorted by: its number, also one written with commas or a sign, or its words."""
    if held and held.get("type") == "raw_number":
        return str(held.get("value"))
    words = cell(held, names)
    bare = words.replace(",", "").strip("%$\u20ac\u00a3 ")
    return bare if _NUMBER.fullmatch(bare) else words


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
