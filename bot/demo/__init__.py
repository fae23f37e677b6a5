"""The demo: the pretend Slack and the bot in one process, on one clock, with a practice in the middle of its week.

The only package that imports `simulator`. Everything it makes is in `.demo`, in a folder for its port
that is gone when it ends: two demos leave each other alone.
"""

import shutil
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.types import ASGIApp, Receive, Scope, Send

from bot import logs
from bot.app import Rounds, warm
from bot.demo import week
from bot.demo.tour import tour
from bot.settings import Settings
from bot.web.served import Served
from simulator import unread
from simulator.clock import SimulatedClock
from simulator.journal import Journal
from simulator.manifest import App, read_manifest
from simulator.people import Practice
from simulator.seeds import bright_smile
from simulator.server import Running, serve
from simulator.slack import Options, Slack
from storage.migrate import migrate

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = Path(__file__).parents[2]
_FOLDER = Path(".demo")
_LOOKS_EVERY = 0.15  # seconds: whoever skips through a week waits for every message of it


def run(*, port: int, journal: str | None, check: bool) -> int:
    """Start the demo and serve it until Ctrl-C; with `check`, live through the rest of the week instead."""
    started = time.monotonic()
    logs.set_up(quiet=True)
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
    slack, door = running.slack, _Door()
    with Served(door) as served:
        web_at = f"http://127.0.0.1:{served.port}"
        slack.deliver_to = f"{web_at}/slack/events"
        folder = _fresh(_FOLDER / str(running.port))
        telling = _Telling(slack, door, folder, web_at)
        telling.begin()
        slack.start_over = telling.begin_again
        threading.Thread(target=warm, name="warm", daemon=True).start()
        try:
            if check:
                return week.check_the_rest(telling.practice(), slack.journal)
            slack.clock.run()
            _introduce(running.url, time.monotonic() - started)
            _wait()
        finally:
            telling.end()
            shutil.rmtree(folder, ignore_errors=True)
    return 0


class _Telling:
    """One telling of the practice's week: its database, its photos and its bot; it can be told again from the start."""

    def __init__(self, slack: Slack, door: "_Door", folder: Path, web_at: str) -> None:
        self._slack = slack
        self._folder = folder
        self._door = door
        self._web_at = web_at
        self._count = 0
        self._rounds: Rounds | None = None
        self._leave: Callable[[], None] | None = None
        self._turn = threading.Lock()

    def begin(self) -> None:
        """Live through the days before, and hand the practice to the durable bot."""
        self._count += 1
        settings = self._settings(self._folder / str(self._count))
        migrate(settings.database_url)
        before = self._listening(Rounds(settings, self._slack.clock, direct=True))
        leave = self._slack.clock.add_sleeper(before.next_wake, before.wake)
        week.live_until_wednesday(Practice(self._slack, settle=before.settle), before.database)
        leave()
        before.stop()
        self._rounds = rounds = self._listening(Rounds(settings, self._slack.clock, looks_every=_LOOKS_EVERY))
        rounds.start()
        self._leave = self._slack.clock.add_sleeper(rounds.next_wake, rounds.wake)
        workspace = self._slack.workspace()
        unread.read_everything(workspace, week.READ_UNTIL)
        workspace.tour = tour()

    def end(self) -> None:
        """Let the bot finish and go."""
        if self._leave is not None:
            self._leave()
            self._leave = None
        if self._rounds is not None:
            self._slack.clock.wake_due()  # whoever is being woken is awake when this returns
            self._rounds.stop()
            self._rounds = None

    def begin_again(self) -> None:
        """Forget everything and tell the week anew; whoever asks while that goes on gets the same."""
        count = self._count
        with self._turn:
            if count != self._count:
                return
            self._slack.clock.ease()
            self._slack.clock.hold()
            self.end()
            shutil.rmtree(self._folder / str(count), ignore_errors=True)
            self._slack.reset(start=week.START)
            self.begin()
            self._slack.clock.run()
        self._slack.workspace().changed("reset")

    def practice(self) -> Practice:
        """Give the people of the practice, who wait until the bot has said everything."""
        return Practice(self._slack, settle=self._rounds.settle if self._rounds else lambda: None)

    def _settings(self, folder: Path) -> Settings:
        folder.mkdir()
        return Settings(
            slack_bot_token=(_token(self._slack),),
            slack_signing_secret=self._slack.app.signing_secret,
            slack_api_url=f"{self._slack.url}/api/",
            database_url=f"sqlite:///{folder}/rounds.sqlite",
            photo_store_url=str(folder / "photos"),
            public_url=self._web_at,
        )

    def _listening(self, rounds: Rounds) -> Rounds:
        rounds.learn(_token(self._slack))
        self._door.bot = rounds.web
        return rounds


class _Door:
    """Where Slack's requests arrive: first at the bot that lives through the days before, then at the durable one."""

    bot: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on."""
        if self.bot is not None and scope["type"] == "http":
            await self.bot(scope, receive, send)


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _token(slack: Slack) -> str:
    installation = slack.workspace().installation
    if installation is None:
        raise RuntimeError("the seed has not installed the app")
    return installation.bot_token


def _introduce(url: str, seconds: float) -> None:
    print(
        f"""
Bright Smile Dental is open: {url}

  It is Wednesday morning. A card on the page leads through the rest of the week:
  be Ana (marketing, lead) and type /plan. Be Ben, and answer what Rounds asked him.
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
