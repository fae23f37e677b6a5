"""The slash commands' door: a middleware of Bolt's, after its own; docs/decisions/0017 says why it is no listener."""

from collections.abc import Callable

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

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
    """Answer every slash command of the grammar before Bolt looks for a listener."""
    app.use(_SlashCommands(parts))


class _SlashCommands(Middleware):
    """Takes slash commands and passes everything else on."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,
        next: Callable[[], BoltResponse],  # noqa: A002 - Bolt's name for it
    ) -> BoltResponse | None:
        """Answer a slash command in its ack."""
        body = req.body
        if body.get("command") not in grammar.SLASHES:
            next()
            return resp
        door = Door(body["team_id"], body["user_id"], body["channel_id"])
        words = body.get("text", "")
        asked = grammar.help_asked(body["command"], words)
        self._parts.answer(
            req.context.client,
            door,
            asked or (lambda call: grammar.read(body["command"], words, call.reading)),
            replies.to_command(req.context.ack, req.context.client, body),
            about=words,
        )
        return req.context.ack.response
