"""The pretend Slack as a whole: seeds, starting again, the command line, the page of documentation."""

from __future__ import annotations

import json
import queue
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from simulator import acts
from simulator.__main__ import main
from simulator.introduction import introduction
from simulator.journal import Journal
from simulator.manifest import App, Manifest, read_manifest
from simulator.rows import Change
from simulator.seeds import bright_smile, empty, seed_named
from simulator.server import serve
from simulator.slack import Slack
from simulator.supported import renewed

if TYPE_CHECKING:
    from slack_bolt import App as Bolt
    from starlette.requests import Request

ROOT = Path(__file__).parents[2]


def test_the_practice_has_four_people_and_three_channels() -> None:
    workspace = bright_smile(Slack())
    assert [person.real_name for person in workspace.humans()] == [
        "Ana Torres",
        "Ben Cole",
        "Sarah Kim",
        "Dr. Maria Reyes",
    ]
    bot = workspace.bot()
    assert bot is not None
    assert [c.name for c in workspace.channels.values() if bot.id in c.members] == ["social", "front-desk"]


def test_a_seed_can_be_written_in_a_file(tmp_path: Path) -> None:
    described = {
        "team": "T0CORNER01",
        "name": "Corner Clinic",
        "domain": "corner",
        "people": [{"name": "kit", "real_name": "Kit Moss", "tz": "Europe/London"}],
        "channels": [{"name": "all", "members": ["kit", "bot"]}],
    }
    path = tmp_path / "seed.json"
    path.write_text(json.dumps(described))
    workspace = Slack(seed=seed_named(str(path))).workspace()
    assert workspace.person("kit").tz == "Europe/London"
    assert len(workspace.channel("all").members) == 2
    with pytest.raises(ValueError, match="no seed and no file"):
        seed_named("nowhere")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"team": None}, "team is missing; a workspace has team, name"),
        ({"channels": [{"name": "all", "members": ["max"]}]}, "'max' is missing, or nobody among the people"),
        ({"people": [{"name": "kit", "real_name": "Kit Moss", "tz": "UTC", "shoes": 42}]}, "shoes"),
        ({"people": ["kit"]}, "how a person and a channel look"),
    ],
)
def test_a_seed_that_describes_no_workspace_says_what_is_wrong(
    changed: dict[str, object], told: str, tmp_path: Path
) -> None:
    described = {
        "team": "T0CORNER01",
        "name": "Corner Clinic",
        "domain": "corner",
        "people": [{"name": "kit", "real_name": "Kit Moss", "tz": "UTC"}],
        "channels": [],
    }
    path = tmp_path / "seed.json"
    path.write_text(json.dumps({key: value for key, value in (described | changed).items() if value is not None}))
    with pytest.raises(ValueError, match=told):
        Slack(seed=seed_named(str(path)))


def test_a_seed_that_is_no_yaml_says_where(tmp_path: Path) -> None:
    path = tmp_path / "seed.yml"
    path.write_text("people: [kit")
    with pytest.raises(ValueError, match="line 1"):
        seed_named(str(path))


def test_starting_again_forgets_everything_but_the_address(slack: Slack, client: WebClient) -> None:
    client.chat_postMessage(channel="#social", text="x")
    slack.faults.fail("auth.test")
    slack.reset(empty)
    assert slack.workspace().name == "Sample workspace"
    assert slack.journal.entries() == []
    with pytest.raises(SlackApiError, match="invalid_auth"):
        client.auth_test()


def test_installing_again_gives_a_new_token_only_when_the_old_one_is_dead(slack: Slack, client: WebClient) -> None:
    workspace = slack.workspace()
    first = slack.install(workspace).bot_token
    assert client.token == first
    acts.uninstall_app(slack, workspace)
    second = slack.install(workspace).bot_token
    assert second != first
    with pytest.raises(SlackApiError, match="token_revoked"):
        client.auth_test()
    assert client.auth_test(token=second)["user_id"] == "UBRIBOT0000"


def test_whoever_subscribes_hears_what_changed(slack: Slack, client: WebClient) -> None:
    changes: queue.SimpleQueue[Change] = queue.SimpleQueue()
    slack.subscribe(changes)
    ts = client.chat_postMessage(channel="#social", text="x")["ts"]
    assert changes.get(timeout=5) == Change("T0BRIGHT01", "message", "CBRISOCIAL0", None, ts)


def test_a_manifest_says_what_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "manifest.yml"
    path.write_text(
        "display_information: {name: Rota}\n"
        "features: {slash_commands: [{command: /rota, description: Shows the rota, should_escape: true}]}\n"
        "oauth_config: {scopes: {bot: [commands]}}\n"
    )
    manifest = read_manifest(path)
    assert (manifest.name, manifest.escapes("/rota"), manifest.scopes) == ("Rota", True, frozenset({"commands"}))
    assert not manifest.allows_event("file_shared")
    assert read_manifest(None).allows_event("file_shared")


def test_the_journal_file_has_one_line_of_json_for_each_call(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    slack = Slack(app=App(Manifest()), seed=empty, journal=Journal(path))
    slack.journal.write(slack.clock.now(), "chat.postMessage", {"channel": "C1", "token": "xoxb-1"}, ok=True)
    assert json.loads(path.read_text()) == {
        "at": "2026-11-23T14:00:00Z",
        "method": "chat.postMessage",
        "args": {"channel": "C1"},
        "ok": True,
    }


def test_any_bolt_app_can_be_pointed_at_the_command_line(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    command = [sys.executable, "-m", "simulator", "--port", "0", "--seed", "bright-smile", "--journal", str(journal)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            assert process.stdout is not None
            said = ""
            while "Waiting for the app" not in said:
                said += process.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+", said)
            token = re.search(r"SLACK_BOT_TOKEN=(\S+)", said)
            assert address
            assert token
            assert WebClient(token[1], base_url=f"{address[0]}/api/").auth_test()["team"] == "Bright Smile Dental"
        finally:
            process.terminate()
        assert process.wait(10) == 0
    assert json.loads(journal.read_text())["method"] == "auth.test"


@pytest.mark.parametrize("wrong", [["--seed", "nowhere"], ["--manifest", "nowhere.yml"], ["--faults", "earthquake"]])
def test_a_wrong_argument_is_named(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", "0", *wrong]) == 2
    assert re.search("nowhere|earthquake", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.yml", "features: [", "a.yml is not YAML: line 1"),
        ("a.yml", "", "a.yml holds no manifest"),
        ("a.yml", "just words", "a.yml holds no manifest"),
        ("a.yml", b"\xff\xfe\xfa", "a.yml is not a text file in UTF-8"),
        ("a.json", "{", "a.json is not JSON: line 1"),
        ("a.yml", "features: {slash_commands: /plan}", "features.slash_commands has to be a list"),
        ("a.yml", "features: {slash_commands: [plan]}", "features.slash_commands[0] has to be names with values"),
        ("a.yml", "features: {slash_commands: [{description: x}]}", "features.slash_commands[0].command is missing"),
        ("a.yml", "features: {slash_commands: [{command: plan}]}", "command has to begin with a slash"),
        (
            "a.yml",
            "features: {shortcuts: [{name: Keep, type: message}]}",
            "features.shortcuts[0].callback_id is missing",
        ),
        ("a.yml", "oauth_config: {scopes: {bot: [7]}}", "oauth_config.scopes.bot has to be a list of words"),
        ("a.yml", "features: {app_home: {home_tab_enabled: maybe}}", "home_tab_enabled has to be true or false"),
    ],
)
def test_a_broken_manifest_gets_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["--port", "0", "--manifest", str(path)]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert said.startswith("simulator: ")
    assert said.count("\n") == 1


def test_a_manifest_that_is_not_there_gets_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for missing, why in (("none.yml", "there is no such file"), (".", "can't be read")):
        assert main(["--port", "0", "--manifest", str(tmp_path / missing)]) == 2
        said = capsys.readouterr().err
        assert why in said
        assert said.count("\n") == 1


def test_a_port_that_is_taken_gets_one_sentence(slack: Slack, capsys: pytest.CaptureFixture[str]) -> None:
    taken = slack.url.rpartition(":")[2]
    assert main(["--port", taken]) == 2
    assert capsys.readouterr().err == (
        f"simulator: --port {taken}: something else is listening there; take another one, or 0 for any that is free\n"
    )
    assert main(["--port", "0", "--deliver-to", "localhost:3000"]) == 2
    assert "an address such as http://127.0.0.1:3000" in capsys.readouterr().err
    assert main(["--port", "70000"]) == 2
    assert "from 0 to 65535" in capsys.readouterr().err


def test_what_is_printed_says_who_is_there_and_what_to_add() -> None:
    slack = Slack(seed=seed_named("side-by-side"))
    said = introduction(slack)
    assert "No manifest was given, so everything is allowed." in said
    assert said.count("SLACK_BOT_TOKEN=xoxb-") == 2
    assert "clientOptions: { slackApiUrl: process.env.SLACK_API_URL }," in said
    app = App(
        read_manifest({"display_information": {"name": "Rota"}, "oauth_config": {"scopes": {"bot": ["commands"]}}})
    )
    assert "Rota (0 slash commands, 0 events, 1 scope) is installed." in introduction(Slack(app=app, seed=empty))


def test_more_routes_can_be_served_beside_it() -> None:
    async def hello(_: Request) -> PlainTextResponse:
        return PlainTextResponse("hello")

    with serve(Slack(seed=empty), extra=[Route("/hello", hello)]) as running:
        with urllib.request.urlopen(f"{running.url}/hello") as answer:  # noqa: S310
            assert answer.read() == b"hello"
        running.stop()


def test_a_running_clock_wakes_whoever_waits_by_itself(slack: Slack) -> None:
    woken = threading.Event()
    at = slack.clock.now() + timedelta(minutes=10)
    slack.clock.add_sleeper(lambda: None if woken.is_set() else at, lambda _: woken.set())
    slack.clock.run(speed=10_000)
    assert woken.wait(10)
    assert slack.clock.now() >= at


def test_a_button_of_a_removed_app_says_so(slack: Slack, client: WebClient) -> None:
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    blocks = [{"type": "actions", "elements": [button]}]
    ts = client.chat_postMessage(channel="#social", text="x", blocks=blocks)["ts"]
    workspace = slack.workspace()
    message = workspace.channel("social").message(ts)
    assert message is not None
    acts.uninstall_app(slack, workspace)
    pressed = acts.act_on_block(slack, workspace.person("ana"), message, "go")
    assert pressed.error == "The app is not installed in this workspace."


def test_an_app_can_be_installed_through_the_consent_page(slack: Slack, bolt: Bolt) -> None:
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    url = f"{slack.url}/oauth/v2/authorize?client_id={slack.app.client_id}&state=s1&redirect_uri=http://127.0.0.1/back"
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.build_opener(Stay).open(url)
    found = re.fullmatch(r"http://127\.0\.0\.1/back\?code=(\w+)&state=s1", raised.value.headers["location"])
    raised.value.close()
    assert found
    answer = bolt.client.oauth_v2_access(
        client_id=slack.app.client_id, client_secret=slack.app.client_secret, code=found[1]
    )
    assert answer["bot_user_id"] == "UBRIBOT0000"


def test_the_page_of_documentation_shows_what_the_code_can_do() -> None:
    page = (ROOT / "docs" / "simulator" / "README.md").read_text(encoding="utf-8")
    assert renewed(page) == page
