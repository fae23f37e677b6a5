"""Files that people share in Slack: what kind one is, and its bytes.

The bot's token goes to Slack's own hosts only, and never along a redirect to anywhere else. What is wrong with a file
is told as `Unusable`; what may be better in a minute as `TryLater`. Keeps nothing and logs no address: both the
address and the name of a file may name a patient.
"""

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from typing import IO
from urllib.parse import urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.domain.problems import Problem
from bot.pictures.preparing import MOST_BYTES
from bot.pictures.unusable import Unusable
from bot.slack.delivery import TryLater, Unreachable

TIMEOUT_SECONDS = 20
_PART = 256 * 1024
_SOON = timedelta(seconds=15)
_SLACKS_HOSTS = (".slack.com", ".slack-gov.com")
_GONE = frozenset({"file_not_found", "file_deleted", "file_not_available"})
_NO_ACCESS = frozenset({"not_visible", "access_denied", "no_permission", "missing_scope", "not_allowed_token_type"})
_WORKSPACE_GONE = frozenset({"account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed"})


@dataclass(frozen=True, slots=True)
class SharedFile:
    """What is needed of a file in Slack to fetch it."""

    kind: str
    size: int
    address: str
    is_elsewhere: bool
    threads: Mapping[str, str] = field(default_factory=dict)
    """Under which message it was shared in a thread, by channel."""


def file_kind(client: WebClient, file_id: str) -> str:
    """Say what kind of file it is; "" where it is gone or not for us."""
    return shared_file(client, file_id).kind


def shared_file(client: WebClient, file_id: str) -> SharedFile:
    """Look at a file for a door that was told nothing but its id; it has no kind where it is gone or not for us.

    While Slack is out of reach it counts as a picture: better one question too many than a photo that is lost.
    """
    try:
        return look(client, file_id)
    except TryLater:
        return SharedFile("image/*", 0, "", is_elsewhere=False)
    except (Unusable, Unreachable):
        return SharedFile("", 0, "", is_elsewhere=False)


def look(client: WebClient, file_id: str) -> SharedFile:
    """Ask Slack about a file.

    Raises:
        Unusable: the file is gone or not for us to see.
        TryLater: Slack is busy or out of reach.
        Unreachable: the app was removed.
    """
    try:
        told = client.files_info(file=file_id).get("file") or {}
    except SlackApiError as error:
        raise meaning(error) from error
    except (OSError, http.client.HTTPException, SlackClientError, ValueError) as error:
        raise TryLater(_SOON, reason=type(error).__name__) from error
    if told.get("mode") in ("tombstone", "hidden_by_limit"):
        raise Unusable(Problem.GONE)
    return SharedFile(
        kind=str(told.get("mimetype") or told.get("filetype") or ""),
        size=int(told.get("size") or 0),
        address=str(told.get("url_private_download") or told.get("url_private") or ""),
        is_elsewhere=bool(told.get("is_external")) or told.get("mode") == "external",
        threads=_threads(told.get("shares") or {}),
    )


def fetch(client: WebClient, file_id: str) -> bytes:
    """Give a file's bytes, never more than may be kept.

    Raises:
        Unusable: the file is gone, too large, lies elsewhere, or Slack gives a page instead of it.
        TryLater: Slack is busy, or the connection broke.
        Unreachable: the app was removed.
    """
    file = look(client, file_id)
    if file.is_elsewhere or not _is_slacks(file.address, client.base_url):
        raise Unusable(Problem.ELSEWHERE)
    if file.size > MOST_BYTES:
        raise Unusable(Problem.TOO_LARGE)
    asked = urllib.request.Request(file.address)  # noqa: S310 - http and https only, checked above
    asked.add_unredirected_header("Authorization", f"Bearer {client.token}")
    opener = urllib.request.build_opener(_OnlyWithinSlack(client.base_url))
    try:
        with opener.open(asked, timeout=TIMEOUT_SECONDS) as answer:
            return _read(answer, answer.headers.get_content_type(), _length(answer.headers.get("Content-Length")))
    except urllib.error.HTTPError as error:
        with error:
            raise _meaning_of(error) from error
    except (OSError, http.client.HTTPException) as error:
        raise TryLater(_SOON, reason=type(error).__name__) from error


def _threads(shares: Mapping[str, Mapping[str, Sequence[Mapping[str, str]]]]) -> dict[str, str]:
    """Read under which message a file was shared in each channel (docs.slack.dev, file object, "shares")."""
    return {
        channel: str(share["thread_ts"])
        for of_kind in shares.values()
        for channel, found in of_kind.items()
        for share in found
        if share.get("thread_ts")
    }


class _OnlyWithinSlack(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to one of Slack's hosts, where the token goes along, and no other."""

    max_redirections = 3

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url

    def redirect_request(  # noqa: PLR0917 - the standard library calls it so
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Give the request to follow up with."""
        if not _is_slacks(newurl, self._base_url):
            raise Unusable(Problem.SIGN_IN_PAGE)
        follow = super().redirect_request(req, fp, code, msg, headers, newurl)
        if follow is not None:
            follow.add_unredirected_header("Authorization", req.unredirected_hdrs["Authorization"])
        return follow


def _is_slacks(address: str, base_url: str) -> bool:
    """Whether an address is on one of Slack's hosts, or on the very server that the Web API was asked at."""
    parts, asked = urlsplit(address), urlsplit(base_url)
    if (parts.scheme, parts.netloc) == (asked.scheme, asked.netloc):
        return parts.scheme in ("http", "https")
    return parts.scheme == "https" and f".{parts.hostname or ''}".endswith(_SLACKS_HOSTS)


def _read(answer: IO[bytes], kind: str, length: int) -> bytes:
    if kind in ("text/html", "application/xhtml+xml"):
        raise Unusable(Problem.SIGN_IN_PAGE)  # Slack's answer, with status 200, to whoever may not see a file
    if length > MOST_BYTES:
        raise Unusable(Problem.TOO_LARGE)
    got = bytearray()
    while part := answer.read(_PART):
        got += part
        if len(got) > MOST_BYTES:
            raise Unusable(Problem.TOO_LARGE)
    if len(got) < length:
        raise TryLater(_SOON, reason="the download broke off")
    return bytes(got)


def _length(said: str | None) -> int:
    return int(said) if said and said.isdecimal() else 0


def meaning(error: SlackApiError) -> Exception:
    """Say what Slack's refusal means for a file."""
    data = getattr(error.response, "data", None)
    code = str(data.get("error", "")) if isinstance(data, dict) else ""
    status = int(getattr(error.response, "status_code", 0))
    if code in _GONE:
        return Unusable(Problem.GONE)
    if code in _NO_ACCESS:
        return Unusable(Problem.NO_ACCESS)
    if code in _WORKSPACE_GONE:
        return Unreachable(code)
    headers = {name.lower(): value for name, value in getattr(error.response, "headers", {}).items()}
    return _later(status, headers.get("retry-after"), code)


def _meaning_of(error: urllib.error.HTTPError) -> Exception:
    if error.code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return Unusable(Problem.GONE)
    if error.code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return Unusable(Problem.NO_ACCESS)
    if error.code == HTTPStatus.TOO_MANY_REQUESTS or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return _later(error.code, error.headers.get("Retry-After"), "")
    return Unusable(Problem.NO_DOWNLOAD)


def _later(status: int, after: object, code: str) -> TryLater:
    said = str(after or "")
    wait = timedelta(seconds=min(int(said), 3600)) if said.isdecimal() else _SOON
    return TryLater(wait, reason=code or f"Slack answered {status}")
