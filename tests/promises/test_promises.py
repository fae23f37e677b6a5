"""What is said in several places must be the same in all of them: manifest, doors, grammar, documentation, layout."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.commands import grammar, phrases
from bot.commands.forms import READERS
from bot.listeners import events, shortcuts
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
MODULES = sorted(file for package in ("bot", "storage", "simulator") for file in (ROOT / package).rglob("*.py"))


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text())
    return made


def test_the_manifest_declares_exactly_the_slash_commands_of_the_grammar(manifest: dict[str, Any]) -> None:
    declared = manifest["features"]["slash_commands"]
    assert [command["command"] for command in declared] == list(grammar.SLASHES)
    assert {command["command"]: command["description"] for command in declared} == phrases.SUMMARIES
    assert all(command["should_escape"] for command in declared)


def test_the_manifest_subscribes_to_exactly_the_events_that_are_listened_to(manifest: dict[str, Any]) -> None:
    source = Path(events.__file__).read_text()
    listened = re.findall(r'@app\.event\("(\w+)"\)', source)
    declared = {event.partition(".")[0] for event in manifest["settings"]["event_subscriptions"]["bot_events"]}
    assert sorted(listened) == sorted(declared)


def test_the_manifest_declares_exactly_the_shortcuts_that_are_listened_to(manifest: dict[str, Any]) -> None:
    declared = [(shortcut["callback_id"], shortcut["type"]) for shortcut in manifest["features"]["shortcuts"]]
    assert declared == [(shortcuts.USE_PHOTO, "message"), (shortcuts.LOG_COMMENT, "message")]


def test_the_manifest_keeps_slacks_rules(manifest: dict[str, Any]) -> None:
    """Lengths and characters as Slack's manifest schema has them (slackapi/manifest-schema, 2026-07)."""
    display = manifest["display_information"]
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    assert re.fullmatch(r"#[0-9a-fA-F]{6}", display["background_color"])
    assert re.fullmatch(r"[A-Za-z0-9-_. ]{1,80}", manifest["features"]["bot_user"]["display_name"])
    for command in manifest["features"]["slash_commands"]:
        assert re.fullmatch(r"/\S{1,31}", command["command"])
        assert 1 <= len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000
    for shortcut in manifest["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    scopes = manifest["oauth_config"]["scopes"]
    assert set(scopes) == {"bot"}
    assert len(scopes["bot"]) == len(set(scopes["bot"]))


def test_every_scope_says_why_it_is_asked_for() -> None:
    lines = (ROOT / "manifest.yml").read_text().partition("bot:\n")[2].partition("settings:")[0].strip().splitlines()
    scopes = [line for line in lines if line.strip().startswith("- ")]
    assert scopes
    assert [line for line in scopes if "# " not in line] == []


def test_every_phrase_is_documented_as_the_grammar_has_it() -> None:
    written = (ROOT / "docs" / "commands.md").read_text()
    lines = {
        "| `" + grammar.usage(slash, phrase).replace("|", "\\|") + f"` | {phrase.does} |"
        for slash, known in phrases.PHRASES.items()
        for phrase in known
    }
    lines |= {f"| `{slash} help` | Show all this. |" for slash in grammar.SLASHES}
    rows = [line for line in written.splitlines() if line.startswith("| `/")]
    assert sorted(rows) == sorted(lines)


_TYPED = re.compile(rf"(?<![\w/:.])({'|'.join(grammar.SLASHES)})\b(?!/)")
SPOKEN = [file for folder in ("domain", "commands") for file in (ROOT / "bot" / folder).rglob("*.py")]


@pytest.mark.parametrize("file", SPOKEN, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_what_can_be_typed_stands_between_backticks_wherever_people_read_it(file: Path) -> None:
    """But for a command's bare name, and a `nearest` phrase, which is marked where it is drawn."""
    tree = ast.parse(file.read_text())
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id="nearest")], value=ast.JoinedStr(values=parts)):
                parts.clear()
            case ast.Expr(value=ast.Constant() as docstring):
                docstring.value = ""
            case ast.JoinedStr(values=parts):
                found.append("".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts))
            case ast.Constant(value=str(words)) if not words.startswith("/") or " " in words:
                found.append(words)
    assert not [words for words in found if any(map(_TYPED.search, words.split("`")[::2]))]


def test_every_form_name_fits_slack() -> None:
    assert all(re.fullmatch(r"[a-z-]{1,255}", name) for name in READERS)


def test_every_setting_is_in_the_table() -> None:
    written = (ROOT / "docs" / "settings.md").read_text()
    rows = re.findall(r"^\| `([A-Z_]+)`", written, flags=re.MULTILINE)
    assert sorted(rows) == sorted(name.upper() for name in Settings.model_fields)


TABLES_OF_CONTENTS = {
    "bot/blocks/draw.py",
    "bot/commands/vocabulary/__init__.py",
    "bot/domain/outcomes/__init__.py",
    "bot/handlers/carry_out.py",
}
"""They name everything that Rounds can do, one line each, and grow with it."""


@pytest.mark.parametrize(
    "file", [file for file in MODULES if file.parent.name != "versions"], ids=lambda file: str(file.relative_to(ROOT))
)
def test_a_module_says_why_it_exists_and_stays_short(file: Path) -> None:
    source = file.read_text()
    assert str(file.relative_to(ROOT)) in TABLES_OF_CONTENTS or len(source.splitlines()) <= 250
    assert ast.get_docstring(ast.parse(source))


def test_only_the_clocks_ask_what_time_it_is() -> None:
    asking = re.compile(r"datetime\.now\(|datetime\.utcnow\(|date\.today\(")
    found = {str(file.relative_to(ROOT)) for file in MODULES if asking.search(file.read_text())}
    assert found <= {"bot/clock.py", "simulator/clock.py"}


def test_starting_the_bot_waits_for_nothing_that_few_ever_use() -> None:
    late = ["alembic", "chardet", "dateparser", "icalendar", "numpy", "openpyxl", "scipy", "simulator", "xlrd"]
    said = f"import sys, bot.serving; print([name for name in {late} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert found.stdout == "[]\n"
