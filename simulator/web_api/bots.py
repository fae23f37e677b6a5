"""The workspace and its bots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import payloads
from simulator.web_api.calls import Call, Refused, method

if TYPE_CHECKING:
    from simulator.rows import Json


@method("team.info", optional="team domain", scopes="team:read")
def team_info(call: Call) -> Json:
    """Tells the workspace's name and address."""
    workspace = call.workspace
    if call.text("team") not in ("", workspace.id):
        raise Refused("team_not_found")
    team = {"id": workspace.id, "name": workspace.name, "domain": workspace.domain, "email_domain": "", "icon": {}}
    return {"team": {**team, "url": f"{call.slack.url}/"}}


@method("bots.info", optional="bot team_id", scopes="users:read")
def bots_info(call: Call) -> Json:
    """Tells about the app's bot."""
    if call.text("bot") not in ("", call.installation.bot_id):
        raise Refused("bot_not_found")
    bot = {
        "id": call.installation.bot_id,
        "deleted": False,
        "name": call.workspace.people[call.bot].name,
        "updated": 0,
        "app_id": call.slack.app.app_id,
        "user_id": call.bot,
        "icons": {},
    }
    return {"bot": bot}


@method("dnd.info", optional="user team_id", scopes="dnd:read")
def dnd_info(call: Call) -> Json:
    """Tells whether somebody asks not to be disturbed."""
    person = call.person() if call.text("user") else call.workspace.people[call.bot]
    own = {"snooze_enabled": False} if person.id == call.bot else {}
    return payloads.do_not_disturb(call.workspace, person) | own


@method("dnd.teamInfo", required="users", optional="team_id", scopes="dnd:read")
def dnd_team_info(call: Call) -> Json:
    """Tells who of several people asks not to be disturbed."""
    workspace = call.workspace
    asked = [workspace.people[user] for user in call.words("users") if user in workspace.people]
    return {"users": {person.id: payloads.do_not_disturb(workspace, person) for person in asked}}
