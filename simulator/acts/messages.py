"""Writing, editing, deleting and reacting to messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import payloads, posting
from simulator.acts.results import Result
from simulator.wording import as_sent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rows import Channel, File, Json, Message, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def post_message(
    slack: Slack,
    person: Person,
    channel: Channel,
    text: str,
    *,
    thread_ts: str | None = None,
    files: Sequence[File] = (),
) -> Result:
    """Write in a channel, a thread or a direct conversation."""
    workspace = slack.workspace_of(person)
    if channel.archived:
        return Result(error="You can't post here: the channel is archived.")
    message = posting.add(
        workspace,
        channel,
        person.id,
        text=as_sent(workspace, text),
        thread_ts=thread_ts,
        files=[file.id for file in files],
        subtype="file_share" if files else None,
    )
    for file in files:
        file.shared_in[channel.id] = message.ts
        if thread_ts:
            file.threads[channel.id] = thread_ts
    reply = posting.tell(slack, workspace, message, later=False)
    _mention(slack, workspace, channel, message)
    return Result(reply, message=message)


def edit_message(slack: Slack, person: Person, message: Message, text: str) -> Result:
    """Change one's own message."""
    workspace = slack.workspace_of(person)
    before = payloads.message(workspace, message, url=slack.url)
    posting.change(workspace, message, {"text": as_sent(workspace, text)})
    posting.tell_changed(slack, workspace, message, before, later=False)
    return Result(message=message)


def delete_message(slack: Slack, person: Person, message: Message) -> Result:
    """Take a message away; one only visible to oneself just disappears."""
    workspace = slack.workspace_of(person)
    before = payloads.message(workspace, message, url=slack.url)
    posting.remove(workspace, message)
    if message.ephemeral_to is None:
        posting.tell_changed(slack, workspace, message, before, later=False)
    return Result()


def react(slack: Slack, person: Person, message: Message, name: str) -> Result:
    """Put an emoji on a message."""
    workspace = slack.workspace_of(person)
    with workspace.lock:
        users = message.reactions.setdefault(name, [])
        if person.id in users:
            return Result(message=message)
        users.append(person.id)
    return _reacted(slack, person, message, name, added=True)


def unreact(slack: Slack, person: Person, message: Message, name: str) -> Result:
    """Take one's emoji off a message."""
    workspace = slack.workspace_of(person)
    with workspace.lock:
        if person.id not in message.reactions.get(name, []):
            return Result(message=message)
        message.reactions[name].remove(person.id)
    return _reacted(slack, person, message, name, added=False)


def _reacted(slack: Slack, person: Person, message: Message, name: str, *, added: bool) -> Result:
    workspace = slack.workspace_of(person)
    workspace.changed("reaction", channel=message.channel, ts=message.ts)
    event: Json = {
        "type": "reaction_added" if added else "reaction_removed",
        "user": person.id,
        "reaction": name,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "item_user": message.user,
    }
    reply = slack.events.tell(workspace, event, channel=workspace.channels[message.channel])
    return Result(reply, message=message)


def _mention(slack: Slack, workspace: Workspace, channel: Channel, message: Message) -> None:
    bot = workspace.bot()
    if bot is None or f"<@{bot.id}>" not in message.text or channel.kind == "im":
        return
    event: Json = {"type": "app_mention", "user": message.user, "text": message.text, "ts": message.ts}
    event |= {"channel": channel.id, "team": workspace.id, "event_ts": message.ts}
    if message.thread_ts:
        event["thread_ts"] = message.thread_ts
    slack.events.tell(workspace, event, channel=channel)
