"""Reads what is kept of the wire for people: which of it is asked for, who and where it was, what a pointer means."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.rows import Channel, Json
    from simulator.slack import Slack
    from simulator.wire import Exchange
    from simulator.workspace import Workspace

KINDS = {
    "call": "Calls of the Web API",
    "command": "Slash commands",
    "interaction": "Buttons, menus and forms",
    "event": "Events",
    "response_url": "Posts to a response_url",
    "file": "Uploads and downloads",
    "socket": "Socket Mode connections",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see of it; what is empty matters not."""

    team: str = ""
    kind: str = ""
    person: str = ""
    channel: str = ""
    words: str = ""
    only: str = ""  # "troubled": refused, doubtful or in trouble

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Self:
        """Read it from the address."""
        return cls(*(asked.get(key, "") for key in ("team", "kind", "person", "channel", "words", "only")))

    def wants(self, one: Exchange) -> bool:
        """Whether this exchange is among it."""
        if self.team and one.team not in (None, self.team):
            return False
        if (self.kind and one.kind != self.kind) or (self.person and one.person != self.person):
            return False
        if self.channel and one.channel != self.channel:
            return False
        if self.only and not any(note.weight != "info" for note in one.notes):
            return False
        words = self.words.strip().lower()
        return not words or any(words in part.lower() for part in (one.name, one.about, one.outcome, *_bodies(one)))


def names(slack: Slack, team: str) -> dict[str, dict[str, str]]:
    """The people and places of a workspace, or of all, by their ids."""
    chosen = [slack.workspaces[team]] if team in slack.workspaces else list(slack.workspaces.values())
    return {
        "people": {person.id: person.real_name for one in chosen for person in one.humans()},
        "channels": {
            channel.id: f"#{channel.name}" if channel.name else _direct(one, channel)
            for one in chosen
            for channel in one.channels.values()
        },
    }


def zone(slack: Slack, team: str, person: str) -> tzinfo:
    """The time zone of whoever looks, UTC for nobody in particular."""
    workspace = slack.workspaces.get(team)
    found = workspace.people.get(person) if workspace else None
    return ZoneInfo(found.tz) if found else UTC


def pointed(one: Exchange, pointer: str) -> str:
    """The part of what the app sent that a JSON pointer means, as JSON; nothing if it is not there."""
    if not pointer:
        return ""
    sent = one.request if one.to == "slack" else one.answer
    try:
        held: Any = json.loads(sent)
        for part in pointer.strip("/").split("/"):
            held = held[int(part)] if isinstance(held, list) else held[part]
    except (KeyError, IndexError, TypeError, ValueError):
        return ""
    return json.dumps(held, ensure_ascii=False, indent=2)


def pretty(text: str) -> str:
    """What was kept as JSON, with a line for each part."""
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) if text else ""


def as_json(one: Exchange) -> Json:
    """One exchange as an object to copy."""
    return {
        "at": one.at.isoformat(timespec="milliseconds"),
        "real_at": one.real_at.isoformat(timespec="milliseconds"),
        "kind": one.kind,
        "to": one.to,
        "name": one.name,
        "ok": one.ok,
        "outcome": one.outcome,
        "took_ms": one.took_ms,
        "headers": _parsed(one.headers),
        "request": _parsed(one.request),
        "answer_headers": _parsed(one.answer_headers),
        "answer": _parsed(one.answer),
        "notes": [{"weight": n.weight, "words": n.words, "pointer": n.pointer} for n in one.notes],
    }


def _direct(workspace: Workspace, channel: Channel) -> str:
    people = [workspace.people[member] for member in channel.members if member in workspace.people]
    return " and ".join(person.real_name for person in people)


def _bodies(one: Exchange) -> tuple[str, ...]:
    return one.request, one.answer, one.headers


def _parsed(text: str) -> Any:  # noqa: ANN401
    return json.loads(text) if text else None
