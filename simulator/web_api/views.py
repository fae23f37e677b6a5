"""Modals and the App Home, as the app asks for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from simulator import checks, payloads, screens
from simulator.web_api.calls import Call, Refused, method

if TYPE_CHECKING:
    from simulator.passes import Trigger
    from simulator.rows import Json, View

MOST_BYTES = 250_000  # https://docs.slack.dev/reference/methods/views.open


@method("views.open", required="view", optional="trigger_id interactivity_pointer")
def views_open(call: Call) -> Json:
    """Opens a modal for the person who just did something."""
    body = _checked(call, "modal")
    _fresh_external_id(call, body, None)
    trigger = _trigger(call)
    return _answer(call, screens.open_modal(call.workspace, trigger.user_id, body, trigger.channel_id))


@method("views.push", required="view", optional="trigger_id interactivity_pointer")
def views_push(call: Call) -> Json:
    """Puts a modal on top of the one the person is using."""
    body = _checked(call, "modal")
    _fresh_external_id(call, body, None)
    trigger = _trigger(call)
    if trigger.view_id is None or call.workspace.view(trigger.view_id) is None:
        raise Refused("not_found")
    view = screens.push_modal(call.workspace, trigger.user_id, body, trigger.channel_id)
    if view is None:
        raise Refused("push_limit_reached")
    return _answer(call, view)


@method("views.update", required="view", optional="view_id external_id hash")
def views_update(call: Call) -> Json:
    """Changes a modal or Home that is already there."""
    view = _known(call)
    body = _checked(call, view.type)
    if call.text("hash") and call.text("hash") != view.hash:
        raise Refused("hash_conflict")
    _fresh_external_id(call, body, view)
    return _answer(call, screens.update(call.workspace, view, body))


@method("views.publish", required="user_id view", optional="hash")
def views_publish(call: Call) -> Json:
    """Shows something on a person's App Home."""
    if not call.slack.app.manifest.home_tab:
        raise Refused("not_enabled")
    body = _checked(call, "home")
    person = call.person("user_id")
    there = call.workspace.homes.get(person.id)
    if call.text("hash") and there is not None and call.text("hash") != there.hash:
        raise Refused("hash_conflict")
    _fresh_external_id(call, body, there)
    return _answer(call, screens.publish(call.workspace, person.id, body))


def _checked(call: Call, kind: Literal["modal", "home"]) -> Json:
    body = call.args["view"]
    if not isinstance(body, dict):
        raise Refused("invalid_arguments", "must be a valid view [json-pointer:/view]")
    if len(json.dumps(body, ensure_ascii=False).encode()) > MOST_BYTES:
        raise Refused("view_too_large")
    problems = checks.view_problems(body, kind)
    if problems:
        raise Refused("invalid_arguments", *problems)
    return body


def _trigger(call: Call) -> Trigger:
    name = call.text("trigger_id") or call.text("interactivity_pointer")
    if not name:
        raise Refused("invalid_arguments", "missing required field: trigger_id")
    found = call.slack.passes.use_trigger(name, call.workspace.id)
    if isinstance(found, str):
        raise Refused(found)
    return found


def _known(call: Call) -> View:
    if call.text("view_id"):
        found = call.workspace.view(call.text("view_id"))
    elif call.text("external_id"):
        found = _by_external_id(call, call.text("external_id"))
    else:
        raise Refused("invalid_arguments", "missing required field: view_id")
    if found is None:
        raise Refused("not_found")
    return found


def _by_external_id(call: Call, name: str) -> View | None:
    stacks = [view for stack in call.workspace.modals.values() for view in stack]
    return next((v for v in [*stacks, *call.workspace.homes.values()] if v.external_id == name), None)


def _fresh_external_id(call: Call, body: Json, view: View | None) -> None:
    name = body.get("external_id")
    other = _by_external_id(call, name) if name else None
    if other is not None and other is not view:
        raise Refused("duplicate_external_id")


def _answer(call: Call, view: View) -> Json:
    return {"view": payloads.view(view, call.slack.app, call.installation.bot_id)}
