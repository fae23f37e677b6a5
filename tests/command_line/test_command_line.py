"""`rounds` as an operator uses it, against the pretend Slack: what serves in a process of its own, the rest in ours."""

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.__main__ import main
from simulator.manifest import App, read_manifest
from simulator.people import Practice
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import Options, Slack

ROOT = Path(__file__).parents[2]


@pytest.fixture
def slack() -> Iterator[Slack]:
    slack = Slack(app=App(read_manifest(ROOT / "manifest.yml")), seed=bright_smile, options=Options(ack_seconds=20))
    with serve(slack):
        yield slack


def settings(slack: Slack | None, folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DATABASE_", "PHOTO_"))}
    given = {"DATABASE_URL": f"sqlite:///{folder}/rounds.sqlite", "PHOTO_STORE_URL": f"{folder}/photos", "PORT": "0"}
    if slack is not None:
        installation = slack.workspace().installation
        assert installation is not None
        given |= {"SLACK_API_URL": f"{slack.url}/api/", "SLACK_BOT_TOKEN": installation.bot_token}
    return {**kept, "PYTHONPATH": str(ROOT), **given, **more}


class Said(NamedTuple):
    """How a command ended, and what it told."""

    status: int
    out: str
    err: str


def rounds(folder: Path, env: dict[str, str], *words: str) -> Said:
    """Give a command in a folder, with these settings and no others."""
    out, err, stop = io.StringIO(), io.StringIO(), (signal.SIGTERM, signal.SIGINT)
    before = dict(zip(stop, map(signal.getsignal, stop), strict=True))
    with pytest.MonkeyPatch.context() as patched, chdir(folder), redirect_stdout(out), redirect_stderr(err):
        for name in os.environ.keys() - env.keys():
            patched.delenv(name)
        for name, value in env.items():
            patched.setenv(name, value)
        try:
            status = main(list(words))
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
    return Said(status, out.getvalue(), err.getvalue())


@contextmanager
def running(folder: Path, env: dict[str, str], ready: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], cwd=folder, env=env, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        yield process, next(line for line in lines if ready in line)
    finally:
        process.kill()
        process.communicate()


def test_over_http_it_answers_and_leaves_when_told_to(slack: Slack, tmp_path: Path) -> None:
    env = settings(slack, tmp_path, SLACK_SIGNING_SECRET=slack.app.signing_secret)
    with running(tmp_path, env, "serving") as (process, line):
        port = re.search(r'"port": (\d+)', line)
        assert port is not None
        slack.deliver_to = f"http://127.0.0.1:{port[1]}/slack/events"
        ana = Practice(slack).person("ana")
        assert "Type `/rounds setup`" in ana.types("/plan", "#social")
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


@pytest.mark.usefixtures("sqlite_url")  # the tables are there; the first start of all makes them
def test_over_socket_mode_it_answers_and_leaves_when_told_to(slack: Slack, tmp_path: Path) -> None:
    env = settings(slack, tmp_path, SLACK_APP_TOKEN=slack.app.app_token)
    with running(tmp_path, env, "serving") as (process, _):
        ana = Practice(slack).person("ana")
        assert "Type `/rounds setup`" in ana.types("/plan", "#social")
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


@pytest.mark.usefixtures("sqlite_url")
def test_a_file_that_is_served_already_is_refused(slack: Slack, tmp_path: Path) -> None:
    env = settings(slack, tmp_path, SLACK_SIGNING_SECRET=slack.app.signing_secret)
    with running(tmp_path, env, "serving"):
        said = rounds(tmp_path, env, "run")
        assert said.status == 2
        assert "another `rounds run` serves this file already" in said.err
        assert "Traceback" not in said.err
        assert rounds(tmp_path, env, "tick").status == 0


def test_what_is_missing_is_named_with_its_remedy(tmp_path: Path) -> None:
    said = rounds(tmp_path, settings(None, tmp_path), "run")
    assert said.status == 2
    assert "SLACK_BOT_TOKEN is missing: install the app" in said.err
    assert "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both missing" in said.err
    assert "Traceback" not in said.err


def test_every_wrong_setting_is_named_and_its_value_is_not(tmp_path: Path) -> None:
    wrong = {
        "SLACK_BOT_TOKEN": "xoxp-1",
        "SLACK_APP_TOKEN": "xoxb-1",
        "SLACK_API_URL": "slack",
        "DATABASE_URL": "mysql://here",
        "PORT": "none",
    }
    said = rounds(tmp_path, settings(None, tmp_path, **wrong), "run")
    assert said.status == 2
    for told in (
        "SLACK_BOT_TOKEN: a bot token starts with xoxb-",
        "SLACK_APP_TOKEN: an app-level token starts with xapp-",
        "SLACK_API_URL: this must be a web address",
        "DATABASE_URL: use sqlite:///FILE or postgresql://",
        "PORT: ",
    ):
        assert told in said.err
    assert "Traceback" not in said.err
    assert "xoxp-1" not in said.err
    assert "xoxb-1" not in said.err


def test_a_token_that_slack_refuses_is_named(slack: Slack, tmp_path: Path) -> None:
    env = settings(slack, tmp_path, SLACK_BOT_TOKEN="xoxb-wrong", SLACK_SIGNING_SECRET="s")
    for command in ("run", "doctor"):
        said = rounds(tmp_path, env, command)
        assert said.status == 2
        assert "SLACK_BOT_TOKEN: Slack answers invalid_auth" in said.err + said.out
        assert "xoxb-wrong" not in said.err + said.out


def test_a_database_that_is_gone_is_named(slack: Slack, tmp_path: Path) -> None:
    env = settings(slack, tmp_path, SLACK_SIGNING_SECRET="s", DATABASE_URL="postgresql://nobody@127.0.0.1:9/none")
    for command in ("run", "doctor"):
        said = rounds(tmp_path, env, command)
        assert said.status == 2
        assert "DATABASE_URL: the database can't be reached" in said.err + said.out
        assert "Traceback" not in said.err


def test_the_doctor_finds_a_healthy_app_well_and_sends_nothing(slack: Slack, tmp_path: Path) -> None:
    env = settings(slack, tmp_path, SLACK_APP_TOKEN=slack.app.app_token)
    assert "its tables are made at the first start" in rounds(tmp_path, env, "doctor").out
    assert rounds(tmp_path, env, "migrate").status == 0
    said = rounds(tmp_path, env, "doctor")
    assert said.status == 0, said.out
    assert said.out.endswith("All is well.\n")
    assert "works for Bright Smile Dental" in said.out
    assert {entry.method for entry in slack.journal.entries()} == {"auth.test", "apps.connections.open"}


@pytest.mark.usefixtures("sqlite_url")
def test_one_tick_does_what_is_due_and_ends(slack: Slack, tmp_path: Path) -> None:
    said = rounds(tmp_path, settings(slack, tmp_path, SLACK_SIGNING_SECRET="s"), "tick")
    assert (said.status, "Traceback" in said.err) == (0, False)


def test_the_version_is_told(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "bot", "--version"],
        env=settings(None, tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.fullmatch(r"rounds \d+\.\d+\.\d+\n", said.stdout)
