"""How Slack rewrites what a person types: names become ids, addresses become links, three characters are escaped.

https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.drawing.mrkdwn import unescaped

if TYPE_CHECKING:
    from simulator.workspace import Workspace

SPECIAL = re.compile(
    r"(?P<url>https?://[^\s<>|]+[^\s<>|.,;:!?)\"'])"
    r"|(?<![\w/])@(?P<who>[A-Za-z0-9](?:[\w.-]*\w)?)"
    r"|(?<![\w/])\#(?P<where>[a-z0-9](?:[\w-]*\w)?)"
)
TOKEN = re.compile(r"<(?P<sign>[@#!]?)(?P<held>[^<>]+)>")
EVERYONE = ("here", "channel", "everyone")


def escaped(text: str) -> str:
    """The three characters that mean something to Slack, made harmless."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_sent(workspace: Workspace, typed: str, *, labels: bool = False) -> str:
    """The text Slack makes of what somebody typed; slash commands carry a label with each id."""
    parts: list[str] = []
    end = 0
    for found in SPECIAL.finditer(typed):
        parts += [escaped(typed[end : found.start()]), _token(workspace, found, labels=labels)]
        end = found.end()
    return "".join([*parts, escaped(typed[end:])])


def _token(workspace: Workspace, found: re.Match[str], *, labels: bool) -> str:
    if found["url"]:
        return f"<{escaped(found['url'])}>"
    if found["who"]:
        return _mention(workspace, found["who"], labels=labels) or escaped(found[0])
    for channel in workspace.channels.values():
        if channel.name == found["where"]:
            return f"<#{channel.id}|{channel.name}>"
    return escaped(found[0])


def _mention(workspace: Workspace, name: str, *, labels: bool) -> str | None:
    if name in EVERYONE:
        return f"<!{name}>"
    for person in workspace.people.values():
        if person.name.lower() == name.lower():
            return f"<@{person.id}|{person.name}>" if labels else f"<@{person.id}>"
    return None


def as_typed(workspace: Workspace, sent: str) -> str:
    """What somebody typed to make Slack send this text; the way back from `as_sent`."""
    return unescaped(TOKEN.sub(lambda found: _typed(workspace, found), sent))


def _typed(workspace: Workspace, found: re.Match[str]) -> str:
    sign, held = found["sign"], found["held"].partition("|")[0]
    if sign == "@" and held in workspace.people:
        return f"@{workspace.people[held].name}"
    if sign == "#" and held in workspace.channels:
        return f"#{workspace.channels[held].name}"
    return f"@{held}" if sign == "!" else held if not sign else found[0]
