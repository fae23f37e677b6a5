"""What the simulator needs to know of an app: its ids and secrets, and what its manifest says it may do.

Without a manifest everything is allowed, so that any Bolt app can be tried at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


class ManifestError(ValueError):
    """A manifest can't be used; the sentence says where and why."""


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
    """Read a manifest from a YAML or JSON file, or from its parsed form; what is wrong is said in one sentence."""
    if source is None:
        return Manifest()
    name = str(source) if isinstance(source, Path) else "the manifest"
    parsed = _parsed(source) if isinstance(source, Path) else source
    if not isinstance(parsed, dict):
        raise ManifestError(f"{name} holds no manifest: it has to begin with names such as display_information")
    try:
        return _read(_Part(parsed))
    except _WrongError as wrong:
        raise ManifestError(f"{name}: {wrong}") from None


def _read(whole: _Part) -> Manifest:
    features, settings = whole.part("features"), whole.part("settings")
    commands, shortcuts = features.parts("slash_commands"), features.parts("shortcuts")
    home = features.part("app_home")
    name = whole.part("display_information").text("name", "Sample App")
    for command in commands:
        if not command.text("command").startswith("/"):
            raise _WrongError(f"{command.where}.command has to begin with a slash")
    return Manifest(
        name=name,
        bot_name=features.part("bot_user").text("display_name", name),
        scopes=frozenset(whole.part("oauth_config").part("scopes").words("bot")),
        events=frozenset(settings.part("event_subscriptions").words("bot_events")),
        commands={c.text("command"): c.flag("should_escape") for c in commands},
        usage={c.text("command"): (c.text("description", ""), c.text("usage_hint", "")) for c in commands},
        shortcuts=tuple(Shortcut(s.text("name"), s.text("callback_id"), s.text("type")) for s in shortcuts),
        home_tab=home.flag("home_tab_enabled"),
        messages_tab=home.flag("messages_tab_enabled", default=True),
    )


def _parsed(path: Path) -> Any:  # noqa: ANN401
    try:
        text = path.read_text(encoding="utf-8")
        return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    except FileNotFoundError:
        raise ManifestError(f"{path}: there is no such file") from None
    except OSError as error:
        raise ManifestError(f"{path} can't be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise ManifestError(f"{path} is not a text file in UTF-8") from None
    except json.JSONDecodeError as error:
        raise ManifestError(f"{path} is not JSON: line {error.lineno}, {error.msg}") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, {getattr(error, 'problem', '')}" if mark else "it can't be read"
        raise ManifestError(f"{path} is not YAML: {where}") from None


class _WrongError(Exception):
    """A part of a manifest is not what it has to be."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One object of a manifest, which knows where it stands."""

    held: dict[str, Any]
    where: str = ""

    def part(self, name: str) -> _Part:
        return _Part(self._get(name, dict, "names with values below it") or {}, self._place(name))

    def parts(self, name: str) -> list[_Part]:
        found = self._get(name, list, "a list") or []
        for number, one in enumerate(found):
            if not isinstance(one, dict):
                raise _WrongError(f"{self._place(name)}[{number}] has to be names with values")
        return [_Part(one, f"{self._place(name)}[{number}]") for number, one in enumerate(found)]

    def words(self, name: str) -> list[str]:
        found = self._get(name, list, "a list") or []
        if not all(isinstance(one, str) for one in found):
            raise _WrongError(f"{self._place(name)} has to be a list of words")
        return found

    def text(self, name: str, default: str | None = None) -> str:
        found = self._get(name, str, "text")
        if found is None and default is None:
            raise _WrongError(f"{self._place(name)} is missing")
        return str(default if found is None else found)

    def flag(self, name: str, *, default: bool = False) -> bool:
        found = self._get(name, bool, "true or false")
        return default if found is None else found

    def _get(self, name: str, kind: type, words: str) -> Any:  # noqa: ANN401
        found = self.held.get(name)
        if found is not None and not isinstance(found, kind):
            raise _WrongError(f"{self._place(name)} has to be {words}")
        return found

    def _place(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name
