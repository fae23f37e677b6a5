"""What one person of a story has in front of them: conversations, Home, modal, and what has reached them, as text.

It looks and finds; it does nothing. Whoever finds nothing is told what the person sees instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import finding, sight
from simulator.hearing import Hearing
from simulator.rows import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.finding import Found
    from simulator.people import Practice
    from simulator.rows import Channel, Person, View
    from simulator.slack import Slack
    from simulator.workspace import Workspace


class Onlooker:
    """One person's eyes and ears."""

    def __init__(self, practice: Practice, person: Person) -> None:
        """Sit down; what was said before is not news."""
        self.practice = practice
        self.person = person
        self._hearing = Hearing(practice.workspace, person)
        self._on_home = False

    def __repr__(self) -> str:
        """Say who it is."""
        return f"<{self.name}>"

    @property
    def name(self) -> str:
        """The name others type after an @."""
        return self.person.name

    @property
    def id(self) -> str:
        """The user id."""
        return self.person.id

    def sees(self, channel: str) -> str:
        """Read a whole conversation: what is only for others is not there."""
        return sight.transcript(self._workspace, self._place(channel), self.person)

    def sees_dm(self) -> str:
        """Read the whole conversation with the app."""
        return sight.transcript(self._workspace, self._place(None), self.person)

    @property
    def dm(self) -> str:
        """The whole conversation with the app."""
        return self.sees_dm()

    @property
    def home(self) -> str:
        """The app's Home as it stands, without opening it anew."""
        view = self._workspace.homes.get(self.person.id)
        return sight.view_text(self._workspace, view, self.person) if view else ""

    @property
    def modal(self) -> str:
        """The modal in front of this person, or nothing."""
        view = self._workspace.top_modal(self.person.id)
        return sight.view_text(self._workspace, view, self.person) if view else ""

    @property
    def last_message(self) -> str:
        """The newest direct or ephemeral message; whoever asks has heard everything so far."""
        return self._hearing.last()

    def new_messages(self) -> list[str]:
        """Direct and ephemeral messages since last asked or shown, edits marked as such."""
        return self._hearing.news()

    def hears_nothing_more(self) -> bool:
        """Assert that nothing reached this person since last asked."""
        news = self._hearing.news()
        if news:
            raise AssertionError(f"{self.name} heard more:\n" + "\n\n".join(news))
        return True

    def counts_messages(self, part: str = "") -> int:
        """Count all direct and ephemeral messages so far whose text has this part."""
        return sum(part in said for said in self._hearing.everything())

    def message(self, part: str | Message, channel: Channel | None = None) -> Message:
        """Find the newest message this person sees whose text has this part."""
        if isinstance(part, Message):
            return part
        for message in self._visible():
            if channel not in (None, self._workspace.channels[message.channel]):
                continue
            if part in sight.text(self._workspace, message, self.person):
                return message
        raise AssertionError(f"{self.name} sees no message with {part!r}\n\n{self._screen()}")

    @property
    def _slack(self) -> Slack:
        return self.practice.slack

    @property
    def _workspace(self) -> Workspace:
        return self.practice.workspace

    def _place(self, channel: str | None) -> Channel:
        if channel is None or channel == "dm":
            bot = self._workspace.bot()
            assert bot, "the app is not installed"  # noqa: S101
            return self._workspace.direct(self.person.id, bot.id)
        if channel.startswith("@"):
            other = finding.person_called(self._workspace, channel)
            return self._workspace.direct(self.person.id, other.id)
        return self._workspace.channel(channel)

    def _open_modal(self) -> View:
        view = self._workspace.top_modal(self.person.id)
        if view is None:
            raise AssertionError(f"{self.name} has no modal open\n\n{self._screen()}")
        return view

    def _visible(self) -> list[Message]:
        with self._workspace.lock:
            mine = [c for c in self._workspace.channels.values() if self.person.id in c.members]
            every = [message for channel in mine for message in channel.seen_by(self.person.id)]
        return sorted(every, key=lambda message: message.ts, reverse=True)

    def _find(self, look: Callable[..., list[Found]], what: str, label: str, on: str | None) -> Found:
        """Look at the modal alone if one is open; otherwise at the Home if it is open, then from the newest message."""
        modal = self._workspace.top_modal(self.person.id)
        home = self._workspace.homes.get(self.person.id) if self._on_home else None
        surfaces = [modal] if modal else [*([home] if home else []), *self._visible()]
        for surface in surfaces:
            found = look(surface, self._workspace, self.person, label, on)
            if len(found) > 1:
                raise AssertionError(f"{self.name} sees {len(found)} times {label!r}; say on=...\n\n{self._screen()}")
            if found:
                return found[0]
        where = f" near {on!r}" if on else ""
        raise AssertionError(f"{self.name} sees no {what} {label!r}{where}\n\n{self._screen()}")

    def _screen(self) -> str:
        if self.modal:
            return f"In front of {self.name}:\n{self.modal}"
        shown = [f"{self.name}'s Home:\n{self.home}"] if self._on_home else []
        for channel in sight.conversations(self._workspace, self.person):
            said = sight.transcript(self._workspace, channel, self.person)
            if said:
                shown.append(f"{sight.title(self._workspace, channel, self.person)}:\n{said}")
        return "\n\n".join(shown) or "(an empty screen)"
