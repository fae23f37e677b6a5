"""Coming and going: people and the app in channels, accounts, installations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import payloads, posting, screens
from simulator.acts.results import NOT_INSTALLED, Result

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

CHANNEL_LETTER = {"public": "C", "private": "G", "im": "D"}


def join_channel(slack: Slack, person: Person, channel: Channel) -> Result:
    """Come into a channel by oneself."""
    return _enter(slack, slack.workspace_of(person), person.id, channel, inviter=None)


def invite_person(slack: Slack, person: Person, guest: Person, channel: Channel) -> Result:
    """Bring somebody else into a channel."""
    return _enter(slack, slack.workspace_of(person), guest.id, channel, inviter=person.id)


def invite_app(slack: Slack, person: Person, channel: Channel) -> Result:
    """Bring the app's bot into a channel, as /invite does."""
    workspace = slack.workspace_of(person)
    bot = workspace.bot()
    if bot is None:
        return Result(error=NOT_INSTALLED)
    return _enter(slack, workspace, bot.id, channel, inviter=person.id)


def kick_app(slack: Slack, person: Person, channel: Channel) -> Result:
    """Take the app's bot out of a channel."""
    workspace = slack.workspace_of(person)
    bot = workspace.bot()
    if bot is None or bot.id not in channel.members:
        return Result(error="The app is not in this channel.")
    with workspace.lock:
        channel.members.remove(bot.id)
    workspace.changed("channel", channel=channel.id)
    kind = "group_left" if channel.kind == "private" else "channel_left"
    return Result(slack.events.tell(workspace, {"type": kind, "channel": channel.id, "actor_id": person.id}))


def archive_channel(slack: Slack, person: Person, channel: Channel) -> Result:
    """Close a channel; it can be read but nobody can write in it."""
    return _archive(slack, person, channel, "archive")


def unarchive_channel(slack: Slack, person: Person, channel: Channel) -> Result:
    """Open an archived channel again."""
    return _archive(slack, person, channel, "unarchive")


def deactivate_person(slack: Slack, person: Person) -> Result:
    """Close somebody's account, as an administrator does when they leave."""
    workspace = slack.workspace_of(person)
    with workspace.lock:
        person.deleted = True
        for channel in workspace.channels.values():
            if channel.kind != "im" and person.id in channel.members:
                channel.members.remove(person.id)
    workspace.changed("person", user=person.id)
    stamp = int(workspace.clock.now().timestamp())
    event: Json = {"type": "user_change", "user": payloads.user(workspace, person), "cache_ts": stamp}
    return Result(slack.events.tell(workspace, event))


def uninstall_app(slack: Slack, workspace: Workspace) -> Result:
    """Remove the app from the workspace: its token is dead at once, then it is told twice."""
    installation = workspace.installation
    if installation is None or not installation.installed:
        return Result(error=NOT_INSTALLED)
    with workspace.lock:
        installation.installed, installation.revoked = False, True
        for channel in workspace.channels.values():
            if channel.kind != "im" and installation.bot_user in channel.members:
                channel.members.remove(installation.bot_user)
        people = list(workspace.modals)
        workspace.homes = {}
        workspace.home_opened.clear()
    for user in people:
        screens.close(workspace, user, whole_stack=True)
    workspace.changed("app")
    slack.events.tell(workspace, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [installation.bot_user]}})
    return Result(slack.events.tell(workspace, {"type": "app_uninstalled"}))


def _enter(slack: Slack, workspace: Workspace, user: str, channel: Channel, inviter: str | None) -> Result:
    if channel.archived:
        return Result(error="The channel is archived.")
    if user in channel.members:
        return Result()
    with workspace.lock:
        channel.members.append(user)
    workspace.changed("channel", channel=channel.id, user=user)
    posting.add(workspace, channel, user, text=f"<@{user}> has joined the channel", subtype="channel_join")
    event: Json = {
        "type": "member_joined_channel",
        "user": user,
        "channel": channel.id,
        "channel_type": CHANNEL_LETTER[channel.kind],
        "team": workspace.id,
    }
    if inviter:
        event["inviter"] = inviter
    return Result(slack.events.tell(workspace, event, channel=channel))


def _archive(slack: Slack, person: Person, channel: Channel, what: str) -> Result:
    workspace = slack.workspace_of(person)
    with workspace.lock:
        channel.archived = what == "archive"
    workspace.changed("channel", channel=channel.id)
    kind = f"group_{what}" if channel.kind == "private" else f"channel_{what}"
    event: Json = {"type": kind, "channel": channel.id, "user": person.id}
    return Result(slack.events.tell(workspace, event, channel=channel))
