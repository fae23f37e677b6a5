"""The slash commands' door."""

import re

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.commands import grammar
from bot.handlers.desk import Door
from bot.listeners import replies
from bot.listeners.parts import Parts


def register(app: App, parts: Parts) -> None:
    """Listen to every slash command of the grammar with one listener: Bolt looks through its listeners one by one."""

    @app.command(re.compile(rf"^({'|'.join(grammar.SLASHES)})$"))
    def slash(ack: Ack, client: WebClient, body: replies.Body) -> None:
        door = Door(body["team_id"], body["user_id"], body["channel_id"])
        words = body.get("text", "")
        asked = grammar.help_asked(body["command"], words)
        parts.answer(
            client,
            door,
            asked or (lambda call: grammar.read(body["command"], words, call.reading)),
            replies.to_command(ack, client, body),
            about=words,
        )
