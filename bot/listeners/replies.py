"""Where a drawing goes: into the ack, over the clicked message, into a modal, or onto the App Home."""

import json
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient

from bot.blocks import surfaces
from bot.blocks.surfaces import Drawn, Home, Message, Modal, Nothing

Body = dict[str, Any]


def to_command(ack: Ack, client: WebClient, body: Body) -> Callable[[Drawn], None]:
    """Answer a slash command in the ack itself, visible to nobody else; a modal is opened instead."""

    def reply(drawn: Drawn) -> None:
        match drawn:
            case Message():
                ack(text=drawn.text, blocks=drawn.blocks, response_type="ephemeral")
            case Modal():
                client.views_open(trigger_id=body["trigger_id"], view=drawn.view)
                ack()
            case Home():
                client.views_publish(user_id=body["user_id"], view=drawn.view)
                ack()
            case Nothing():
                ack()

    return reply


def to_click(ack: Ack, respond: Respond, client: WebClient, body: Body) -> Callable[[Drawn], None]:
    """Answer a click where it happened: over the message, beside it, in the open modal, or over the App Home."""
    view = body.get("view") or {}

    def reply(drawn: Drawn) -> None:
        ack()
        match drawn:
            case Message() if not view:
                respond(
                    text=drawn.text, blocks=drawn.blocks, replace_original=drawn.in_place, response_type="ephemeral"
                )
            case Message() if view["type"] == "modal":
                client.views_update(view_id=view["id"], view=surfaces.shown_in_modal(drawn).view)
            case Message():
                client.views_open(trigger_id=body["trigger_id"], view=surfaces.shown_in_modal(drawn).view)
            case Modal(in_place=True) if view and view["type"] == "modal":
                shown = _from_home(drawn.view) if is_from_home(view) else drawn.view
                client.views_update(view_id=view["id"], view=shown)
            case Modal() if view and view["type"] == "modal":
                client.views_push(trigger_id=body["trigger_id"], view=drawn.view)
            case Modal():
                client.views_open(trigger_id=body["trigger_id"], view=_from_home(drawn.view) if view else drawn.view)
            case Home():
                client.views_publish(user_id=body["user"]["id"], view=drawn.view)
            case Nothing():
                pass

    return reply


def to_form(ack: Ack, body: Body) -> Callable[[Drawn], None]:
    """Answer a submitted form: errors beside their fields, or what came of it in place of the form."""
    fields = [block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input"]

    def reply(drawn: Drawn) -> None:
        match drawn:
            case Message(problem_field=str(field)) if fields:
                told = {name: words for name, words in drawn.also if name in fields}
                ack(response_action="errors", errors={**told, field if field in fields else fields[0]: drawn.text})
            case Message():
                ack(response_action="update", view=surfaces.shown_in_modal(drawn).view)
            case Modal():
                shown = _from_home(drawn.view) if is_from_home(body["view"]) else drawn.view
                ack(response_action="update", view=shown)
            case Home() | Nothing():
                ack(response_action="clear")

    return reply


def to_home(client: WebClient, user_id: str) -> Callable[[Drawn], None]:
    """Show a drawing on somebody's App Home; anything but a Home is for no one there."""

    def reply(drawn: Drawn) -> None:
        if isinstance(drawn, Home):
            client.views_publish(user_id=user_id, view=drawn.view)

    return reply


def to_nobody(drawn: Drawn) -> None:
    """Answer nobody: what an event led to is owed as a message."""


def is_from_home(view: Body) -> bool:
    """Whether a form was opened from the App Home, which then wants to show what came of it."""
    return bool(json.loads(view.get("private_metadata") or "{}").get("from_home"))


def _from_home(view: Body) -> Body:
    keeps = json.loads(view.get("private_metadata") or "{}")
    return {**view, "private_metadata": json.dumps({**keeps, "from_home": True})}
