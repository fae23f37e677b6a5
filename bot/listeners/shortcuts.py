"""The doors of the message shortcuts "Use this photo" and "Log this comment"."""

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.commands.vocabulary import OpenCommentForm, UsePhoto
from bot.domain.photos import is_usable
from bot.handlers.desk import Door
from bot.listeners import replies
from bot.listeners.parts import Parts
from bot.slack.files import file_kind

USE_PHOTO = "use_photo"
LOG_COMMENT = "log_comment"


def register(app: App, parts: Parts) -> None:
    """Listen to the shortcuts; of a message go further what is a picture by Slack's own word, or its links."""

    @app.message_shortcut(USE_PHOTO)
    def use_photo(ack: Ack, respond: Respond, client: WebClient, body: replies.Body) -> None:
        message = body["message"]
        door = Door(body["team"]["id"], body["user"]["id"], body["channel"]["id"])
        pictures = tuple(f["id"] for f in message.get("files", []) if is_usable(_kind(client, f)))
        command = UsePhoto(pictures, door.channel_id, message.get("user", door.user_id))
        reply = replies.to_click(ack, respond, client, body)
        parts.answer(client, door, lambda _: command, reply, about=f"<@{command.shared_by}>")

    @app.message_shortcut(LOG_COMMENT)
    def log_comment(ack: Ack, respond: Respond, client: WebClient, body: replies.Body) -> None:
        door = Door(body["team"]["id"], body["user"]["id"], body["channel"]["id"])
        command = OpenCommentForm(body["message"].get("text", ""))
        parts.answer(client, door, lambda _: command, replies.to_click(ack, respond, client, body))


def _kind(client: WebClient, file: replies.Body) -> str:
    """Say what kind a file is; Slack is asked where the message does not tell, as with channels shared by companies."""
    return str(file.get("mimetype") or file.get("filetype") or "") or file_kind(client, file["id"])
