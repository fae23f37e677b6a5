"""Serving real workspaces: `rounds run` until it is told to stop, `rounds tick` once.

Socket Mode where there is an app-level token, otherwise HTTP. SIGTERM and Ctrl-C finish what is in hand and leave.
"""

import gc
import itertools
import math
import os
import signal
import threading
import time
from collections.abc import Callable
from functools import partial
from types import FrameType

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.app import Rounds, warm
from bot.clock import SystemClock
from bot.pictures.store import NoPlace
from bot.settings import NO_PLACE, NO_PORT, SERVED_ALREADY, Settings, SettingsError
from bot.web.served import Served
from storage.alone import Taken, alone
from storage.engine import Unavailable
from storage.migrate import migrate

_WITHIN_SECONDS = 9.0  # from being told to stop; whoever waits longer than 10 s kills
_ANSWERED_WITHIN = 4.0  # longer than Slack waits for any answer
_AGAIN_SECONDS = (1, 2, 5, 10, 30)
_WRONG_TOKEN = {
    "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type",
    "missing_scope",
}  # fmt: skip

_log = structlog.get_logger()


class Socket(SocketModeHandler):
    """Socket Mode that answers what it has in hand before it closes the connection that this came by."""

    def __init__(self, bolt: App, token: str) -> None:
        super().__init__(bolt, token)
        self._in_hand = 0
        self._leaving = False
        self._change = threading.Condition()

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override] # as Bolt's own
        """Answer one request; once it is leaving it takes nothing new, and Slack offers events again elsewhere."""
        with self._change:
            if self._leaving:
                return
            self._in_hand += 1
        try:
            super().handle(client, req)
        finally:
            with self._change:
                self._in_hand -= 1
                self._change.notify_all()

    def leave(self, within: float) -> None:
        """Answer what is in hand, within so many seconds, and close the connection."""
        with self._change:
            self._leaving = True
            self._change.wait_for(lambda: self._in_hand == 0, within)
        self.close()  # type: ignore[no-untyped-call]


def run(settings: Settings) -> int:
    """Serve until told to stop."""
    try:
        with alone(settings.database_url):
            return _run(settings)
    except Taken:
        raise SettingsError(SERVED_ALREADY) from None
    except Unavailable:
        raise SettingsError(settings.out_of_reach) from None


def _run(settings: Settings) -> int:
    rounds = _put_together(settings, direct=False)
    stopping = threading.Event()
    ends_at = math.inf

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal ends_at
        ends_at = time.monotonic() + _WITHIN_SECONDS
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    try:
        if _learn(rounds, stopping):
            threading.Thread(target=warm, name="warm", daemon=True).start()
            rounds.start()
            _keep_out_of_collections()
            (_serve_socket_mode if settings.uses_socket_mode else _serve_http)(rounds, stopping)
    finally:
        # The door has had its share of the time, to answer what it had in hand.
        rounds.stop(min(_WITHIN_SECONDS, max(1.0, ends_at - time.monotonic())))
        _log.info("stopped")
    return 0


def tick(settings: Settings) -> int:
    """Do whatever is due once and send it, without an engine; for cron."""
    rounds = _put_together(settings, direct=True)
    try:
        _learn(rounds, threading.Event())
        rounds.wake(rounds.clock.now())
    finally:
        rounds.stop()
    return 0


def _put_together(settings: Settings, *, direct: bool) -> Rounds:
    try:
        migrate(settings.database_url)
    except Unavailable:
        raise SettingsError(settings.out_of_reach) from None
    try:
        return Rounds(settings, SystemClock(), direct=direct)
    except NoPlace as error:
        raise SettingsError(NO_PLACE.format(why=error)) from None


def _learn(rounds: Rounds, stopping: threading.Event) -> bool:
    """Take up every workspace; waits for Slack where it is out of reach. False where told to stop meanwhile."""
    remedy = "Copy the token again from your app's settings, and install the app again if it was removed."

    def learn(token: str) -> None:
        _log.info("workspace", team=rounds.learn(token).team_id)

    return all(
        _until_it_works(partial(_works, partial(learn, token), "SLACK_BOT_TOKEN", remedy), stopping)
        for token in rounds.settings.slack_bot_token
    )


def _until_it_works(attempt: Callable[[], bool], stopping: threading.Event) -> bool:
    """Try again and again until it works; False where told to stop before."""
    for wait in itertools.chain(_AGAIN_SECONDS, itertools.repeat(_AGAIN_SECONDS[-1])):
        if attempt():
            return True
        if stopping.wait(wait):
            return False
    return False


def _works(attempt: Callable[[], object], setting: str, remedy: str) -> bool:
    """Try once: False for what may be better in a minute, SettingsError where Slack refuses the token of a setting."""
    try:
        attempt()
    except SlackApiError as refusal:
        error = str(refusal.response.get("error"))
        if error in _WRONG_TOKEN:
            raise SettingsError(f"{setting}: Slack answers {error}. {remedy}") from None
        _log.warning("slack refuses for now", error=error)
        return False
    except (SlackClientError, OSError) as error:
        _log.warning("slack is out of reach", problem=type(error).__name__)
        return False
    except Unavailable:
        _log.warning("the database is out of reach")
        return False
    return True


def _keep_out_of_collections() -> None:
    """Have the garbage collector pass over what was loaded by now; to go through it took a fifth of every command."""
    gc.collect()
    gc.freeze()


def _serve_socket_mode(rounds: Rounds, stopping: threading.Event) -> None:
    handler = Socket(rounds.bolt, rounds.settings.slack_app_token)
    remedy = "Make an app-level token with connections:write in your app's settings, Basic Information."
    if _until_it_works(partial(_works, handler.connect, "SLACK_APP_TOKEN", remedy), stopping):
        _log.info("serving", by="socket mode")
        stopping.wait()
    handler.leave(_ANSWERED_WITHIN)


def _serve_http(rounds: Rounds, stopping: threading.Event) -> None:
    port = rounds.settings.port
    try:
        served = Served(rounds.web, host="0.0.0.0", port=port)  # noqa: S104 - Slack comes from outside
    except OSError as error:
        raise SettingsError(NO_PORT.format(port=port, why=os.strerror(error.errno or 0))) from None
    with served:
        _log.info("serving", by="http", port=served.port)
        stopping.wait()
