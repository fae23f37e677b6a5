"""How Slack writes people, channels, messages, files and views as JSON; nothing here changes anything.

Field names follow the samples at https://docs.slack.dev/reference/objects and /reference/events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from simulator.manifest import App
    from simulator.workspace import Channel, File, Json, Message, Person, View, Workspace


def user(workspace: Workspace, person: Person, *, email: bool = True) -> Json:
    """A user object, as users.info gives it."""
    moment = workspace.clock.now().astimezone(ZoneInfo(person.tz))
    offset = moment.utcoffset()
    body: Json = {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.name,
        "deleted": person.deleted,
        "color": person.colour.removeprefix("#"),
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": moment.tzname() or person.tz,
        "tz_offset": int(offset.total_seconds()) if offset is not None else 0,
        "profile": profile(person, email=email),
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": person.is_guest,
        "is_ultra_restricted": False,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": 0,
    }
    if person.is_stranger:
        body["is_stranger"] = True
    return body


def profile(person: Person, *, email: bool = True) -> Json:
    """A user's profile; without users:read.email, and for people from elsewhere, without their address."""
    first, _, last = person.real_name.partition(" ")
    body: Json = {
        "title": person.title,
        "phone": "",
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.display_name or person.name,
        "display_name_normalized": person.display_name or person.name,
        "first_name": first,
        "last_name": last,
        "status_text": person.status_text,
        "status_emoji": person.status_emoji,
        "status_expiration": 0,
        "avatar_hash": "",
        "team": person.team_id,
    }
    if person.is_bot:
        body |= {"bot_id": person.bot_id, "api_app_id": ""}
    elif email and not person.is_stranger:
        body["email"] = person.email
    return body


def do_not_disturb(workspace: Workspace, person: Person) -> Json:
    """What others may know of somebody's Do Not Disturb; the snooze_ fields are for that person alone."""
    now = workspace.clock.now()
    if person.snoozes_until is None or not person.snoozes(now):
        return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    ends = int(person.snoozes_until.timestamp())
    return {"dnd_enabled": True, "next_dnd_start_ts": int(now.timestamp()), "next_dnd_end_ts": ends}


def channel(workspace: Workspace, found: Channel, viewer: str) -> Json:
    """A conversation object, as conversations.info gives it to this user."""
    if found.kind == "im":
        other = next((member for member in found.members if member != viewer), viewer)
        return {
            "id": found.id,
            "created": found.created,
            "is_im": True,
            "is_org_shared": False,
            "user": other,
            "is_user_deleted": other in workspace.people and workspace.people[other].deleted,
            "is_archived": found.archived,
            "is_open": True,
            "context_team_id": workspace.id,
        }
    private = found.kind == "private"
    return {
        "id": found.id,
        "name": found.name,
        "name_normalized": found.name,
        "is_channel": not private,
        "is_group": private,
        "is_im": False,
        "is_mpim": False,
        "is_private": private,
        "created": found.created,
        "is_archived": found.archived,
        "is_general": found.general,
        "is_shared": False,
        "is_ext_shared": any(workspace.people[m].is_stranger for m in found.members if m in workspace.people),
        "is_org_shared": False,
        "is_member": viewer in found.members,
        "topic": {"value": found.topic, "creator": "", "last_set": 0},
        "purpose": {"value": found.purpose, "creator": "", "last_set": 0},
        "num_members": len(found.members),
        "context_team_id": workspace.id,
    }


def message(workspace: Workspace, found: Message, *, url: str = "", metadata: bool = False) -> Json:
    """A message object, as the history and events give it."""
    body: Json = {"type": "message", "user": found.user, "text": found.text, "ts": found.ts, "team": workspace.id}
    if found.subtype:
        body["subtype"] = found.subtype
    if found.bot_id:
        body |= {"bot_id": found.bot_id, "app_id": found.app_id}
    optional: Json = {
        "username": found.username,
        "blocks": found.blocks,
        "attachments": found.attachments,
        "inviter": found.actor if found.subtype == "channel_join" else None,
        "thread_ts": found.thread_ts,
        "files": [file(workspace.files[f], url) for f in found.files if f in workspace.files],
        "reactions": [{"name": n, "users": list(u), "count": len(u)} for n, u in found.reactions.items() if u],
    }
    body |= {key: value for key, value in optional.items() if value}
    if found.edited:
        body["edited"] = {"user": found.user, "ts": found.edited}
    if found.metadata is not None and metadata:
        body["metadata"] = found.metadata
    if found.ephemeral_to:
        body["is_ephemeral"] = True
    channel = workspace.channels[found.channel]
    parent = channel.message(found.thread_ts) if found.thread_ts not in (None, found.ts) else None
    if parent is not None:
        body["parent_user_id"] = parent.user
    replies = channel.replies(found.ts)
    if replies:
        body |= {
            "thread_ts": found.ts,
            "reply_count": len(replies),
            "reply_users": list(dict.fromkeys(r.user for r in replies)),
            "reply_users_count": len({r.user for r in replies}),
            "latest_reply": replies[-1].ts,
        }
    return body


def _shares(found: File) -> Json:
    """Where a file was shared, by kind of conversation, with the thread it was shared in."""
    shares: Json = {}
    for channel, ts in found.shared_in.items():
        share = {"ts": ts, **({"thread_ts": found.threads[channel]} if channel in found.threads else {})}
        shares.setdefault("public" if channel.startswith("C") else "private", {})[channel] = [share]
    return shares


def file(found: File, url: str) -> Json:
    """A file object; a deleted one is a tombstone."""
    if found.deleted:
        return {"id": found.id, "mode": "tombstone"}
    base = f"{url}/files-pri/{found.team_id}-{found.id}"
    body: Json = {
        "id": found.id,
        "created": found.created,
        "timestamp": found.created,
        "name": found.name,
        "title": found.title,
        "mimetype": found.mimetype,
        "filetype": found.filetype,
        "pretty_type": found.filetype.upper(),
        "user": found.user,
        "user_team": found.team_id,
        "editable": False,
        "size": len(found.content),
        "mode": "hosted",
        "is_external": False,
        "is_public": True,
        "url_private": f"{base}/{quote(found.name)}",
        "url_private_download": f"{base}/download/{quote(found.name)}",
        "permalink": f"{url}/files/{found.user}/{found.id}/{quote(found.name)}",
        "channels": [c for c in found.shared_in if c.startswith("C")],
        "groups": [c for c in found.shared_in if c.startswith("G")],
        "ims": [c for c in found.shared_in if c.startswith("D")],
        "shares": _shares(found),
    }
    for name, (width, height) in found.thumbs.items():
        body[name] = f"{url}/files-tmb/{found.team_id}-{found.id}/{name}.jpg"
        body |= {f"{name}_w": width, f"{name}_h": height}
    if found.width:
        body |= {"original_w": found.width, "original_h": found.height}
    return body


def view(found: View, app: App, bot_id: str) -> Json:
    """A view object with what is chosen in it so far."""
    defaults: Json = {"title": {"type": "plain_text", "text": ""}, "close": None, "submit": None}
    keys = ("title", "close", "submit", "private_metadata", "callback_id", "clear_on_close", "notify_on_close")
    return {
        "id": found.id,
        "team_id": found.team_id,
        "type": found.type,
        "blocks": found.blocks,
        "private_metadata": "",
        "callback_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        "submit_disabled": False,
        **defaults,
        **{key: found.body[key] for key in keys if found.body.get(key) is not None},
        "state": {"values": found.state},
        "hash": found.hash,
        "previous_view_id": found.previous_view_id,
        "root_view_id": found.root_view_id,
        "external_id": found.external_id,
        "app_id": app.app_id,
        "app_installed_team_id": found.team_id,
        "bot_id": bot_id,
    }


def interaction(workspace: Workspace, app: App, person: Person, kind: str, **more: Any) -> Json:  # noqa: ANN401
    """What every interaction payload carries, and what is particular to this one."""
    return {
        "type": kind,
        "team": {"id": workspace.id, "domain": workspace.domain},
        "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team_id},
        "api_app_id": app.app_id,
        "token": app.verification_token,
        "enterprise": None,
        "is_enterprise_install": False,
        **{key: value for key, value in more.items() if value is not None},
    }


def channel_name(found: Channel) -> str:
    """The name commands and interactions carry, which for private places is only their kind."""
    return {"public": found.name, "private": "privategroup", "im": "directmessage"}[found.kind]
