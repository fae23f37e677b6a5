"""Finds what a person means: the button that says "Done", the field called "When", the option "Reached", Sarah.

It looks only at what the person can see and says what that is when it finds nothing, or more than one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator import drawing, sight
from simulator.drawing import elements, mrkdwn
from simulator.rows import Message, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.drawing.elements import Control
    from simulator.rows import Person
    from simulator.workspace import Workspace

PRESSED = {"button", "icon_button", "feedback_buttons", "workflow_button"}


@dataclass(frozen=True, slots=True)
class Found:
    """One control on one surface, and the option meant where it is an entry of an overflow menu."""

    target: Message | View
    control: Control
    option: Mapping[str, Any] | None = None


def same(said: str, meant: str) -> bool:
    """Tell whether two labels are the same words, emoji, marks and capitals aside."""
    return said == meant or _bare(said) == _bare(meant) != ""


def buttons(target: Message | View, workspace: Workspace, viewer: Person, label: str, on: str | None) -> list[Found]:
    """Find the buttons, and entries of overflow menus, with this label on one surface."""
    names = sight.names(workspace, viewer)
    found = []
    for control in elements.controls(blocks_of(target), names):
        if control.element["type"] in PRESSED and same(control.label, label):
            found.append(Found(target, control))
        elif control.element["type"] == "overflow":
            options = elements.options(control.element)
            chosen = [option for option in options if same(mrkdwn.said(option["text"], names), label)]
            found += [Found(target, control, option) for option in chosen]
    return _near(found, target, workspace, viewer, on)


def fields(target: Message | View, workspace: Workspace, viewer: Person, label: str, on: str | None) -> list[Found]:
    """Find the fields and menus with this label, or beside these words, on one surface."""
    names = sight.names(workspace, viewer)
    every = [c for c in elements.controls(blocks_of(target), names) if c.element["type"] not in PRESSED]
    exact = [control for control in every if same(control.label, label)]
    beside = [control for control in every if same(drawing.text(_without_control(control.block), names), label)]
    return _near([Found(target, control) for control in exact or beside], target, workspace, viewer, on)


def blocks_of(target: Message | View) -> list[Any]:
    """List a surface's blocks, those in attachments too."""
    if isinstance(target, View):
        return target.blocks
    return [*target.blocks, *(block for part in target.attachments for block in part.get("blocks") or ())]


def option(element: Mapping[str, Any], words: str, names: drawing.Names) -> Mapping[str, Any]:
    """Find an option by what it says, or by its value."""
    options = elements.options(element)
    for one in options:
        if same(mrkdwn.said(one["text"], names), words) or one.get("value") == words:
            return one
    offered = ", ".join(repr(mrkdwn.said(one["text"], names)) for one in options)
    raise AssertionError(f"there is no option {words!r} here; there are {offered or 'none'}")


def person_called(workspace: Workspace, words: str) -> Person:
    """Find somebody by @name, name or real name."""
    bare = words.removeprefix("@")
    for person in workspace.people.values():
        called = sight.called(workspace, person)
        if bare in {person.id, person.name, person.real_name, called} or same(called, bare):
            return person
    raise AssertionError(f"nobody here is called {words!r}; there are {', '.join(p.name for p in workspace.humans())}")


def _near(
    found: list[Found], target: Message | View, workspace: Workspace, viewer: Person, on: str | None
) -> list[Found]:
    """Keep those whose surroundings say `on`: their own block and the one above it, or else the whole message."""
    if on is None or not found:
        return found
    names = sight.names(workspace, viewer)
    blocks = list(_flat(blocks_of(target)))
    close = [one for one in found if on in _surroundings(blocks, one.control.block, names)]
    if close:
        return close
    if isinstance(target, Message) and on in sight.text(workspace, target, viewer):
        return found
    return []


def _surroundings(blocks: list[Any], block: Mapping[str, Any], names: drawing.Names) -> str:
    place = next((index for index, one in enumerate(blocks) if one is block), 0)
    start = place
    while start > 0 and blocks[start - 1].get("type") not in {"actions", "divider"}:
        start -= 1
        if blocks[start].get("type") in {"section", "header", "rich_text", "markdown"}:
            break
    above = blocks[start : place + 1] if block.get("type") in {"actions", "context_actions"} else [block]
    return drawing.text(above, names)


def _flat(blocks: Iterable[Any]) -> Iterator[Any]:
    for block in blocks:
        yield block
        inside = block.get("elements", ()) if block.get("type") == "carousel" else block.get("child_blocks", ())
        yield from _flat(inside)


def _without_control(block: Mapping[str, Any]) -> list[dict[str, Any]]:
    if block.get("type") != "section":
        return []
    return [{key: value for key, value in block.items() if key != "accessory"}]


def _bare(words: str) -> str:
    without = re.sub(r":[a-z0-9_+'-]+:", "", words)
    return " ".join(re.sub(r"[^\w\s#@.,:/'\u2019&+-]", "", without).split()).strip(".… ").casefold()
