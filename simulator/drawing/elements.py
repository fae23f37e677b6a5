"""Draws what a person can click, pick or tick, and finds it again by what it says.

The page and the people both reach a control through `controls`, so whatever is drawn can also be used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from simulator.drawing import mrkdwn, prose, richtext

if TYPE_CHECKING:
    from simulator.drawing.names import Names

Element = Mapping[str, Any]
BLANK = "____"
TYPED = {"plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input", "file_input"}
_ASKS = {
    "static_select": "Select an item",
    "external_select": "Select an item",
    "users_select": "Select a user",
    "conversations_select": "Select a conversation",
    "channels_select": "Select a channel",
    "datepicker": "Select a date",
    "timepicker": "Select a time",
    "datetimepicker": "Select a date and time",
}


@dataclass(frozen=True, slots=True)
class Control:
    """One thing a person can use, with the block that holds it and the words on it."""

    block: Mapping[str, Any]
    element: Element
    label: str


def controls(blocks: Sequence[Mapping[str, Any]], names: Names) -> Iterator[Control]:
    """Find every control in these blocks, top to bottom, also inside cards and containers."""
    for block in blocks:
        for element in _within(block):
            if element.get("type") == "feedback_buttons":
                for side in ("positive_button", "negative_button"):
                    yield Control(block, {**element, **element[side]}, mrkdwn.said(element[side].get("text"), names))
            else:
                yield Control(block, element, label(block, element, names))
        yield from controls([*block.get("child_blocks", ()), *_cards(block)], names)


def label(block: Mapping[str, Any], element: Element, names: Names) -> str:
    """Say what is written on or beside a control."""
    if block.get("type") == "input":
        return mrkdwn.said(block.get("label"), names)
    if element.get("text"):
        return mrkdwn.said(element["text"], names)
    if element.get("placeholder"):
        return mrkdwn.said(element["placeholder"], names)
    return _ASKS.get(str(element.get("type", "")).removeprefix("multi_"), "")


def options(element: Element) -> list[Mapping[str, Any]]:
    """List what a menu offers, groups taken apart."""
    grouped = [option for group in element.get("option_groups") or () for option in group.get("options", ())]
    return [*(element.get("options") or ()), *grouped]


def chosen(element: Element, names: Names) -> list[str]:
    """Say what a control holds before anybody touches it."""
    kind = str(element.get("type"))
    if element.get("initial_option"):
        return [mrkdwn.said(element["initial_option"].get("text"), names)]
    if element.get("initial_options"):
        return [mrkdwn.said(option.get("text"), names) for option in element["initial_options"]]
    if kind.endswith("users_select"):
        return [names.person(user) for user in _listed(element, "initial_user")]
    if kind.endswith(("channels_select", "conversations_select")):
        held = [*_listed(element, "initial_channel"), *_listed(element, "initial_conversation")]
        return [names.channel(channel) for channel in held]
    if kind == "datetimepicker" and element.get("initial_date_time"):
        return [f"{names.local(element['initial_date_time']):%Y-%m-%d %H:%M}"]
    held = [element[key] for key in ("initial_date", "initial_time", "initial_value") if element.get(key)]
    return [rich(value, names) if isinstance(value, Mapping) else str(value) for value in held]


def rich(value: Mapping[str, Any], names: Names) -> str:
    """Give the words of what a rich text field holds."""
    parts = [value] if str(value.get("type", "")).startswith("rich_text") else [{"elements": [value]}]
    return prose.plain(richtext.read(parts[0], names))


def drawn(element: Element, names: Names) -> list[str]:
    """Draw one control or picture: mostly one line, a line for each choice of a list."""
    kind = str(element.get("type"))
    match kind.removeprefix("multi_"):
        case "button" | "workflow_button" | "icon_button":
            return [f"[{mrkdwn.said(element.get('text'), names)}]"]
        case "feedback_buttons":
            sides = (element.get("positive_button", {}), element.get("negative_button", {}))
            return [" ".join(f"[{mrkdwn.said(side.get('text'), names)}]" for side in sides)]
        case "image":
            return [f"[image: {element.get('alt_text') or 'no description'}]"]
        case "overflow":
            return ["(... " + " / ".join(mrkdwn.said(option.get("text"), names) for option in options(element)) + ")"]
        case "checkboxes" | "radio_buttons":
            return _ticks(element, names)
        case name if name in _ASKS:
            return [f"({', '.join(chosen(element, names)) or label({}, element, names)} v)"]
        case _ if kind in TYPED:
            return _typed(element, names)
        case _:
            return [f"[{kind}: {json.dumps(dict(element), ensure_ascii=False, sort_keys=True)}]"]


def moment(text: str, names: Names) -> int:
    """Turn the reader's own `2026-11-26 16:00` into a Unix timestamp."""
    return int(datetime.fromisoformat(text).replace(tzinfo=names.zone).timestamp())


def _within(block: Mapping[str, Any]) -> list[Element]:
    held = [block[key] for key in ("accessory", "element") if block.get(key)]
    kind = block.get("type")
    if kind in {"actions", "context_actions"}:
        held += block.get("elements", ())
    if kind == "card":
        held += block.get("actions") or ()
    return [element for element in held if element.get("type") != "image"]


def _cards(block: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return block.get("elements", ()) if block.get("type") == "carousel" else ()


def _listed(element: Element, key: str) -> list[str]:
    return [*([element[key]] if element.get(key) else []), *(element.get(key + "s") or ())]


def _ticks(element: Element, names: Names) -> list[str]:
    sides = "[]" if element.get("type") == "checkboxes" else "()"
    held = [element.get("initial_option"), *(element.get("initial_options") or ())]
    values = {option["value"] for option in held if option}
    lines = []
    for option in options(element):
        said = mrkdwn.said(option.get("text"), names)
        more = f" - {mrkdwn.said(option['description'], names)}" if option.get("description") else ""
        lines.append(f"{sides[0]}{'x' if option.get('value') in values else ' '}{sides[1]} {said}{more}")
    return lines


def _typed(element: Element, names: Names) -> list[str]:
    if held := chosen(element, names):
        return held[0].split("\n")
    asked = mrkdwn.said(element.get("placeholder"), names)
    if element.get("type") == "file_input":
        kept = [str(file.get("title") or file.get("name")) for file in element.get("initial_files") or ()]
        return [", ".join(kept) or "[Choose files]"]
    return [f"{BLANK} ({asked})" if asked else BLANK]
