"""Slash commands and shortcuts; what Slack itself knows never reaches the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import payloads
from simulator.acts import slacks_own
from simulator.acts.answers import command_answer
from simulator.acts.results import NOT_INSTALLED, Result, command_error, interaction_error
from simulator.delivery import Parcel
from simulator.wording import as_sent

if TYPE_CHECKING:
    from simulator.rows import Channel, Json, Message, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def slash_command(slack: Slack, person: Person, channel: Channel, command: str, text: str = "") -> Result:
    """Type a slash command, `/plan` and what follows it; in a thread Slack offers no commands of apps."""
    if slacks_own.is_own(command):
        return slacks_own.carry_out(slack, person, channel, command, text)
    workspace = slack.workspace_of(person)
    known = slack.app.manifest.commands
    if workspace.bot() is None or (known is not None and command not in known):
        return Result(error=f"{command} is not a valid command.")
    escapes = slack.app.manifest.escapes(command)
    payload = _command(slack, workspace, person, channel) | {
        "command": command,
        "text": as_sent(workspace, text.strip(), labels=True) if escapes else text.strip(),
    }
    reply = slack.deliver(Parcel("slash_commands", payload))
    error = command_error(command, reply)
    if error:
        return Result(reply, error=error)
    answer = command_answer(slack, person, channel, command, reply)
    return Result(reply, error=answer.error, message=answer.message, view=workspace.top_modal(person.id))


def message_shortcut(slack: Slack, person: Person, message: Message, callback_id: str) -> Result:
    """Choose the app's entry in the menu of a message."""
    workspace = slack.workspace_of(person)
    channel = workspace.channels[message.channel]
    url = slack.passes.response_url(workspace.id, channel.id, person.id, message_ts=message.ts)
    payload = payloads.interaction(
        workspace,
        slack.app,
        person,
        "message_action",
        callback_id=callback_id,
        trigger_id=slack.passes.trigger(workspace.id, person.id, channel_id=channel.id),
        action_ts=f"{slack.clock.now().timestamp():.6f}",
        message_ts=message.ts,
        channel={"id": channel.id, "name": payloads.channel_name(channel)},
        message=payloads.message(workspace, message, url=slack.url),
        response_url=slack.response_address(url),
    )
    return _interact(slack, workspace, person, payload)


def global_shortcut(slack: Slack, person: Person, callback_id: str) -> Result:
    """Choose the app's entry in the shortcuts menu; there is no channel and no response_url."""
    workspace = slack.workspace_of(person)
    payload = payloads.interaction(
        workspace,
        slack.app,
        person,
        "shortcut",
        callback_id=callback_id,
        trigger_id=slack.passes.trigger(workspace.id, person.id),
        action_ts=f"{slack.clock.now().timestamp():.6f}",
    )
    return _interact(slack, workspace, person, payload)


def _interact(slack: Slack, workspace: Workspace, person: Person, payload: Json) -> Result:
    if workspace.bot() is None:
        return Result(error=NOT_INSTALLED)
    reply = slack.deliver(Parcel("interactive", payload))
    return Result(reply, error=interaction_error(reply), view=workspace.top_modal(person.id))


def _command(slack: Slack, workspace: Workspace, person: Person, channel: Channel) -> Json:
    return {
        "token": slack.app.verification_token,
        "team_id": workspace.id,
        "team_domain": workspace.domain,
        "channel_id": channel.id,
        "channel_name": payloads.channel_name(channel),
        "user_id": person.id,
        "user_name": person.name,
        "api_app_id": slack.app.app_id,
        "is_enterprise_install": "false",
        "response_url": slack.response_address(slack.passes.response_url(workspace.id, channel.id, person.id)),
        "trigger_id": slack.passes.trigger(workspace.id, person.id, channel_id=channel.id),
    }
