"""`rounds doctor`: looks at everything the program needs from outside and says what to fix, and how.

It only looks: nothing is sent to anybody, nothing in a database is changed; the folders of a new one are made.
"""

import http.client
import json
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.pictures.store import NoPlace, open_store
from bot.settings import NO_PLACE, NO_PORT, Settings, SettingsError, make_folders
from storage import migrate
from storage.engine import Unavailable

_MANIFEST = Path(__file__).parent.parent / "manifest.yml"
_REMEDIES = {
    "invalid_auth": "copy it again from your app's settings",
    "not_authed": "copy it again from your app's settings",
    "account_inactive": "the app was removed from this workspace: install it again and copy the new token",
    "token_revoked": "the app was removed from this workspace: install it again and copy the new token",
}

Finding = tuple[bool, str]


def run(settings: Settings) -> int:
    """Print one line for each thing looked at; 0 when all is well, 2 when something must be fixed."""
    well = True
    for is_fine, said in _findings(settings):
        print(("ok    " if is_fine else "FIX   ") + said)
        well = well and is_fine
    print("All is well." if well else "Something needs fixing; nothing was changed.")
    return 0 if well else 2


def _findings(settings: Settings) -> Iterator[Finding]:
    for problem in settings.missing():
        yield False, problem
    yield _database(settings)
    yield _photo_store(settings)
    if settings.slack_signing_secret and not settings.uses_socket_mode:
        yield _port(settings.port)
    for position, token in enumerate(settings.slack_bot_token, start=1):
        client = WebClient(token=token, base_url=settings.slack_api_url, timeout=10, retry_handlers=[])
        name = "SLACK_BOT_TOKEN" if position == 1 else f"SLACK_BOT_TOKEN, number {position}"
        yield from _asked(name, lambda client=client, name=name: _token(client, name))  # type: ignore[misc]
    if settings.slack_app_token:
        app = WebClient(token=settings.slack_app_token, base_url=settings.slack_api_url, timeout=10, retry_handlers=[])
        yield from _asked("SLACK_APP_TOKEN", lambda: _app_token(app))


def _database(settings: Settings) -> Finding:
    try:
        make_folders(settings)
        revision = migrate.current(settings.database_url)
    except SettingsError as wrong:
        return False, str(wrong)
    except Unavailable:
        return False, settings.out_of_reach
    if revision is None:
        return True, "database: reachable; its tables are made at the first start"
    current = revision == migrate.head()
    return current, "database: reachable" + ("" if current else ", but not up to date. Run: rounds migrate")


def _photo_store(settings: Settings) -> Finding:
    try:
        open_store(settings.photo_store_url)
    except NoPlace as error:
        return False, NO_PLACE.format(why=error)
    if "://" in settings.photo_store_url:
        return True, "photo store: set; it is first written to when a photo is cleared"
    return True, "photo store: the folder can be used"


def _port(port: int) -> Finding:
    try:
        socket.create_server(("0.0.0.0", port), reuse_port=False).close()  # noqa: S104 - as `rounds run` does
    except OSError as error:
        if _is_ours(port):
            return True, f"port: Rounds answers at {port} already"
        return False, NO_PORT.format(port=port, why=os.strerror(error.errno or 0))
    return True, f"port: {port or 'any that is free'} can be used"


def _is_ours(port: int) -> bool:
    """Whether it is Rounds that answers there, so that nothing has to be stopped."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        asked.request("GET", "/healthz")
        told = json.loads(asked.getresponse().read(1000))
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        asked.close()
    return isinstance(told, dict) and told.keys() == {"well"}


def _asked(name: str, look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from look()
    except SlackApiError as refusal:
        error = str(refusal.response.get("error"))
        yield (
            False,
            f"{name}: Slack answers {error}; {_REMEDIES.get(error, 'look it up in the documentation of Slack')}.",
        )
    except (SlackClientError, OSError) as error:
        yield False, f"{name}: Slack can't be reached ({type(error).__name__}). Check SLACK_API_URL and the network."


def _token(client: WebClient, name: str) -> Iterator[Finding]:
    told = client.auth_test()
    yield True, f"{name}: works for {told.get('team')}"
    headers = {name.lower(): str(value) for name, value in told.headers.items()}
    if "x-oauth-scopes" not in headers:
        return
    granted = {scope.strip() for scope in headers["x-oauth-scopes"].split(",") if scope.strip()}
    wanted = set(yaml.safe_load(_MANIFEST.read_text())["oauth_config"]["scopes"]["bot"])
    lacking = sorted(wanted - granted)
    if lacking:
        yield False, f"{name}: the app lacks {', '.join(lacking)}. Update its manifest and install it again."


def _app_token(app: WebClient) -> Iterator[Finding]:
    app.apps_connections_open(app_token=app.token or "")
    yield True, "SLACK_APP_TOKEN: Socket Mode can be opened"
