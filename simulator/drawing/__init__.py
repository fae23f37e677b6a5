"""What a person reads when Slack shows them blocks, as plain, stable text.

Stories and golden tests compare it; the page shows the same blocks as HTML. It knows blocks, not who sends them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.drawing import cards, charts, inputs, layout, media, mrkdwn, prose, tables
from simulator.drawing import families as families
from simulator.drawing.families import types as types
from simulator.drawing.names import NOBODY
from simulator.drawing.names import Names as Names

FAMILIES = (cards, charts, inputs, layout, media, tables)


def text(drawable: Mapping[str, Any] | Sequence[Mapping[str, Any]], names: Names = NOBODY) -> str:
    """Draw a message, a view, one block or a list of blocks as one reader sees it."""
    if not isinstance(drawable, Mapping):
        return "\n".join(families.lines(drawable, names))
    kind = drawable.get("type")
    if kind == "modal":
        return _modal(drawable, names)
    if kind in {"home", "workflow_step"}:
        return "\n".join(families.lines(drawable.get("blocks", ()), names))
    if kind in {None, "message", "ephemeral"}:
        return message(drawable, names)
    return "\n".join(families.lines([drawable], names))


def message(held: Mapping[str, Any], names: Names = NOBODY) -> str:
    """Draw a message: its blocks, or its text where it has none, then attachments and files."""
    blocks = held.get("blocks") or ()
    lines = families.lines(blocks, names) if blocks else []
    if not blocks and held.get("text"):
        plainly = held.get("mrkdwn") is False
        lines += (str(held["text"]) if plainly else prose.plain(mrkdwn.read(held["text"], names))).split("\n")
    for attachment in held.get("attachments") or ():
        lines += _attachment(attachment, names)
    lines += [media.shared(file) for file in held.get("files") or ()]
    return "\n".join(lines)


def _modal(view: Mapping[str, Any], names: Names) -> str:
    title = mrkdwn.said(view.get("title"), names)
    buttons = [mrkdwn.said(view.get("close") or "Cancel", names)]
    buttons += [mrkdwn.said(view["submit"], names)] if view.get("submit") else []
    inside = families.lines(view.get("blocks", ()), names)
    return "\n".join(families.boxed([*inside, " ".join(f"[{button}]" for button in buttons)], title))


def _attachment(held: Mapping[str, Any], names: Names) -> list[str]:
    lines = families.lines(held.get("blocks") or (), names)
    if not lines:
        fields = [f"{field.get('title')}: {field.get('value')}" for field in held.get("fields") or ()]
        parts = (held.get("pretext"), held.get("title"), held.get("text"), *fields, held.get("footer"))
        said = [prose.plain(mrkdwn.read(str(part), names)) for part in parts if part] or [str(held.get("fallback", ""))]
        lines = [line for part in said for line in part.split("\n")]
    return [f"| {line}".rstrip() for line in lines]
