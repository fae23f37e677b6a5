"""What has reached one person: direct messages and messages only they can see, and which of them they know already.

An edit counts as news once, and is marked as an edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import sight

if TYPE_CHECKING:
    from simulator.rows import Message, Person
    from simulator.workspace import Workspace

Known = dict[tuple[str, str], str]  # (channel, ts) -> how the message looked


class Hearing:
    """One person's ears."""

    def __init__(self, workspace: Workspace, person: Person) -> None:
        """Begin to listen; what is there already is not news."""
        self._workspace = workspace
        self._person = person
        self._heard = self.known()

    def known(self) -> Known:
        """Everything that reached this person up to now, as it looks now."""
        return {(m.channel, m.ts): self._look(m) for m in self._messages()}

    def news(self) -> list[str]:
        """What came or changed since last asked, edits marked; from now on it is known."""
        before, self._heard = self._heard, self.known()
        changed = [(key, look) for key, look in self._heard.items() if before.get(key) != look]
        return [f"(edited) {look}" if key in before else look for key, look in changed]

    def shown_since(self, known: Known) -> list[str]:
        """What came or changed since `known`, as it stands; from now on it is known, but nothing older is."""
        shown = {key: look for key, look in self.known().items() if known.get(key) != look}
        self._heard |= shown
        return list(shown.values())

    def last(self) -> str:
        """The newest message that reached this person; everything so far is known from now on."""
        self._heard = self.known()
        messages = self._messages()
        return self._look(messages[-1]) if messages else ""

    def everything(self) -> list[str]:
        """Every message that reached this person, as it looks now, oldest first."""
        return [self._look(message) for message in self._messages()]

    def _messages(self) -> list[Message]:
        me = self._person.id
        with self._workspace.lock:
            found = [
                message
                for channel in self._workspace.channels.values()
                if me in channel.members
                for message in channel.seen_by(me)
                if message.user != me and (message.ephemeral_to == me or channel.kind == "im")
            ]
        return sorted(found, key=lambda message: message.ts)

    def _look(self, message: Message) -> str:
        return sight.text(self._workspace, message, self._person)
