"""The slash commands' door."""

import re

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.commands import grammar
from bot.handlers.desk import Desk, Door
from bot.listeners import replies
from bot.listeners.parts import Parts

_LONGEST_HELP = 40
"""Characters: who writes more asks for something else as well."""


def waits_for_nothing(desk: Desk, body: replies.Body) -> bool:
    """Whether a payload asks for help only, and somebody does to whom it is given without looking anything up."""
    slash, words = body.get("command"), body.get("text", "")
    if slash not in grammar.SLASHES or len(words) > _LONGEST_HELP or grammar.help_asked(slash, words) is None:
        return False
    return desk.is_known(Door(body["team_id"], body["user_id"]))


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
