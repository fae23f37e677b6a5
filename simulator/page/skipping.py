"""Lets pretend time pass from the page: to the next event, tomorrow, Monday or any moment; says what came for whom."""

from __future__ import annotations

import contextlib
import queue
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from simulator import sight
from simulator.drawing import dates
from simulator.page.asked_for import NotThereError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.rows import Change, Json, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

LATEST_SKIP = timedelta(days=400)
QUIET_SECONDS, LONGEST_WAIT = 0.4, 3.0


def skip(slack: Slack, workspace: Workspace, person: Person, to: str) -> Json:
    """Skip to the moment this person asks for, on their own clock."""
    now, zone = slack.clock.now(), ZoneInfo(person.tz)
    target = _moment(to, now.astimezone(zone), slack.clock.next_wake())
    if target < now:
        return {"error": "That moment has passed; the pretend clock only goes forward."}
    if target - now > LATEST_SKIP:
        return {"error": "That is more than a year ahead. Skip in smaller steps."}
    news: queue.SimpleQueue[Change] = queue.SimpleQueue()
    slack.subscribe(news)
    try:
        slack.clock.skip_to(target)
        slack.events.settle()
        changes = list(_until_quiet(news))
    finally:
        slack.stream.unsubscribe(news)
    workspace.changed("clock")
    here = slack.clock.now().astimezone(zone)
    return {"error": "", "now": dates.moment(here), "arrived": _arrived(changes, workspace)}


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


def _arrived(news: list[Change], workspace: Workspace) -> list[str]:
    """Say what came for whom while the clock ran, each message once."""
    said: dict[tuple[str, str], str] = {}
    for change in news:
        channel = workspace.channels.get(change.channel_id or "")
        message = channel.message(change.ts or "") if channel and change.what == "message" else None
        if not channel or not message or change.team_id != workspace.id:
            continue
        others = [member for member in channel.members if member != message.user and member in workspace.people]
        reader = workspace.people[message.ephemeral_to or others[0]] if message.ephemeral_to or others else None
        if reader is None:
            continue
        whom = f"#{channel.name}" if channel.kind != "im" and not message.ephemeral_to else reader.real_name
        first = next((line for line in sight.text(workspace, message, reader).split("\n") if line.strip()), "")
        said[channel.id, message.ts] = f"{whom}: {first[:120]}"
    return list(said.values())
