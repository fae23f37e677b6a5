"""Finding interactive elements inside blocks, and what choosing something in one of them means.

It knows the shapes of https://docs.slack.dev/reference/interaction-payloads and nothing of who chooses.
"""

from __future__ import annotations

import copy
import secrets
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.rows import Json

BUTTONS = frozenset({"button", "icon_button", "feedback_buttons", "workflow_button"})
ONE_OPTION = frozenset({"static_select", "external_select", "radio_buttons", "overflow"})
MANY_OPTIONS = frozenset({"multi_static_select", "multi_external_select", "checkboxes"})
IDS = {
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "multi_users_select": "selected_users",
    "multi_channels_select": "selected_channels",
    "multi_conversations_select": "selected_conversations",
}
PLAIN = {
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
}
INITIAL = {
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_channel": "initial_channel",
    "selected_conversation": "initial_conversation",
    "selected_users": "initial_users",
    "selected_channels": "initial_channels",
    "selected_conversations": "initial_conversations",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "value": "initial_value",
    "rich_text_value": "initial_value",
}
INTERACTIVE = BUTTONS | ONE_OPTION | MANY_OPTIONS | IDS.keys() | PLAIN.keys()


def with_ids(blocks: list[Json]) -> list[Json]:
    """A copy in which every block has a block_id and every interactive element an action_id, as Slack fills them in."""
    filled = copy.deepcopy(blocks)
    for block in _blocks(filled):
        block.setdefault("block_id", secrets.token_urlsafe(4)[:5])
        for element in _elements(block):
            element.setdefault("action_id", secrets.token_urlsafe(4)[:5])
    return filled


def each(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Every interactive element with the block it is in, from top to bottom."""
    for block in _blocks(blocks):
        for element in _elements(block):
            yield block, element


def find(blocks: list[Json], action_id: str, block_id: str | None = None) -> tuple[Json, Json] | None:
    """The element with this action_id, and its block."""
    for block, element in each(blocks):
        if element.get("action_id") == action_id and block_id in (None, block.get("block_id")):
            return block, element
    return None


def options(element: Json) -> list[Json]:
    """Every option of a select, in groups or not."""
    groups = element.get("option_groups") or []
    return [*(element.get("options") or []), *(option for group in groups for option in group.get("options", []))]


def words(text: object) -> str:
    """The bare words of a text object."""
    return str(text.get("text", "")) if isinstance(text, dict) else ""


def choice(element: Json, value: Any, offered: list[Json] | None = None) -> Json:  # noqa: ANN401
    """The part of an action or state entry that says what is chosen; options by their value or their visible text."""
    kind = element["type"]
    if kind in BUTTONS:
        return _pressed(element, value)
    every = options(element) if offered is None else offered
    if kind in ONE_OPTION:
        return {"selected_option": None if value is None else _option(every, value)}
    if kind in MANY_OPTIONS:
        return {"selected_options": [_option(every, one) for one in value or ()]}
    key = IDS.get(kind) or PLAIN[kind]
    if kind.startswith("multi_"):
        return {key: [str(getattr(one, "id", one)) for one in value or ()]}
    if kind in IDS:
        return {key: None if value is None else str(getattr(value, "id", value))}
    return {key: _plain(kind, value)}


def state_of(blocks: list[Json], kept: dict[str, Json] | None = None, here: str = "") -> dict[str, Json]:
    """What a form holds when it appears: what was kept for the same ids, otherwise what it starts with.

    `here` is the conversation it appears in, with which some menus begin.
    """
    values: dict[str, Json] = {}
    for block, element in each(blocks):
        kind = element["type"]
        if kind in BUTTONS or kind == "overflow":
            continue
        before = (kept or {}).get(block["block_id"], {}).get(element["action_id"])
        same = before is not None and before["type"] == kind
        values.setdefault(block["block_id"], {})[element["action_id"]] = before if same else _start(element, here)
    return values


def _start(element: Json, here: str) -> Json:
    kind = element["type"]
    key = "selected_option" if kind in ONE_OPTION else "selected_options" if kind in MANY_OPTIONS else ""
    key = key or IDS.get(kind) or PLAIN[kind]
    empty: Any = [] if key.endswith("s") else None
    if here and element.get("default_to_current_conversation"):
        empty = [here] if key.endswith("s") else here
    return {"type": kind, key: element.get(INITIAL.get(key, ""), empty)}


def _plain(kind: str, value: Any) -> Any:  # noqa: ANN401
    """What stands in a field, as Slack writes it: dates and times in their forms, numbers as text, nothing as null."""
    if isinstance(value, datetime):
        return int(value.timestamp())
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if kind == "number_input" and value is not None:
        return str(value) or None
    return None if value == "" else value


def _pressed(element: Json, value: Any) -> Json:  # noqa: ANN401
    if element["type"] == "feedback_buttons":
        both = (element["positive_button"], element["negative_button"])
        chosen = next((one for one in both if value in (one["value"], one["text"]["text"])), both[0])
        return {"text": chosen["text"], "value": chosen["value"]}
    return {key: element[key] for key in ("text", "value", "style", "url", "icon") if key in element}


def _option(every: list[Json], value: Any) -> Json:  # noqa: ANN401
    if isinstance(value, dict):
        return value
    for option in every:
        if value in (option.get("value"), option["text"]["text"]):
            return option
    raise LookupError(f"there is no option {value!r}; there are {[o['text']['text'] for o in every]}")


def _blocks(blocks: list[Json]) -> Iterator[Json]:
    for block in blocks:
        yield block
        if block.get("type") == "container":
            yield from _blocks(block.get("child_blocks") or [])
        if block.get("type") == "carousel":
            yield from _blocks(block.get("elements") or [])


def _elements(block: Json) -> Iterator[Json]:
    candidates = [block.get("accessory"), block.get("element"), *(block.get("actions") or ())]
    if block.get("type") in ("actions", "context_actions"):
        candidates += block.get("elements") or []
    for element in candidates:
        if isinstance(element, dict) and element.get("type") in INTERACTIVE:
            yield element
