"""Where "New" stands in a conversation: before the first message its reader had not read when they came to it.

A reader who looks away, or has scrolled up, reads nothing meanwhile; what came then is new when they are back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import unread

if TYPE_CHECKING:
    from simulator.rows import Channel, Person
    from simulator.workspace import Workspace


class Reading:
    """The lines of everybody in one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lines: dict[tuple[str, str], str] = {}
        self._away: set[tuple[str, str]] = set()

    def look(self, viewer: Person, channel: Channel, *, arriving: bool, looking: bool) -> None:
        """Note that somebody has a conversation before them, just come to or not, and whether they look at its end."""
        key = viewer.id, channel.id
        if arriving or (looking and key in self._away):
            new = unread.unread(self._workspace, viewer, channel)
            before = unread.upto(self._workspace, viewer, channel)
            if new or arriving:
                self._lines[key] = (before or "0") if new else ""
        if not looking:
            self._away.add(key)
            return
        self._away.discard(key)
        if not arriving and channel.messages[-1:] and channel.messages[-1].user == viewer.id:
            self._lines.pop(key, None)  # who has just written has seen what there was
        unread.read(self._workspace, viewer, channel)

    def line(self, viewer: Person, channel: Channel) -> str:
        """Give the ts after which everything is new; empty where nothing is."""
        return self._lines.get((viewer.id, channel.id), "")
