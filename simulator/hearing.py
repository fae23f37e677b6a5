"""What has reached one person: direct messages and messages only they can see, and which of them they know already.

An edit counts as news once, and is marked as an edit.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from simulator import sight

if TYPE_CHECKING:
    from simulator.rows import Channel, Message, Person
    from simulator.workspace import Workspace

Known = dict[tuple[str, str], str]  # (channel, ts) -> what the message holds


class Hearing:
    """One person's ears."""

    def __init__(self, workspace: Workspace, person: Person) -> None:
        """Begin to listen; what is there already is not news."""
        self._workspace = workspace
        self._person = person
        self._heard = self.known()

    def known(self, place: Channel | None = None) -> Known:
        """Everything that reached this person up to now, and what the app said to everybody in one place."""
        return {(m.channel, m.ts): _held(m) for m in self._messages(place)}

    def news(self) -> list[str]:
        """What came or changed since last asked, edits marked; from now on it is known."""
        before, self._heard = self._heard, self.known()
        news = []
        for message in self._messages():
            key = (message.channel, message.ts)
            if before.get(key) != _held(message):
                news.append(f"(edited) {self._look(message)}" if key in before else self._look(message))
        return news

    def shown_since(self, known: Known, place: Channel | None = None) -> list[str]:
        """What came or changed since `known`, as it stands; from now on it is known, but nothing older is."""
        shown = [m for m in self._messages(place) if known.get((m.channel, m.ts)) != _held(m)]
        self._heard |= {(m.channel, m.ts): _held(m) for m in shown}
        return [self._look(message) for message in shown]

    def last(self) -> str:
        """The newest message that reached this person; everything so far is known from now on."""
        self._heard = self.known()
        messages = self._messages()
        return self._look(messages[-1]) if messages else ""

    def everything(self) -> list[str]:
        """Every message that reached this person, as it looks now, oldest first."""
        return [self._look(message) for message in self._messages()]

    def _messages(self, place: Channel | None = None) -> list[Message]:
        me = self._person.id
        with self._workspace.lock:
            found = [
                message
                for channel in self._workspace.channels.values()
                if me in channel.members
                for message in channel.seen_by(me)
                if message.user != me
                and (message.ephemeral_to == me or channel.kind == "im" or (channel is place and message.bot_id))
            ]
        return sorted(found, key=lambda message: message.ts)

    def _look(self, message: Message) -> str:
        return sight.text(self._workspace, message, self._person)


def _held(message: Message) -> str:
    """What a message holds, whatever the reader's clock or names make of it."""
    return json.dumps([message.text, message.blocks, message.attachments, message.files, message.edited], default=str)
