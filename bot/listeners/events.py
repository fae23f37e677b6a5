"""The doors of what happens in Slack: files shared, App Home opened, channels open to us, people or the app gone."""

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.commands.vocabulary import Command, JoinChannel, NoticePhoto, NoticeSheet, OpenHome
from bot.domain.photos import is_picture
from bot.handlers.desk import Door
from bot.listeners import replies
from bot.listeners.parts import Parts
from bot.slack.files import SharedFile, shared_file
from bot.slack.threads import reply_to_us


def register(app: App, parts: Parts) -> None:
    """Listen to the events that the manifest subscribes to."""

    @app.event("file_shared")
    def file_shared(event: replies.Body, body: replies.Body, client: WebClient, context: BoltContext) -> None:
        door = Door(body["team_id"], event["user_id"], event.get("channel_id", ""), body["event_id"])
        if door.user_id != context.bot_user_id:
            command = _shared(event["file_id"], door.channel_id, shared_file(client, event["file_id"]))
            parts.answer(client, door, lambda _: command, replies.to_nobody)

    @app.event("app_home_opened")
    def home_opened(event: replies.Body, body: replies.Body, client: WebClient) -> None:
        if event.get("tab") == "home":
            door = Door(body["team_id"], event["user"])
            parts.answer(client, door, lambda _: OpenHome(), replies.to_home(client, event["user"]))

    @app.event("app_uninstalled")
    def uninstalled(body: replies.Body) -> None:
        parts.forget(body["team_id"])

    @app.event("tokens_revoked")
    def revoked(body: replies.Body, event: replies.Body) -> None:
        if event.get("tokens", {}).get("bot"):
            parts.forget(body["team_id"])

    register_channels(app, parts)
    register_people(app, parts)
    register_replies(app, parts)


def register_channels(app: App, parts: Parts) -> None:
    """Listen to channels that the app comes into, and to archived ones that are opened again."""

    @app.event("member_joined_channel")
    def joined(event: replies.Body, body: replies.Body, client: WebClient, context: BoltContext) -> None:
        if event["user"] == context.bot_user_id:
            door = Door(body["team_id"], event.get("inviter") or event["user"], event["channel"], body["event_id"])
            parts.answer(client, door, lambda _: JoinChannel(event["channel"]), replies.to_nobody)

    @app.event("channel_unarchive")
    @app.event("group_unarchive")
    def unarchived(event: replies.Body, body: replies.Body) -> None:
        parts.desk.reopen(body["team_id"], event["channel"])


def register_people(app: App, parts: Parts) -> None:
    """Listen to deactivated accounts; every other change of anybody's profile comes here too, and is dropped unread."""

    @app.event("user_change")
    def changed(event: replies.Body, body: replies.Body) -> None:
        if event["user"].get("deleted"):
            parts.desk.lose(body["team_id"], event["user"]["id"])


def register_replies(app: App, parts: Parts) -> None:
    """Listen to replies in threads of ours; whatever else is said in a channel is dropped."""

    @app.event("message")
    def said(event: replies.Body, body: replies.Body, client: WebClient, context: BoltContext) -> None:
        reply = reply_to_us(event, context.bot_user_id)
        if reply is not None:
            user_id, command = reply
            door = Door(body["team_id"], user_id, event["channel"], body["event_id"])
            parts.answer(client, door, lambda _: command, replies.to_nobody)


def _shared(file_id: str, channel_id: str, file: SharedFile) -> Command:
    """Say what a shared file asks for: all but a picture is meant as a sheet where it is shared with the bot alone."""
    if file.kind and not is_picture(file.kind) and channel_id.startswith("D"):
        return NoticeSheet(file_id)
    return NoticePhoto(file_id, channel_id, file.kind, file.threads.get(channel_id, ""))
