"""Who is calling, how an app gets its token and loses it again."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from simulator.web_api.calls import Call, Refused, method

if TYPE_CHECKING:
    from simulator.rows import Json


@method("api.test", optional="error foo", token="none")  # noqa: S106
def api_test(call: Call) -> Json:
    """Answers with what was sent, or with the error asked for."""
    if call.text("error"):
        raise Refused(call.text("error"), args=call.args)
    return {"args": {key: value for key, value in call.args.items() if key != "token"}}


@method("auth.test")
def auth_test(call: Call) -> Json:
    """Says whose token it is."""
    workspace = call.workspace
    return {
        "url": f"{call.slack.url}/",
        "team": workspace.name,
        "user": workspace.people[call.bot].name,
        "team_id": workspace.id,
        "user_id": call.bot,
        "bot_id": call.installation.bot_id,
        "is_enterprise_install": False,
    }


@method("auth.revoke", optional="test")
def auth_revoke(call: Call) -> Json:
    """Makes the token useless."""
    if call.flag("test"):
        return {"revoked": False}
    call.installation.revoked = True
    event: Json = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [call.bot]}}
    call.slack.events.tell_later(call.workspace, event)
    return {"revoked": True}


@method("apps.uninstall", required="client_id client_secret")
def apps_uninstall(call: Call) -> Json:
    """Removes the app from the workspace."""
    _check_client(call, call.text("client_id"), call.text("client_secret"))
    call.installation.installed, call.installation.revoked = False, True
    call.workspace.changed("app")
    event: Json = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [call.bot]}}
    call.slack.events.tell_later(call.workspace, event)
    call.slack.events.tell_later(call.workspace, {"type": "app_uninstalled"})
    return {}


@method(
    "oauth.v2.access",
    optional="client_id client_secret code code_verifier grant_type redirect_uri refresh_token",
    token="none",  # noqa: S106
)
def oauth_v2_access(call: Call) -> Json:
    """Swaps the code of an installation for the bot's token."""
    _check_client(call, call.text("client_id"), call.text("client_secret"))
    granted = call.slack.passes.use_code(call.text("code"))
    if granted is None:
        raise Refused("invalid_code")
    workspace = call.slack.workspaces[granted[0]]
    installation = call.slack.install(workspace)
    return {
        "app_id": call.slack.app.app_id,
        "authed_user": {"id": granted[1]},
        "scope": ",".join(sorted(installation.scopes)),
        "token_type": "bot",
        "access_token": installation.bot_token,
        "bot_user_id": installation.bot_user,
        "team": {"id": workspace.id, "name": workspace.name},
        "enterprise": None,
        "is_enterprise_install": False,
    }


@method("apps.connections.open", token="app")  # noqa: S106
def apps_connections_open(call: Call) -> Json:
    """Gives the address of a Socket Mode connection."""
    ticket = call.slack.sockets.ticket()
    if ticket is None:
        raise Refused("too_many_websockets")
    base = call.slack.url.replace("http", "ws", 1)
    return {"url": f"{base}/link/?ticket={ticket}&app_id={call.slack.app.app_id}"}


@method("apps.event.authorizations.list", required="event_context", optional="cursor limit", token="app")  # noqa: S106
def apps_event_authorizations_list(call: Call) -> Json:
    """Lists the installations an event is visible to."""
    team = call.slack.events.team_of(call.text("event_context"))
    workspace = call.slack.workspaces.get(team or "")
    if workspace is None or workspace.installation is None:
        raise Refused("invalid_event_context")
    authorization = {
        "enterprise_id": None,
        "team_id": workspace.id,
        "user_id": workspace.installation.bot_user,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {"authorizations": [authorization], "response_metadata": {"next_cursor": ""}}


def _check_client(call: Call, client_id: str, client_secret: str) -> None:
    if client_id != call.slack.app.client_id:
        raise Refused("invalid_client_id")
    if not hmac.compare_digest(client_secret, call.slack.app.client_secret):
        raise Refused("bad_client_secret")
