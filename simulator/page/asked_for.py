"""Reads what the page asks for: which message or form is meant, and what a field holds in Slack's own terms.

A page may be behind what has happened since; whatever is gone, or belongs to somebody else, is not there.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from simulator import elements

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Message, Person, View
    from simulator.workspace import Workspace


class NotThereError(Exception):
    """The page asked for something that is not there any more; the sentence says what."""


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


def blocks(held: Message | View) -> list[Json]:
    """List the blocks of a message, those of its attachments too, or of a view."""
    parts = getattr(held, "attachments", [])
    return [*held.blocks, *(block for part in parts for block in part.get("blocks") or ())]


def hold(view: View, values: list[Json], person: Person) -> None:
    """Keep what stands in a form's fields; an outside list that was not searched anew keeps what it held."""
    for one in values:
        found = elements.find(view.blocks, one["action"], one["block"])
        if found is None or found[0]["type"] != "input":
            continue
        kind, offered = found[1]["type"], one.get("offered")
        if kind.endswith("external_select") and offered is None:
            continue
        chosen = elements.choice(found[1], value(found[1], one.get("value"), ZoneInfo(person.tz)), offered)
        view.state.setdefault(one["block"], {})[one["action"]] = {"type": kind, **chosen}


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
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": str(raw)}]}
        return {"type": "rich_text", "elements": [section]}
    return raw if kind in elements.BUTTONS else str(raw)
