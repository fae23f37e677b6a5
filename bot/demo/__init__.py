"""The demo: the pretend Slack and the bot in one process, on one clock, with a practice in the middle of its week.

The only package that imports `simulator`. Everything it makes is in the folder `.demo`, made anew at every start.
"""

import shutil
import signal
import sys
import threading
import time
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from bot import logs
from bot.app import Rounds
from bot.commands import when
from bot.demo import week
from bot.settings import Settings
from bot.web.served import Served
from simulator.clock import SimulatedClock
from simulator.journal import Journal
from simulator.manifest import App, read_manifest
from simulator.people import Practice
from simulator.seeds import bright_smile
from simulator.server import Running, serve
from simulator.slack import Options, Slack
from storage.migrate import migrate

_ROOT = Path(__file__).parents[2]
_FOLDER = Path(".demo")


def run(*, port: int, journal: str | None, check: bool) -> int:
    """Start the demo and serve it until Ctrl-C; with `check`, live through the rest of the week instead."""
    started = time.monotonic()
    logs.set_up(quiet=True)
    shutil.rmtree(_FOLDER, ignore_errors=True)
    _FOLDER.mkdir()
    slack = Slack(
        app=App(read_manifest(_ROOT / "manifest.yml")),
        seed=bright_smile,
        clock=SimulatedClock(week.START),
        options=Options(rates_by_clock=True, refuse_missing_text=True),
        journal=Journal(Path(journal) if journal else None),
    )
    try:
        running = serve(slack, port)
    except OSError as error:
        print(f"Port {port} can't be used ({error.strerror}). Try another one: make demo PORT=8701", file=sys.stderr)
        return 1
    with running:
        return _with_bot(running, started=started, check=check)


def _with_bot(running: Running, *, started: float, check: bool) -> int:
    slack = running.slack
    settings = Settings(
        slack_bot_token=(_token(slack),),
        slack_signing_secret=slack.app.signing_secret,
        slack_api_url=f"{running.url}/api/",
        database_url=f"sqlite:///{_FOLDER}/rounds.sqlite",
        photo_store_url=str(_FOLDER / "photos"),
    )
    migrate(settings.database_url)
    door = _Door()
    with Served(door) as served:
        slack.deliver_to = f"http://127.0.0.1:{served.port}/slack/events"
        before = Rounds(settings, slack.clock, direct=True)
        before.learn(_token(slack))
        door.bot = before.web
        leave = slack.clock.add_sleeper(before.next_wake, before.wake)
        week.live_until_wednesday(Practice(slack, settle=before.settle), before.database)
        leave()
        before.stop()
        rounds = Rounds(settings, slack.clock)
        rounds.learn(_token(slack))
        door.bot = rounds.web
        rounds.start()
        slack.clock.add_sleeper(rounds.next_wake, rounds.wake)
        threading.Thread(target=when.warm, name="warm", daemon=True).start()
        try:
            if check:
                return week.check_the_rest(Practice(slack, settle=rounds.settle), slack.journal)
            slack.clock.run()
            _introduce(running.url, time.monotonic() - started)
            _wait()
        finally:
            rounds.stop()
    return 0


class _Door:
    """Where Slack's requests arrive: first at the bot that lives through the days before, then at the durable one."""

    bot: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on."""
        if self.bot is not None and scope["type"] == "http":
            await self.bot(scope, receive, send)


def _token(slack: Slack) -> str:
    installation = slack.workspace().installation
    if installation is None:
        raise RuntimeError("the seed has not installed the app")
    return installation.bot_token


def _introduce(url: str, seconds: float) -> None:
    print(
        f"""
Bright Smile Dental is open: {url}

  It is Wednesday morning. Be Ana (marketing, lead) and type /plan.
  Be Ben, and answer what Rounds asked him. Share a photo in #social.
  Be Sarah (front desk), and type /leads add instagram.
  Then skip to Monday 9:00 and read the digest in #social.

Ready after {seconds:.1f} s. Stop with Ctrl-C.""",
        flush=True,
    )


def _wait() -> None:
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    stopping.wait()
