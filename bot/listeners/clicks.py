"""The door of buttons, menus and pickers, wherever they are shown."""

import re

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.commands import buttons
from bot.commands.vocabulary import OpenHome
from bot.handlers.desk import Door
from bot.listeners import replies
from bot.listeners.parts import Parts

_ANY = re.compile("")


def register(app: App, parts: Parts) -> None:
    """Listen to every element; one that stands for no command, such as a link, is only acknowledged."""

    @app.action(_ANY)
    def clicked(ack: Ack, respond: Respond, client: WebClient, body: replies.Body) -> None:
        action = body["actions"][0]
        value = _chosen(action)
        if value is None or not buttons.stands_for_command(action["action_id"]):
            ack()
            return
        door = Door(body["team"]["id"], body["user"]["id"], (body.get("channel") or {}).get("id", ""))
        reply = replies.to_click(ack, respond, client, body)
        parts.answer(
            client,
            door,
            lambda _: buttons.read(action["action_id"], value),
            reply,
            about=f"<@{value}>" if value.startswith(("U", "W")) else "",
        )
        view = body.get("view") or {}
        shows_home = action["action_id"].startswith(OpenHome.__name__)
        if view and not shows_home and (view["type"] == "home" or replies.is_from_home(view)):
            parts.answer(client, door, lambda _: OpenHome(), replies.to_home(client, door.user_id))


def _chosen(action: replies.Body) -> str | None:
    """What a button stands for or a person picked; None where nothing is picked."""
    option = action.get("selected_option")
    if option is not None:
        return str(option["value"])
    for key in (
        "value",
        "selected_user",
        "selected_channel",
        "selected_conversation",
        "selected_date",
        "selected_time",
    ):
        if action.get(key) is not None:
            return str(action[key])
    return None
