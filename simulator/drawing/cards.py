"""Draws what has a frame: alert, card, carousel, container, task and plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.drawing import elements, families, mrkdwn, prose, richtext
from simulator.drawing.families import Block, boxed, draws

if TYPE_CHECKING:
    from simulator.drawing.names import Names

_STATES = {"pending": " ", "in_progress": "~", "complete": "x", "error": "!"}


@draws("alert")
def alert(block: Block, names: Names) -> list[str]:
    """Draw an alert with its level."""
    level = str(block.get("level", "default"))
    return f"[{'note' if level == 'default' else level}] {mrkdwn.said(block.get('text'), names)}".split("\n")


@draws("card")
def card(block: Block, names: Names) -> list[str]:
    """Draw a card's pictures, words and buttons in a box."""
    inside = [f"[image: {block[key].get('alt_text')}]" for key in ("hero_image", "icon") if block.get(key)]
    for key in ("subtitle", "body", "subtext"):
        inside += mrkdwn.said(block[key], names).split("\n") if block.get(key) else []
    if block.get("actions"):
        inside.append(" ".join(line for element in block["actions"] for line in elements.drawn(element, names)))
    return boxed(inside, mrkdwn.said(block.get("title"), names))


@draws("carousel")
def carousel(block: Block, names: Names) -> list[str]:
    """Draw the cards of a carousel one below the other."""
    return families.lines(block.get("elements", ()), names)


@draws("container")
def container(block: Block, names: Names) -> list[str]:
    """Draw a container's title and what it holds."""
    inside = mrkdwn.said(block["subtitle"], names).split("\n") if block.get("subtitle") else []
    return boxed(
        [*inside, *families.lines(block.get("child_blocks", ()), names)], mrkdwn.said(block.get("title"), names)
    )


@draws("task_card")
def task(block: Block, names: Names) -> list[str]:
    """Draw a task with its state, output and sources."""
    lines = [f"[{_STATES.get(str(block.get('status')), '?')}] {mrkdwn.said(block.get('title'), names)}"]
    for key in ("details", "output"):
        if block.get(key):
            lines += [f"  {line}" for line in prose.plain(richtext.read(block[key], names)).split("\n")]
    sources = [str(source.get("text") or source.get("url")) for source in block.get("sources") or ()]
    return lines + [f"  {', '.join(sources)}"] * bool(sources)


@draws("plan")
def plan(block: Block, names: Names) -> list[str]:
    """Draw a plan as its title and tasks."""
    return boxed(
        [line for held in block.get("tasks", ()) for line in task(held, names)], mrkdwn.said(block.get("title"), names)
    )
