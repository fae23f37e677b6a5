"""People's accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator import payloads
from simulator.web_api.calls import Call, Refused, method
from simulator.web_api.conversations import conversations_of
from simulator.web_api.paging import page

if TYPE_CHECKING:
    from simulator.rows import Json


@method("users.info", required="user", optional="include_locale", scopes="users:read")
def users_info(call: Call) -> Json:
    """Tells about one person."""
    found = payloads.user(call.workspace, call.person(), email=call.may("users:read.email"))
    return {"user": {**found, "locale": "en-US"} if call.flag("include_locale") else found}


@method("users.list", optional="cursor limit include_locale team_id", scopes="users:read")
def users_list(call: Call) -> Json:
    """Lists everybody, deactivated people and bots included."""
    everybody = list(call.workspace.people.values())
    people, more = page(call, everybody, default=max(1, len(everybody)))
    email = call.may("users:read.email")
    members = [payloads.user(call.workspace, person, email=email) for person in people]
    return {"members": members, "cache_ts": int(call.slack.clock.now().timestamp()), **more}


@method("users.lookupByEmail", required="email", scopes="users:read.email")
def users_lookup_by_email(call: Call) -> Json:
    """Finds a person by their address."""
    wanted = call.text("email").lower()
    for person in call.workspace.people.values():
        if person.email and person.email.lower() == wanted and not person.deleted and not person.is_stranger:
            return {"user": payloads.user(call.workspace, person)}
    raise Refused("users_not_found")


@method("users.profile.get", optional="user include_labels", scopes="users.profile:read")
def users_profile_get(call: Call) -> Json:
    """Tells what somebody wrote about themselves."""
    person = call.person() if call.text("user") else call.workspace.people[call.bot]
    return {"profile": payloads.profile(person, email=call.may("users:read.email"))}


@method(
    "users.conversations",
    optional="user types exclude_archived cursor limit team_id",
    scopes="channels:read groups:read im:read mpim:read",
)
def users_conversations(call: Call) -> Json:
    """Lists the conversations somebody is in, by default the bot itself."""
    user = call.person().id if call.text("user") else call.bot
    found = [c for c in conversations_of(call) if user in c.members]
    channels, more = page(call, found)
    return {"channels": [payloads.channel(call.workspace, c, call.bot) for c in channels], **more}
