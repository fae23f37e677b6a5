"""Counts, for each person and channel, what the app says while pretend time passes quickly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator import sight

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.rows import Change, Channel, Message, Person
    from simulator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Arrived:
    """How much came to one place, and who can look at it there."""

    name: str  # "Ben" or "#social"
    count: int
    reader: str  # a user id; empty where whoever looks now can read it
    channel: str


class Tally:
    """What came since the clock was last let go, in one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._since: datetime | None = None
        self._counting = False
        self._seen: set[tuple[str, str]] = set()
        self._counts: Counter[tuple[str, str]] = Counter()  # (channel id, reader's id or nothing)
        self.until: datetime | None = None

    def begin(self, now: datetime) -> None:
        """Count from here on."""
        self._since, self.until, self._counting = now, None, True
        self._seen.clear()
        self._counts = Counter()

    def end(self, now: datetime) -> None:
        """Count no more; what was counted stays to be read."""
        self._counting, self.until = False, now

    def clear(self) -> None:
        """Put it away."""
        self._since, self.until, self._counting = None, None, False
        self._counts = Counter()

    @property
    def shown(self) -> bool:
        """Whether there is something to tell: a clock that runs, or one that has run."""
        return self._since is not None

    def put_nowait(self, item: Change, /) -> None:
        """Take one change, from whichever thread made it."""
        if not self._counting or item.what != "message" or item.team_id != self._workspace.id:
            return
        channel = self._workspace.channels.get(item.channel_id or "")
        message = channel.message(item.ts or "") if channel else None
        if channel is None or message is None or not self._is_new(channel, message):
            return
        self._counts = self._counts + Counter({(channel.id, self._reader(channel, message)): 1})

    def arrived(self, viewer: Person) -> list[Arrived]:
        """List what came, people before channels."""
        found = []
        for (channel_id, reader), count in self._counts.items():
            channel, person = self._workspace.channels.get(channel_id), self._workspace.people.get(reader)
            if channel is None:
                continue
            if person:
                found.append(Arrived(sight.called(self._workspace, person), count, reader, channel_id))
            else:
                known = viewer.id in channel.members
                other = next((one for one in channel.members if one in self._workspace.people), "")
                found.append(Arrived(f"#{channel.name}", count, "" if known else other, channel_id))
        return sorted(found, key=lambda one: (one.name.startswith("#"), one.name))

    def _is_new(self, channel: Channel, message: Message) -> bool:
        """Whether the app has just said it, rather than changed it."""
        key = channel.id, message.ts
        if not message.bot_id or key in self._seen or message.edited:
            return False
        self._seen.add(key)
        return self._since is not None and float(message.ts) >= self._since.timestamp()

    def _reader(self, channel: Channel, message: Message) -> str:
        if message.ephemeral_to:
            return message.ephemeral_to
        return next((one for one in channel.members if one != message.user), "") if channel.kind == "im" else ""
