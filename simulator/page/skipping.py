"""Lets pretend time pass from the page: to the next event, tomorrow, Monday or any moment, or sixty times as fast."""

from __future__ import annotations

import contextlib
import queue
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

from simulator.page.asked_for import NotThereError
from simulator.page.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.rows import Change, Json, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

LATEST_SKIP = timedelta(days=400)
QUIET_SECONDS, LONGEST_WAIT = 0.3, 3.0
FAST = 60.0


class Skipping:
    """The clock as people at the page handle it, and what came for whom meanwhile."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._tallies: WeakKeyDictionary[Workspace, Tally] = WeakKeyDictionary()
        slack.subscribe(self)

    def put_nowait(self, item: Change, /) -> None:
        """Hand a change to whoever counts."""
        workspace = self._slack.workspaces.get(item.team_id)
        if workspace is not None:
            self.tally(workspace).put_nowait(item)

    def tally(self, workspace: Workspace) -> Tally:
        """Give what was counted in a workspace."""
        if workspace not in self._tallies:
            self._tallies[workspace] = Tally(workspace)
        return self._tallies[workspace]

    def skip(self, asked: Json, workspace: Workspace, person: Person) -> Json:
        """Skip to the moment this person asks for, on their own clock."""
        slack, zone = self._slack, ZoneInfo(person.tz)
        now = slack.clock.now()
        target = _moment(str(asked["to"]), now.astimezone(zone), slack.clock.next_wake())
        if target < now:
            return {"error": "That moment has passed; the pretend clock only goes forward."}
        if target - now > LATEST_SKIP:
            return {"error": "That is more than a year ahead. Skip in smaller steps."}
        news: queue.SimpleQueue[Change] = queue.SimpleQueue()
        for one in slack.workspaces.values():
            self.tally(one).begin(now)
        slack.subscribe(news)
        try:
            slack.clock.skip_to(target)
            slack.events.settle()
            for _ in _until_quiet(news):
                pass
        finally:
            slack.stream.unsubscribe(news)
            self._settled(workspace)
        return {"error": "", "skipped": True}

    def run(self, _asked: Json, workspace: Workspace, _person: Person) -> Json:
        """Let the clock run fast until somebody stops it."""
        for one in self._slack.workspaces.values():
            self.tally(one).begin(self._slack.clock.now())
        self._slack.clock.hurry(FAST)
        workspace.changed("clock")
        return {"error": ""}

    def stop(self, _asked: Json, workspace: Workspace, _person: Person) -> Json:
        """Let the clock go on as it did before."""
        self._slack.clock.ease()
        self._settled(workspace)
        return {"error": ""}

    def seen(self, _asked: Json, workspace: Workspace, _person: Person) -> Json:
        """Put away what was counted."""
        self.tally(workspace).clear()
        workspace.changed("clock")
        return {"error": ""}

    def start_over(self, _asked: Json, _workspace: Workspace, _person: Person) -> Json:
        """Restore the seed."""
        if self._slack.start_over:
            self._slack.start_over()
        else:
            self._slack.reset()
        return {"error": "", "afresh": True}

    def _settled(self, workspace: Workspace) -> None:
        if not self._slack.clock.hurried:
            for one in self._slack.workspaces.values():
                self.tally(one).end(self._slack.clock.now())
        workspace.changed("clock")


def _moment(to: str, here: datetime, next_wake: datetime | None) -> datetime:
    if to == "next":
        if next_wake is None:
            raise NotThereError("Nothing waits for a moment to come.")
        return max(next_wake, here)
    nine = here.replace(hour=9, minute=0, second=0, microsecond=0)
    if to == "tomorrow":
        return nine + timedelta(days=1)
    if to == "monday":
        return nine + timedelta(days=(7 - here.weekday()) or 7)
    return datetime.fromisoformat(to).replace(tzinfo=here.tzinfo)


def _until_quiet(news: queue.SimpleQueue[Change]) -> Iterator[Change]:
    """Take what changes until nothing more does; an app may speak a moment after its clock has struck."""
    deadline = time.monotonic() + LONGEST_WAIT
    with contextlib.suppress(queue.Empty):
        while time.monotonic() < deadline:
            yield news.get(timeout=QUIET_SECONDS)
