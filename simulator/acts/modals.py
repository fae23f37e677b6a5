"""Submitting and closing modals, opening the App Home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator import elements, payloads, screens
from simulator.acts.answers import submission_answer
from simulator.acts.results import MODAL_TROUBLE, NOT_INSTALLED, Result
from simulator.delivery import Parcel

if TYPE_CHECKING:
    from simulator.rows import Json, Person, View
    from simulator.slack import Slack
    from simulator.workspace import Workspace

ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
REQUIRED = "Please complete this required field."


def submit_view(slack: Slack, person: Person, view: View) -> Result:
    """Press the submit button; fields that Slack itself finds wrong are marked and the app is not asked."""
    workspace = slack.workspace_of(person)
    problems = _unfit(view)
    with workspace.lock:
        view.errors, view.trouble = problems, {}
    if problems:
        workspace.changed("view", user=person.id)
        return Result(field_errors=dict(problems), view=view)
    body = _view_payload(slack, workspace, person, view, "view_submission")
    body["trigger_id"] = slack.passes.trigger(workspace.id, person.id, view.id, view.origin)
    body["response_urls"] = _response_urls(slack, workspace, person, view)
    reply = slack.deliver(Parcel("interactive", body))
    result = (
        submission_answer(slack, workspace, view, reply) if reply.ok else Result(reply, error=MODAL_TROUBLE, view=view)
    )
    if result.error:
        view.trouble = {"": result.error}
        workspace.changed("view", user=person.id)
    return result


def close_view(slack: Slack, person: Person, view: View, *, whole_stack: bool = False) -> Result:
    """Press Cancel, or the cross that closes every modal; apps that asked for it hear view_closed."""
    workspace = slack.workspace_of(person)
    everything = whole_stack or bool(view.body.get("clear_on_close"))
    reply = None
    for gone in screens.close(workspace, person.id, whole_stack=everything):
        if gone.body.get("notify_on_close"):
            body = _view_payload(slack, workspace, person, gone, "view_closed") | {"is_cleared": everything}
            reply = slack.deliver(Parcel("interactive", body))
    return Result(reply, view=workspace.top_modal(person.id))


def open_home(slack: Slack, person: Person, tab: str = "home") -> Result:
    """Open the app's Home, or its messages; the app hears it every time."""
    workspace = slack.workspace_of(person)
    bot = workspace.bot()
    if bot is None:
        return Result(error=NOT_INSTALLED)
    event: Json = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": workspace.direct(bot.id, person.id).id,
        "tab": tab,
    }
    home = workspace.homes.get(person.id)
    if home is not None and tab == "home":
        event["view"] = payloads.view(home, slack.app, bot.bot_id)
    workspace.home_opened.add(person.id)
    reply = slack.events.tell(workspace, event)
    return Result(reply, view=workspace.homes.get(person.id) if tab == "home" else None)


def _view_payload(slack: Slack, workspace: Workspace, person: Person, view: View, kind: str) -> Json:
    bot_id = workspace.installation.bot_id if workspace.installation else ""
    shown = payloads.view(view, slack.app, bot_id)
    return payloads.interaction(workspace, slack.app, person, kind, view=shown)


def _unfit(view: View) -> dict[str, str]:
    problems = {}
    for block, element in elements.each(view.blocks):
        if block["type"] != "input":
            continue
        entry = view.state.get(block["block_id"], {}).get(element["action_id"], {})
        value = next((content for key, content in entry.items() if key != "type"), None)
        empty = value in (None, "", []) or (isinstance(value, str) and not value.strip())
        if empty:
            if not block.get("optional"):
                problems[block["block_id"]] = REQUIRED
        elif sentence := _unfit_value(element, value):
            problems[block["block_id"]] = sentence
    return problems


def _unfit_value(element: Json, value: Any) -> str | None:  # noqa: ANN401
    kind = element["type"]
    if kind == "email_text_input" and not ADDRESS.fullmatch(value):
        return "Please enter a valid email address."
    if kind == "url_text_input" and not re.match(r"https?://\S+\.\S+", value):
        return "Please enter a valid URL."
    if kind == "number_input":
        return _unfit_number(element, value)
    if kind == "plain_text_input":
        if len(value) > element.get("max_length", 3000):
            return f"This field can be at most {element.get('max_length', 3000)} characters long."
        if len(value) < element.get("min_length", 0):
            return f"This field must be at least {element['min_length']} characters long."
    return None


def _unfit_number(element: Json, value: str) -> str | None:
    try:
        number = float(value)
    except ValueError:
        return "Please enter a valid number."
    if not element.get("is_decimal_allowed") and not number.is_integer():
        return "Please enter a whole number."
    if "min_value" in element and number < float(element["min_value"]):
        return f"The number must be at least {element['min_value']}."
    if "max_value" in element and number > float(element["max_value"]):
        return f"The number must be at most {element['max_value']}."
    return None


def _response_urls(slack: Slack, workspace: Workspace, person: Person, view: View) -> list[Json]:
    urls = []
    for block, element in elements.each(view.blocks):
        if not element.get("response_url_enabled"):
            continue
        entry = view.state.get(block["block_id"], {}).get(element["action_id"], {})
        channel = entry.get("selected_conversation") or entry.get("selected_channel")
        if channel:
            url = slack.response_address(slack.passes.response_url(workspace.id, channel, person.id))
            place = {"block_id": block["block_id"], "action_id": element["action_id"]}
            urls.append({**place, "channel_id": channel, "response_url": url})
    return urls
