"""The door of submitted modals."""

import re

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.commands import forms
from bot.commands.vocabulary import OpenHome
from bot.handlers.desk import Door
from bot.listeners import replies
from bot.listeners.parts import Parts


def register(app: App, parts: Parts) -> None:
    """Listen to every form; one that is no longer known is answered, too."""

    @app.view(re.compile(""))
    def submitted(ack: Ack, client: WebClient, body: replies.Body) -> None:
        view = body["view"]
        door = Door(body["team"]["id"], body["user"]["id"])
        parts.answer(
            client,
            door,
            lambda call: forms.read(view, call.reading),
            replies.to_form(ack, body),
            about=" ".join(f"<@{user}>" for user in forms.people_named(view)),
        )
        if replies.is_from_home(view):
            parts.answer(client, door, lambda _: OpenHome(), replies.to_home(client, door.user_id))
