"""Using what is in a message, a modal or the Home: buttons, menus, pickers, fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator import elements, payloads
from simulator.acts.results import NOT_INSTALLED, Result, interaction_error
from simulator.delivery import Parcel
from simulator.finding import blocks_of
from simulator.rows import Message, View

if TYPE_CHECKING:
    from simulator.rows import Json, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

Target = Message | View


def act_on_block(
    slack: Slack,
    person: Person,
    target: Target,
    action_id: str,
    value: Any = None,  # noqa: ANN401
    *,
    block_id: str | None = None,
    offered: list[Json] | None = None,
) -> Result:
    """Press a button, choose in a menu or pick a date; the app hears of it at once.

    Args:
        slack: The pretend Slack.
        person: Who does it.
        target: The message, modal or Home it stands in.
        action_id: Which element.
        value: What is chosen: an option's value or visible text, an id or a row, a list of those, a date; nothing
            for buttons.
        block_id: The element's block, where the action_id alone could mean several.
        offered: The options an external select showed, as `suggestions` returned them.
    """
    workspace = slack.workspace_of(person)
    found = elements.find(blocks_of(target), action_id, block_id)
    if found is None:
        raise LookupError(f"there is nothing with action_id {action_id!r} here")
    if workspace.bot() is None:
        return Result(error=NOT_INSTALLED)
    block, element = found
    chosen = elements.choice(element, value, offered)
    _remember(target, person, block, element, chosen)
    payload = _payload(slack, workspace, person, target)
    stamp = f"{slack.clock.now().timestamp():.6f}"
    place = {"action_id": element["action_id"], "block_id": block["block_id"], "type": element["type"]}
    confirm = {"confirm": element["confirm"]} if "confirm" in element else {}
    payload["actions"] = [{**place, **chosen, **confirm, "action_ts": stamp}]
    reply = slack.deliver(Parcel("interactive", payload))
    error = interaction_error(reply)
    _note(workspace, target, person, block["block_id"], error)
    return Result(reply, error=error, view=workspace.top_modal(person.id))


def fill_in(
    slack: Slack,
    person: Person,
    target: Target,
    action_id: str,
    value: Any,  # noqa: ANN401
    *,
    block_id: str | None = None,
    offered: list[Json] | None = None,
) -> Result:
    """Put something into a field; the app hears only of fields that ask for it, otherwise at the submission."""
    workspace = slack.workspace_of(person)
    found = elements.find(blocks_of(target), action_id, block_id)
    if found is None:
        raise LookupError(f"there is no field with action_id {action_id!r} here")
    block, element = found
    if block["type"] != "input" or block.get("dispatch_action"):
        return act_on_block(slack, person, target, action_id, value, block_id=block["block_id"], offered=offered)
    if element["type"] == "file_input":
        value = [payloads.file(file, slack.url) for file in value or ()]
    _remember(target, person, block, element, elements.choice(element, value, offered))
    workspace.changed("view" if isinstance(target, View) else "message", user=person.id)
    return Result(view=target if isinstance(target, View) else None)


def suggestions(
    slack: Slack, person: Person, target: Target, action_id: str, typed: str, *, block_id: str | None = None
) -> list[Json]:
    """The options an external select offers for what was typed so far; none when the app doesn't answer well."""
    return elements.options(suggested(slack, person, target, action_id, typed, block_id=block_id))


def suggested(
    slack: Slack, person: Person, target: Target, action_id: str, typed: str, *, block_id: str | None = None
) -> Json:
    """The same as the app answered it: options, or groups of them."""
    workspace = slack.workspace_of(person)
    found = elements.find(blocks_of(target), action_id, block_id)
    if found is None or len(typed) < found[1].get("min_query_length", 3):
        return {}
    payload = _payload(slack, workspace, person, target) | {
        "type": "block_suggestion",
        "action_id": action_id,
        "block_id": found[0]["block_id"],
        "value": typed,
    }
    payload.pop("trigger_id")
    payload.pop("response_url", None)
    return slack.deliver(Parcel("interactive", payload)).json()


def _note(workspace: Workspace, target: Target, person: Person, block_id: str, error: str | None) -> None:
    """Show what went wrong beside the block, until it goes well."""
    beside = target.trouble if isinstance(target, View) else target.trouble.setdefault(person.id, {})
    before = beside.pop(block_id, None)
    if error:
        beside[block_id] = error
    if error != before:
        workspace.changed("view" if isinstance(target, View) else "message", user=person.id)


def _remember(target: Target, person: Person, block: Json, element: Json, chosen: Json) -> None:
    if element["type"] in elements.BUTTONS or element["type"] == "overflow":
        return
    values = target.state if isinstance(target, View) else _kept(target, person)
    values.setdefault(block["block_id"], {})[element["action_id"]] = {"type": element["type"], **chosen}
    if isinstance(target, View):
        target.errors.pop(block["block_id"], None)


def _kept(message: Message, person: Person) -> dict[str, Json]:
    return message.state.setdefault(person.id, elements.state_of(blocks_of(message)))


def _payload(slack: Slack, workspace: Workspace, person: Person, target: Target) -> Json:
    view_id, origin = (target.id, target.origin) if isinstance(target, View) else (None, target.channel)
    trigger = slack.passes.trigger(workspace.id, person.id, view_id, origin)
    body = payloads.interaction(workspace, slack.app, person, "block_actions", trigger_id=trigger)
    if isinstance(target, View):
        bot_id = workspace.installation.bot_id if workspace.installation else ""
        return body | {
            "container": {"type": "view", "view_id": target.id},
            "view": payloads.view(target, slack.app, bot_id),
        }
    channel = workspace.channels[target.channel]
    secret = target.ephemeral_to is not None
    url = slack.passes.response_url(workspace.id, channel.id, person.id, message_ts=target.ts, ephemeral=secret)
    place: Json = {"type": "message", "message_ts": target.ts, "channel_id": channel.id, "is_ephemeral": secret}
    if target.thread_ts:
        place["thread_ts"] = target.thread_ts
    body |= {
        "container": place,
        "channel": {"id": channel.id, "name": payloads.channel_name(channel)},
        "state": {"values": _kept(target, person)},
        "response_url": slack.response_address(url),
    }
    if (
        not secret
    ):  # https://docs.slack.dev/reference/interaction-payloads/block_actions-payload: none for ephemeral ones
        body["message"] = payloads.message(workspace, target, url=slack.url)
    return body
