"""Messages that Slack posts later, when the pretend clock comes to their time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from simulator import payloads, posting
from simulator.rows import Message, Scheduled
from simulator.web_api.calls import Call, Refused, method
from simulator.web_api.chat import CONTENT, contents, place
from simulator.web_api.paging import page

if TYPE_CHECKING:
    from simulator.rows import Json
    from simulator.slack import Slack
    from simulator.workspace import Workspace

# https://docs.slack.dev/reference/methods/chat.scheduleMessage
FARTHEST_SECONDS = 120 * 24 * 3600
MOST_IN_WINDOW = 30
WINDOW_SECONDS = 300


@method(
    "chat.scheduleMessage",
    required="channel post_at",
    optional=f"{CONTENT} unfurl_links unfurl_media as_user",
    scopes="chat:write",
)
def schedule_message(call: Call) -> Json:
    """Has Slack post a message later."""
    channel = place(call)
    content = contents(call)
    at, now = call.number("post_at", 0), int(call.slack.clock.now().timestamp())
    if at <= now:
        raise Refused("time_in_past")
    if at - now > FARTHEST_SECONDS:
        raise Refused("time_too_far")
    near = [s for s in call.workspace.scheduled.values() if s.channel == channel.id]
    if sum(abs(s.post_at - at) < WINDOW_SECONDS for s in near) >= MOST_IN_WINDOW:
        raise Refused("restricted_too_many")
    message = Message("", channel.id, call.bot, bot_id=call.installation.bot_id, **content)
    message.thread_ts = call.text("thread_ts") or None
    found = Scheduled(call.workspace.new_id("Q"), channel.id, at, message)
    call.workspace.scheduled = {**call.workspace.scheduled, found.id: found}
    slack, workspace = call.slack, call.workspace
    slack.agenda.add(datetime.fromtimestamp(at, UTC), lambda: _post(slack, workspace, found.id))
    body = payloads.message(workspace, message, url=slack.url)
    return {"channel": channel.id, "scheduled_message_id": found.id, "post_at": at, "message": body}


@method("chat.scheduledMessages.list", optional="channel cursor latest limit oldest team_id")
def scheduled_messages_list(call: Call) -> Json:
    """Lists what the bot has scheduled."""
    wanted = call.text("channel")
    if wanted and wanted not in call.workspace.channels:
        raise Refused("invalid_channel")
    every = [s for s in call.workspace.scheduled.values() if wanted in ("", s.channel)]
    shown, more = page(call, sorted(every, key=lambda s: s.post_at))
    rows = [
        {"id": s.id, "channel_id": s.channel, "post_at": s.post_at, "date_created": 0, "text": s.message.text}
        for s in shown
    ]
    return {"scheduled_messages": rows, **more}


@method("chat.deleteScheduledMessage", required="channel scheduled_message_id", optional="as_user", scopes="chat:write")
def delete_scheduled_message(call: Call) -> Json:
    """Takes a scheduled message back."""
    found = call.workspace.scheduled.get(call.text("scheduled_message_id"))
    if found is None or found.channel != call.channel().id:
        raise Refused("invalid_scheduled_message_id")
    call.workspace.scheduled = {k: s for k, s in call.workspace.scheduled.items() if k != found.id}
    return {}


def _post(slack: Slack, workspace: Workspace, name: str) -> None:
    with workspace.lock:
        found = workspace.scheduled.get(name)
        workspace.scheduled = {k: s for k, s in workspace.scheduled.items() if k != name}
    installation = workspace.installation
    if found is None or installation is None or not installation.installed:
        return
    channel, planned = workspace.channels[found.channel], found.message
    if planned.metadata is not None or channel.archived:  # Slack takes scheduled messages with metadata but posts none
        return
    message = posting.by_app(
        workspace,
        channel,
        text=planned.text,
        blocks=planned.blocks,
        attachments=planned.attachments,
        thread_ts=planned.thread_ts,
        app_id=slack.app.app_id,
    )
    posting.tell(slack, workspace, message, later=True)
