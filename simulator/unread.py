"""How far everybody has read in every conversation, as Slack keeps it for its unread counts.

It knows nothing of screens: whoever shows a conversation says that it was read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.rows import Channel, Person
    from simulator.workspace import Workspace

MOST = 99
"""More than this is not counted; whoever shows it writes `99+`."""


def upto(workspace: Workspace, person: Person, channel: Channel) -> str:
    """The ts of the last message this person has read here; empty where they have read none."""
    return workspace.read_upto.get((person.id, channel.id), "")


def read(workspace: Workspace, person: Person, channel: Channel) -> None:
    """Note that this person has read the conversation to its end."""
    if channel.messages:
        workspace.read_upto[person.id, channel.id] = channel.messages[-1].ts


def read_everything(workspace: Workspace, until: datetime) -> None:
    """Note that everybody has read whatever was said before a moment."""
    moment = f"{until.timestamp():.6f}"
    for channel in workspace.channels.values():
        for member in channel.members:
            workspace.read_upto[member, channel.id] = moment


def unread(workspace: Workspace, person: Person, channel: Channel) -> int:
    """Count what others wrote to all since this person last looked, to one more than `MOST`.

    Messages only visible to one person count for nobody, as in Slack.
    """
    seen, count = upto(workspace, person, channel), 0
    for message in reversed(channel.messages):
        if message.ts <= seen or count > MOST:
            break
        count += message.user != person.id and not message.deleted and message.ephemeral_to is None
    return count
