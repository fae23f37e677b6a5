"""One pretend Slack team: who is there, where they talk, what they see. All its rows are guarded by one lock.

It knows nothing of the protocol, of requests, or of any app's wording.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.rows import (
    COLOURS,
    Change,
    Channel,
    File,
    Installation,
    Json,
    Kind,
    Listener,
    Message,
    Person,
    Scheduled,
    Stream,
    View,
    What,
)

if TYPE_CHECKING:
    from simulator.clock import SimulatedClock
    from simulator.tour import Tour

__all__ = [
    "Change",
    "Channel",
    "File",
    "Installation",
    "Json",
    "Kind",
    "Listener",
    "Message",
    "Person",
    "Scheduled",
    "Stream",
    "View",
    "What",
    "Workspace",
]


@dataclass(eq=False)
class Workspace:
    """One Slack team.

    Its tables are replaced, never changed in place, so that whoever reads them needs no lock.
    """

    id: str
    name: str
    domain: str
    clock: SimulatedClock
    stream: Stream = field(default_factory=Stream)
    lock: threading.RLock = field(default_factory=threading.RLock)
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    modals: dict[str, list[View]] = field(default_factory=dict)  # user id -> stack, the visible one last
    homes: dict[str, View] = field(default_factory=dict)  # user id -> published Home
    home_opened: set[str] = field(default_factory=set)
    scheduled: dict[str, Scheduled] = field(default_factory=dict)
    installation: Installation | None = None
    read_upto: dict[tuple[str, str], str] = field(default_factory=dict)  # (user id, channel id) -> ts
    tour: Tour | None = None
    _counter: int = 0

    def subscribe(self, queue: Listener) -> None:
        """Put every change in this pretend Slack into this queue."""
        self.stream.subscribe(queue)

    def changed(
        self, what: What, *, channel: str | None = None, user: str | None = None, ts: str | None = None
    ) -> None:
        """Tell the subscribers, and the guided tour first."""
        change = Change(self.id, what, channel, user, ts)
        if self.tour and self.tour.sees(self, change):
            self.stream.publish(Change(self.id, "tour"))
        self.stream.publish(change)

    def new_id(self, prefix: str, label: str = "") -> str:
        """An id that looks like Slack's, speaks of what it names and is unique in this Slack."""
        tag = self.id[2:5]
        word = "".join(c for c in label.upper() if c.isascii() and c.isalnum())[:12]
        if word:
            wanted = f"{prefix}{tag}{word}".ljust(11, "0")
            if wanted not in self.people and wanted not in self.channels:
                return wanted
        self._counter += 1
        return f"{prefix}{tag}{self._counter:07d}"

    def add_person(self, name: str, real_name: str, **details: Any) -> Person:  # noqa: ANN401
        """Give somebody an account here."""
        with self.lock:
            initials = "".join(word[0] for word in real_name.split() if word[:1].isalpha() and word != "Dr.")[
                :2
            ].upper()
            person = Person(
                **{
                    "id": self.new_id("U", name),
                    "team_id": self.id,
                    "name": name,
                    "real_name": real_name,
                    "email": f"{name}@{self.domain}.example",
                    "initials": initials,
                    "colour": COLOURS[len(self.people) % len(COLOURS)],
                    **details,
                }
            )
            self.people = {**self.people, person.id: person}
        self.changed("person", user=person.id)
        return person

    def add_channel(self, name: str, *, members: list[str], kind: Kind = "public", **details: Any) -> Channel:  # noqa: ANN401
        """Make a channel with these user ids in it."""
        with self.lock:
            channel = Channel(
                **{
                    "id": self.new_id("G" if kind == "im" else "C", name),
                    "team_id": self.id,
                    "name": name,
                    "kind": kind,
                    "members": list(members),
                    "created": int(self.clock.now().timestamp()),
                    **details,
                }
            )
            self.channels = {**self.channels, channel.id: channel}
        self.changed("channel", channel=channel.id)
        return channel

    def direct(self, one: str, other: str) -> Channel:
        """The direct conversation of these two, made when it is first needed."""
        with self.lock:
            for channel in self.channels.values():
                if channel.kind == "im" and set(channel.members) == {one, other}:
                    return channel
            label = f"{self.people[one].name}{self.people[other].name}"
            return self.add_channel("", members=[one, other], kind="im", id=self.new_id("D", label))

    def person(self, who: str) -> Person:
        """The person with this id or name."""
        found = self.people.get(who) or next((p for p in self.people.values() if p.name == who), None)
        if found is None:
            raise KeyError(f"nobody here is called {who}")
        return found

    def channel(self, which: str) -> Channel:
        """The channel with this id or name, with or without its #."""
        name = which.removeprefix("#")
        found = self.channels.get(which) or next((c for c in self.channels.values() if c.name and c.name == name), None)
        if found is None:
            raise KeyError(f"there is no channel {which}")
        return found

    def bot(self) -> Person | None:
        """The app's own user here, while it is installed."""
        return self.people[self.installation.bot_user] if self.installation and self.installation.installed else None

    def humans(self) -> list[Person]:
        """Everybody who is not a bot, in the order they came."""
        return [person for person in self.people.values() if not person.is_bot]

    def top_modal(self, user_id: str) -> View | None:
        """The modal this person has in front of them."""
        stack = self.modals.get(user_id)
        return stack[-1] if stack else None

    def view(self, view_id: str) -> View | None:
        """An open modal or published Home by its id."""
        every = [view for stack in self.modals.values() for view in stack] + list(self.homes.values())
        return next((view for view in every if view.id == view_id), None)

    def next_ts(self, channel: Channel) -> str:
        """A fresh ts from the pretend clock, later than every other in this channel."""
        micros = int(self.clock.now().timestamp() * 1_000_000)
        if channel.messages:
            seconds, _, rest = channel.messages[-1].ts.partition(".")
            micros = max(micros, int(seconds) * 1_000_000 + int(rest) + 1)
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"
