"""What the simulator needs to know of an app: its ids and secrets, and what its manifest says it may do.

Without a manifest everything is allowed, so that any Bolt app can be tried at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One entry of the app in the shortcuts menu."""

    name: str
    callback_id: str
    kind: str  # "message" or "global"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of an app manifest that change how Slack treats the app; None means anything goes."""

    name: str = "Sample App"
    bot_name: str = "sample_app"
    scopes: frozenset[str] | None = None
    events: frozenset[str] | None = None
    commands: dict[str, bool] | None = None  # "/plan" -> should_escape
    usage: dict[str, tuple[str, str]] = field(default_factory=dict)  # "/plan" -> (description, hint)
    shortcuts: tuple[Shortcut, ...] | None = None
    home_tab: bool = True
    messages_tab: bool = True

    def escapes(self, command: str) -> bool:
        """Whether Slack turns mentions in this command's text into ids."""
        return bool(self.commands and self.commands.get(command))

    def allows_event(self, kind: str) -> bool:
        """Whether the app subscribed to this event."""
        return self.events is None or kind in self.events


@dataclass(frozen=True, slots=True)
class App:
    """The one app of a pretend Slack, with its credentials."""

    manifest: Manifest
    app_id: str = "A0SIMULATED"
    signing_secret: str = "pretend-signing-secret"  # noqa: S105
    app_token: str = "xapp-1-A0SIMULATED-0-pretend"  # noqa: S105
    client_id: str = "1000.2000"
    client_secret: str = "pretend-client-secret"  # noqa: S105
    verification_token: str = "pretend-verification-token"  # noqa: S105


def read_manifest(source: Path | dict[str, Any] | None) -> Manifest:
    """Read a manifest from a YAML or JSON file, or from its parsed form."""
    if source is None:
        return Manifest()
    if isinstance(source, Path):
        text = source.read_text(encoding="utf-8")
        source = json.loads(text) if source.suffix == ".json" else yaml.safe_load(text)
    parsed: dict[str, Any] = source if isinstance(source, dict) else {}
    features = parsed.get("features") or {}
    name = (parsed.get("display_information") or {}).get("name", "Sample App")
    scopes = ((parsed.get("oauth_config") or {}).get("scopes") or {}).get("bot") or []
    events = ((parsed.get("settings") or {}).get("event_subscriptions") or {}).get("bot_events") or []
    commands = features.get("slash_commands") or []
    home = features.get("app_home") or {}
    return Manifest(
        name=name,
        bot_name=(features.get("bot_user") or {}).get("display_name", name),
        scopes=frozenset(scopes),
        events=frozenset(events),
        commands={c["command"]: bool(c.get("should_escape")) for c in commands},
        usage={c["command"]: (c.get("description", ""), c.get("usage_hint", "")) for c in commands},
        shortcuts=tuple(Shortcut(s["name"], s["callback_id"], s["type"]) for s in features.get("shortcuts") or []),
        home_tab=bool(home.get("home_tab_enabled")),
        messages_tab=bool(home.get("messages_tab_enabled", True)),
    )
