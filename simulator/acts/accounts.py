"""Accounts: closed and opened again, a status, a pause of notifications; and the app's own installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import payloads, screens
from simulator.acts.results import NOT_INSTALLED, Result

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.delivery import Reply
    from simulator.rows import Json, Person
    from simulator.slack import Slack
    from simulator.workspace import Workspace

MOST_STATUS = 100
NO_EMOJI = ":speech_balloon:"  # what Slack puts before words that have no emoji of their own
STATUS_EVENTS = ("user_change", "user_profile_changed", "user_status_changed")


def deactivate_person(slack: Slack, person: Person) -> Result:
    """Close somebody's account, as an administrator does when they leave."""
    workspace = slack.workspace_of(person)
    with workspace.lock:
        person.deleted = True
        for channel in workspace.channels.values():
            if channel.kind != "im" and person.id in channel.members:
                channel.members.remove(person.id)
    screens.close(workspace, person.id, whole_stack=True)
    return Result(_changed(slack, workspace, person, "user_change"))


def reactivate_person(slack: Slack, person: Person) -> Result:
    """Open a closed account again; they are in the channel that everybody is in, and join the others themselves."""
    workspace = slack.workspace_of(person)
    with workspace.lock:
        person.deleted = False
        for channel in workspace.channels.values():
            if channel.general and person.id not in channel.members:
                channel.members.append(person.id)
    return Result(_changed(slack, workspace, person, "user_change"))


def set_status(slack: Slack, person: Person, text: str, emoji: str = "") -> Result:
    """Say beside one's name what one is up to; neither words nor emoji take it away."""
    if len(text) > MOST_STATUS:
        return Result(error=f"A status can have {MOST_STATUS} characters; this one has {len(text)}.")
    workspace = slack.workspace_of(person)
    with workspace.lock:
        person.status_text, person.status_emoji = text, emoji or (NO_EMOJI if text else "")
    return Result(_changed(slack, workspace, person, *STATUS_EVENTS))


def pause_notifications(slack: Slack, person: Person, until: datetime | None) -> Result:
    """Ask not to be disturbed until then, or, with None, to be disturbed again."""
    workspace = slack.workspace_of(person)
    with workspace.lock:
        person.snoozes_until = until
    workspace.changed("person", user=person.id)
    status = payloads.do_not_disturb(workspace, person)
    return Result(slack.events.tell(workspace, {"type": "dnd_updated_user", "user": person.id, "dnd_status": status}))


def uninstall_app(slack: Slack, workspace: Workspace) -> Result:
    """Remove the app from the workspace: its token is dead at once, then it is told twice."""
    installation = workspace.installation
    if installation is None or not installation.installed:
        return Result(error=NOT_INSTALLED)
    with workspace.lock:
        installation.installed, installation.revoked = False, True
        for channel in workspace.channels.values():
            if channel.kind != "im" and installation.bot_user in channel.members:
                channel.members.remove(installation.bot_user)
        people = list(workspace.modals)
        workspace.homes = {}
        workspace.home_opened.clear()
    for user in people:
        screens.close(workspace, user, whole_stack=True)
    workspace.changed("app")
    slack.events.tell(workspace, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [installation.bot_user]}})
    return Result(slack.events.tell(workspace, {"type": "app_uninstalled"}))


def _changed(slack: Slack, workspace: Workspace, person: Person, *kinds: str) -> Reply | None:
    """Tell that somebody's account is different, by every event Slack sends about it."""
    workspace.changed("person", user=person.id)
    stamp = int(workspace.clock.now().timestamp())
    reply = None
    for kind in kinds:
        event: Json = {"type": kind, "user": payloads.user(workspace, person), "cache_ts": stamp}
        reply = slack.events.tell(workspace, event)
    return reply
