"""Sharing a file: its bytes are kept, a message carries it, and the app hears file_shared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.acts.messages import post_message
from simulator.acts.results import Result
from simulator.filing import keep, shared_event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rows import Channel, File, Person
    from simulator.slack import Slack


def upload_file(
    slack: Slack,
    person: Person,
    channel: Channel,
    source: Path | bytes,
    *,
    name: str | None = None,
    text: str = "",
    thread_ts: str | None = None,
    mimetype: str | None = None,
) -> Result:
    """Share one file in a channel, with a few words if wanted."""
    workspace = slack.workspace_of(person)
    if channel.archived:
        return Result(error="You can't post here: the channel is archived.")
    content = source.read_bytes() if isinstance(source, Path) else source
    title = name or (source.name if isinstance(source, Path) else "file")
    file = keep(workspace, person.id, title, content, mimetype)
    return share_files(slack, person, channel, [file], text=text, thread_ts=thread_ts)


def share_files(
    slack: Slack,
    person: Person,
    channel: Channel,
    files: Sequence[File],
    *,
    text: str = "",
    thread_ts: str | None = None,
) -> Result:
    """Share files that are kept already in one message; the app hears of each."""
    workspace = slack.workspace_of(person)
    posted = post_message(slack, person, channel, text, thread_ts=thread_ts, files=files)
    if posted.error:
        return posted
    reply = posted.reply
    for file in files:
        reply = slack.events.tell(workspace, shared_event(file, channel.id), channel=channel) or reply
    return Result(reply, message=posted.message, file=files[0])
