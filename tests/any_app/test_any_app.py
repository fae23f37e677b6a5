"""Apps that were not written for the pretend Slack, in JavaScript and Python, pointed at it by two lines."""

import os
import queue
import re
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from simulator.introduction import introduction
from simulator.journal import Journal
from simulator.manifest import App, read_manifest
from simulator.people import Practice
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import Options, Slack

HERE = Path(__file__).parent
PATIENCE = 40


@pytest.fixture
def slack(tmp_path):
    """A pretend Slack that knows the app's manifest; a busy machine may take its time to answer."""
    found = Slack(
        app=App(read_manifest(HERE / "manifest.yml")),
        seed=bright_smile,
        options=Options(ack_seconds=PATIENCE),
        journal=Journal(tmp_path / "journal.jsonl"),
    )
    with serve(found):
        yield found


@pytest.fixture(params=["javascript", "python"])
def command(request):
    """How the app is started."""
    if request.param == "javascript":
        return [request.getfixturevalue("node"), str(HERE / "app.js")]
    return [sys.executable, str(HERE / "app.py")]


@pytest.fixture(params=["socket", "http"])
def practice(request, slack, command):
    """The practice with the app running, told only what the pretend Slack prints."""
    told = dict(re.findall(r"^ +(SLACK_[A-Z_]+)=(\S+)", introduction(slack), re.MULTILINE))
    app = _running(slack, command, {**told, "TRANSPORT": request.param})
    try:
        if request.param == "socket":
            assert slack.sockets.wait_connected(1, PATIENCE)
        yield Practice(slack)
    finally:
        app.kill()
        app.wait(PATIENCE)
        app.reader.join(PATIENCE)
        app.stdout.close()


def test_an_app_from_elsewhere_works_unchanged(practice):
    slack = practice.slack
    ana, ben = practice.people("ana", "ben")
    changes = queue.SimpleQueue()
    slack.subscribe(changes)

    def until(come):
        while not come():
            changes.get(timeout=PATIENCE)

    assert ana.types("/room help") == "Type /room to book one."
    ana.types("/room")
    until(lambda: slack.workspace().top_modal(ana.id))
    ana.fills_in({"How many seats?": "many"})
    assert "A number, please." in ana.submits()
    ana.fills_in({"How many seats?": "6"})
    ana.submits()
    until(lambda: "[Give it back]" in ana.sees_dm())
    ana.clicks("Give it back")
    until(lambda: "The room for 6 is free again." in ana.sees_dm())
    assert ben.hears_nothing_more()
    ben.opens_home()
    until(lambda: slack.workspace().homes.get(ben.id))
    assert "Rooms" in ben.opens_home()

    passed = slack.wire.newest()
    assert {"/room", "view_submission", "block_actions", "app_home_opened", "views.open"} <= {e.name for e in passed}
    assert [(e.name, note.words) for e in passed for note in e.notes] == []
    kept = "".join(e.headers + e.request + e.answer_headers + e.answer for e in passed)
    assert not re.search(r"xoxb-T|xapp-1", kept)
    assert slack.app.signing_secret not in kept


def _running(slack, command, told, tries=3):
    """Start the app; over HTTP at a port that was free a moment ago, another one if somebody was quicker."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    if told["TRANSPORT"] == "http":
        slack.deliver_to = f"http://127.0.0.1:{port}/slack/events"
    app = subprocess.Popen(  # noqa: S603 - our own app
        command,
        env={**os.environ, **told, "PORT": str(port), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said = []
    for line in app.stdout:
        said.append(line)
        if "Bolt app is running" in line:  # what Bolt's own guides print
            app.reader = threading.Thread(target=app.stdout.read)  # so that it never waits for a reader
            app.reader.start()
            return app
    app.wait(PATIENCE)
    app.stdout.close()
    if tries > 1:
        return _running(slack, command, told, tries - 1)
    raise AssertionError("the app did not start:\n" + "".join(said))
