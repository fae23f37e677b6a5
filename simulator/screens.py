"""What stands on people's screens: the stack of modals and the App Home.

Whether the app may put it there is decided before; here nothing is refused.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Literal

from simulator.elements import state_of, with_ids
from simulator.rows import Json, View

if TYPE_CHECKING:
    from simulator.workspace import Workspace

MOST_MODALS = 3  # https://docs.slack.dev/surfaces/modals


def open_modal(workspace: Workspace, user: str, body: Json, origin: str = "") -> View:
    """Put a modal in front of this person, in place of any other."""
    with workspace.lock:
        view = _new(workspace, user, body, "modal", origin)
        _stack(workspace, user, [view])
    workspace.changed("view", user=user)
    return view


def push_modal(workspace: Workspace, user: str, body: Json, origin: str = "") -> View | None:
    """Put a modal on top of those already open; none when three are open."""
    with workspace.lock:
        stack = workspace.modals.get(user, [])
        if len(stack) >= MOST_MODALS:
            return None
        view = _new(workspace, user, body, "modal", origin)
        if stack:
            view.root_view_id, view.previous_view_id = stack[0].id, stack[-1].id
        _stack(workspace, user, [*stack, view])
    workspace.changed("view", user=user)
    return view


def update(workspace: Workspace, view: View, body: Json) -> View:
    """Change what a view shows; fields with the same ids keep what the person put in them."""
    with workspace.lock:
        view.body = {**body, "blocks": with_ids(body.get("blocks") or [])}
        view.state = state_of(view.blocks, view.state, view.origin)
        view.hash = _hash(workspace)
        view.external_id = body.get("external_id") or view.external_id
        view.errors, view.trouble = {}, {}
    workspace.changed("home" if view.type == "home" else "view", user=view.user)
    return view


def publish(workspace: Workspace, user: str, body: Json) -> View:
    """Show this on the person's App Home."""
    with workspace.lock:
        there = workspace.homes.get(user)
        if there is None:
            view = _new(workspace, user, body, "home")
            workspace.homes = {**workspace.homes, user: view}
    if there is not None:
        return update(workspace, there, body)
    workspace.changed("home", user=user)
    return view


def close(workspace: Workspace, user: str, *, whole_stack: bool = False) -> list[View]:
    """Take the top modal, or all, from the person's screen; which ones went, the top one first."""
    with workspace.lock:
        stack = workspace.modals.get(user, [])
        gone = list(reversed(stack)) if whole_stack else stack[-1:]
        _stack(workspace, user, [] if whole_stack else stack[:-1])
    workspace.changed("view", user=user)
    return gone


def dismiss(workspace: Workspace, view: View) -> None:
    """Take this very modal from the screen, whatever has come on top of it meanwhile."""
    with workspace.lock:
        _stack(workspace, view.user, [other for other in workspace.modals.get(view.user, []) if other is not view])
    workspace.changed("view", user=view.user)


def _stack(workspace: Workspace, user: str, views: list[View]) -> None:
    workspace.modals = {**workspace.modals, user: views}


def _new(workspace: Workspace, user: str, body: Json, kind: Literal["modal", "home"], origin: str = "") -> View:
    filled = {**body, "blocks": with_ids(body.get("blocks") or [])}
    name = workspace.new_id("V")
    view = View(name, workspace.id, user, kind, filled, _hash(workspace), root_view_id=name, origin=origin)
    view.external_id = body.get("external_id") or ""
    view.state = state_of(view.blocks, here=origin)
    return view


def _hash(workspace: Workspace) -> str:
    return f"{int(workspace.clock.now().timestamp())}.{secrets.token_hex(4)}"
