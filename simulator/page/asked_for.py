"""Reads what the page asks for: which message or form is meant, and what a field holds in Slack's own terms.

A page may be behind what has happened since; whatever is gone, or belongs to somebody else, is not there.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from simulator import elements, payloads
from simulator.checks.rich_text import RICH_TEXT
from simulator.rows import View

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.rows import Channel, File, Json, Message, Person
    from simulator.workspace import Workspace

UNKNOWN = "The page asked for something unknown."


class NotThereError(Exception):
    """The page asked for something that is not there any more; the sentence says what."""


def is_json(request: Request) -> bool:
    """Whether it comes as JSON, as the page alone sends it."""
    return request.headers.get("content-type", "").partition(";")[0] == "application/json"


def target(place: Json, workspace: Workspace, person: Person) -> Message | View:
    """Find the message or form a control stands in."""
    if place["kind"] == "message":
        return message(place, workspace, person)
    view = workspace.view(place["view"])
    if view is None or view.user != person.id:
        raise NotThereError("That form is not open any more.")
    return view


def message(asked: Json, workspace: Workspace, person: Person) -> Message:
    """Find a message this person can see."""
    channel: Channel = workspace.channels[asked["channel"]]
    message = channel.message(asked["ts"])
    if message is None or message.ephemeral_to not in (None, person.id) or person.id not in channel.members:
        raise NotThereError("That message is not there any more.")
    return message


def modal(asked: Json, workspace: Workspace, person: Person) -> View:
    """Find the form in front of this person."""
    view = workspace.top_modal(person.id)
    if view is None or view.id != asked.get("view"):
        raise NotThereError("That form is not open any more.")
    return view


def hold(view: View, values: list[Json], workspace: Workspace, person: Person, url: str) -> None:
    """Keep what stands in a form's fields."""
    for one in values:
        found = elements.find(view.blocks, one["action"], one["block"])
        if found is None or found[0]["type"] != "input":
            continue
        block, element = found
        chosen = value(element, one.get("value"), ZoneInfo(person.tz))
        if element["type"] == "file_input":
            chosen = [payloads.file(file, url) for file in files(chosen, workspace, person)]
        offered = options(view, person, block, element, one.get("offered"))
        entry = elements.choice(element, chosen, offered)
        view.state.setdefault(one["block"], {})[one["action"]] = {"type": element["type"], **entry}


def files(ids: list[str], workspace: Workspace, person: Person) -> list[File]:
    """Find the files a form holds; only one's own count."""
    held = [workspace.files.get(one) for one in ids]
    return [file for file in held if file is not None and file.user == person.id and not file.deleted]


def options(
    held: Message | View, person: Person, block: Json, element: Json, offered: list[Json] | None
) -> list[Json] | None:
    """List what may be chosen in an outside menu: what was offered, was chosen before, or stood there at first."""
    if not element["type"].endswith("external_select"):
        return None
    kept = held.state if isinstance(held, View) else held.state.get(person.id, {})
    entry = kept.get(block.get("block_id", ""), {}).get(element.get("action_id", ""), {})
    before = [*(entry.get("selected_options") or ()), entry.get("selected_option")]
    first = [*(element.get("initial_options") or ()), element.get("initial_option")]
    return [option for option in [*(offered or ()), *before, *first] if option]


def value(element: Json, raw: Any, zone: ZoneInfo) -> Any:  # noqa: ANN401
    """Turn what a form field holds into what Slack's element holds."""
    kind = element["type"]
    if kind in elements.MANY_OPTIONS or kind.startswith("multi_") or kind == "file_input":
        return [one for one in raw or [] if one]
    if raw in (None, ""):
        return None
    if kind == "datetimepicker":
        return int(datetime.fromisoformat(str(raw)).replace(tzinfo=zone).timestamp())
    if kind == "rich_text_input":
        return _rich(raw)
    return raw if kind in elements.BUTTONS else str(raw)


def _rich(raw: Any) -> Json:  # noqa: ANN401
    """Take rich text as the editor read it, if it is what Slack would take; anything else is plain words."""
    if isinstance(raw, dict) and not RICH_TEXT(raw, ""):
        return raw
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": str(raw)}]}
    return {"type": "rich_text", "elements": [section]}
