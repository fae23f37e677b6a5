"""Coming and going in channels: people and the app, one's own step or somebody else's; topics and archives too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import posting, sight
from simulator.acts.results import NOT_INSTALLED, Result
from simulator.wording import as_sent

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

CHANNEL_LETTER = {"public": "C", "private": "G", "im": "D"}
MOST_TOPIC = 250


def join_channel(slack: Slack, person: Person, channel: Channel) -> Result:
    """Come into a channel by oneself."""
    return _enter(slack, slack.workspace_of(person), person.id, channel, inviter=None)


def invite_person(slack: Slack, person: Person, guest: Person, channel: Channel) -> Result:
    """Bring somebody else, or the app's bot, into a channel."""
    return _enter(slack, slack.workspace_of(person), guest.id, channel, inviter=person.id)


def invite_app(slack: Slack, person: Person, channel: Channel) -> Result:
    """Bring the app's bot into a channel."""
    bot = slack.workspace_of(person).bot()
    return invite_person(slack, person, bot, channel) if bot else Result(error=NOT_INSTALLED)


def leave_channel(slack: Slack, person: Person, channel: Channel) -> Result:
    """Leave a channel by oneself."""
    return _leave(slack, person, person, channel)


def remove_person(slack: Slack, person: Person, guest: Person, channel: Channel) -> Result:
    """Take somebody else, or the app's bot, out of a channel."""
    return _leave(slack, person, guest, channel)


def kick_app(slack: Slack, person: Person, channel: Channel) -> Result:
    """Take the app's bot out of a channel."""
    bot = slack.workspace_of(person).bot()
    return remove_person(slack, person, bot, channel) if bot else Result(error=NOT_INSTALLED)


def set_topic(slack: Slack, person: Person, channel: Channel, topic: str) -> Result:
    """Say what a channel is about; no words take the topic away."""
    workspace = slack.workspace_of(person)
    if len(topic) > MOST_TOPIC:
        return Result(error=f"A topic can have {MOST_TOPIC} characters; this one has {len(topic)}.")
    with workspace.lock:
        channel.topic = topic
    workspace.changed("channel", channel=channel.id)
    said = f"set the channel topic: {as_sent(workspace, topic)}" if topic else "cleared the channel topic"
    text = f"<@{person.id}> {said}"
    return Result(message=posting.add(workspace, channel, person.id, text=text, subtype="channel_topic"))


def archive_channel(slack: Slack, person: Person, channel: Channel) -> Result:
    """Close a channel; it can be read but nobody can write in it."""
    return _archive(slack, person, channel, "archive")


def unarchive_channel(slack: Slack, person: Person, channel: Channel) -> Result:
    """Open an archived channel again."""
    return _archive(slack, person, channel, "unarchive")


def _enter(slack: Slack, workspace: Workspace, user: str, channel: Channel, inviter: str | None) -> Result:
    if channel.archived:
        return Result(error="The channel is archived.")
    if user in channel.members:
        return Result()
    with workspace.lock:
        channel.members.append(user)
    workspace.changed("channel", channel=channel.id, user=user)
    said = f"<@{user}> has joined the channel"
    posting.add(workspace, channel, user, text=said, subtype="channel_join", actor=inviter)
    event: Json = {"type": "member_joined_channel", **_member(workspace, user, channel)}
    if inviter:
        event["inviter"] = inviter
    return Result(slack.events.tell(workspace, event, channel=channel))


def _leave(slack: Slack, person: Person, guest: Person, channel: Channel) -> Result:
    """Take somebody out; an app that was taken out is told so in words of its own."""
    workspace = slack.workspace_of(person)
    if guest.id not in channel.members:
        return Result(error=f"{sight.called(workspace, guest)} is not in this channel.")
    if channel.general:
        return Result(error=f"Nobody can leave #{channel.name}.")
    with workspace.lock:
        channel.members.remove(guest.id)
    workspace.changed("channel", channel=channel.id, user=guest.id)
    said = f"<@{guest.id}> has left the channel"
    actor = person.id if guest is not person else None
    posting.add(workspace, channel, guest.id, text=said, subtype="channel_leave", actor=actor)
    left: Json = {"type": "member_left_channel", **_member(workspace, guest.id, channel)}
    reply = slack.events.tell(workspace, left, channel=channel)
    if guest is workspace.bot():
        kind = "group_left" if channel.kind == "private" else "channel_left"
        reply = slack.events.tell(workspace, {"type": kind, "channel": channel.id, "actor_id": person.id})
    return Result(reply)


def _member(workspace: Workspace, user: str, channel: Channel) -> Json:
    letter = CHANNEL_LETTER[channel.kind]
    return {"user": user, "channel": channel.id, "channel_type": letter, "team": workspace.id}


def _archive(slack: Slack, person: Person, channel: Channel, what: str) -> Result:
    workspace = slack.workspace_of(person)
    with workspace.lock:
        channel.archived = what == "archive"
    workspace.changed("channel", channel=channel.id)
    kind = f"group_{what}" if channel.kind == "private" else f"channel_{what}"
    event: Json = {"type": kind, "channel": channel.id, "user": person.id}
    return Result(slack.events.tell(workspace, event, channel=channel))
