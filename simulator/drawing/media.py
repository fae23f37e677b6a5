"""Draws pictures, videos and files as their descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.drawing import mrkdwn
from simulator.drawing.families import Block, draws

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.drawing.names import Names


@draws("image")
def image(block: Block, names: Names) -> list[str]:
    """Draw a picture by its title and description."""
    title = mrkdwn.said(block.get("title"), names).strip()
    about = str(block.get("alt_text") or "no description")
    return [f"[image: {title + ' - ' if title and title != about else ''}{about}]"]


@draws("video")
def video(block: Block, names: Names) -> list[str]:
    """Draw a video by its title, author and description."""
    title = mrkdwn.said(block.get("title"), names)
    by = ", ".join(str(block[key]) for key in ("author_name", "provider_name") if block.get(key))
    lines = [f"[video: {title}{f' ({by})' if by else ''}]"]
    return lines + (mrkdwn.said(block["description"], names).split("\n") if block.get("description") else [])


@draws("file")
def file_block(block: Block, names: Names) -> list[str]:
    """Draw a file that lives elsewhere by its name or id."""
    held = str(block.get("file_id") or block.get("external_id") or "")
    return [f"[file: {names.files.get(held, held)}]"]


def shared(file: Mapping[str, Any]) -> str:
    """Draw a file shared with a message."""
    return f"[file: {file.get('title') or file.get('name') or file.get('id')}]"
