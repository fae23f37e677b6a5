"""Who is reading: the names, the time zone and the present moment that turn ids into words.

Slack sends ids and timestamps; a person reads names and local times. This knows nothing of where they are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Names:
    """What one reader's screen puts in place of ids and timestamps."""

    people: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    zone: tzinfo = UTC
    now: datetime | None = None

    def person(self, user: str, otherwise: str = "") -> str:
        """Name a person the way a mention shows it."""
        return "@" + (self.people.get(user) or otherwise.removeprefix("@") or user)

    def channel(self, channel: str, otherwise: str = "") -> str:
        """Name a channel the way a mention shows it, or a direct conversation by its person."""
        if name := self.channels.get(channel):
            return name if name.startswith(("@", "#")) else "#" + name
        return "#" + (otherwise.removeprefix("#") or channel)

    def group(self, group: str, otherwise: str = "") -> str:
        """Name a user group the way a mention shows it."""
        return "@" + (self.groups.get(group) or otherwise.removeprefix("@") or group)

    def local(self, timestamp: float) -> datetime:
        """Give a Unix timestamp as the reader's own time of day."""
        return datetime.fromtimestamp(timestamp, self.zone)


NOBODY = Names()
