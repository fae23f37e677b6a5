"""What the sidebar lists for one person: who they can be, where they can go, and what is unread there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator import sight, unread

if TYPE_CHECKING:
    from simulator.rows import Channel, Person
    from simulator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the sidebar."""

    where: str
    name: str
    unread: int = 0
    person: Person | None = None
    private: bool = False


def listed(workspace: Workspace, viewer: Person, app_channel: Channel | None) -> dict[str, Any]:
    """Gather what the sidebar shows."""
    mine = sight.conversations(workspace, viewer)
    return {
        "people": [(person, _all_unread(workspace, person)) for person in people(workspace)],
        "closed": [person for person in workspace.humans() if person.deleted and not person.is_stranger],
        "channels": [
            Place(c.id, c.name, unread.unread(workspace, viewer, c), private=c.kind == "private")
            for c in mine
            if c.kind != "im"
        ],
        "directs": _directs(workspace, viewer, [c for c in mine if c.kind == "im"], app_channel),
        "joinable": [
            channel
            for channel in workspace.channels.values()
            if channel.kind == "public" and viewer.id not in channel.members and not channel.archived
        ],
        "app_channel": app_channel,
        "app_unread": unread.unread(workspace, viewer, app_channel) if app_channel else 0,
    }


def people(workspace: Workspace) -> list[Person]:
    """List everybody one can be here."""
    return [person for person in workspace.humans() if not person.deleted and not person.is_stranger]


def completions(workspace: Workspace) -> list[dict[str, str]]:
    """List the people and channels that can be named in a message."""
    named = [{"word": f"@{p.name}", "about": p.real_name, "hint": p.title} for p in people(workspace)]
    bot = workspace.bot()
    if bot:
        named.append({"word": f"@{bot.name}", "about": bot.real_name, "hint": "app"})
    channels = [c for c in workspace.channels.values() if c.name and c.kind == "public"]
    return named + [{"word": f"#{c.name}", "about": c.purpose, "hint": ""} for c in channels]


def _all_unread(workspace: Workspace, person: Person) -> int:
    mine = sight.conversations(workspace, person)
    return min(sum(unread.unread(workspace, person, c) for c in mine), unread.MOST + 1)


def _directs(workspace: Workspace, viewer: Person, listed: list[Channel], app_channel: Channel | None) -> list[Place]:
    """List everybody one can write to; those never written to stand under their name."""
    found = []
    for person in people(workspace):
        there = next((c for c in listed if person.id in c.members and c is not app_channel), None)
        if person is not viewer:
            count = unread.unread(workspace, viewer, there) if there else 0
            found.append(Place(there.id if there else f"@{person.id}", person.real_name, count, person))
    return found
