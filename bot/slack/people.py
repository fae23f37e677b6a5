"""Meeting people: what Slack says about whoever asks or is named, asked rarely and remembered as a member.

Whoever asks is looked up at most hourly, whoever is named at most once a minute, so that a colleague who has left is
not given work. When Slack can't be asked, what was known before counts.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.clock import Clock
from bot.domain import absence
from storage.tables import Member

_log = structlog.get_logger()
_NAMED = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_KNOWN_FOR = timedelta(hours=1)
_NAMED_FOR = timedelta(minutes=1)
_AGAIN_AFTER = timedelta(minutes=1)
"""Where Slack can't be asked, nobody waits for it at every command."""


class People:
    """Looks people up in Slack and hands them on to be remembered."""

    def __init__(self, remember: Callable[[str, Member], None], clock: Clock) -> None:
        self._remember = remember
        self._clock = clock
        self._met_at: dict[tuple[str | None, str], datetime] = {}  # by token: an app that comes back knows nobody

    def meet(self, client: WebClient, team_id: str, user_id: str, words: str = "") -> None:
        """Make sure that whoever asks, and everybody the words name, is known as Slack describes them now."""
        self._look_up(client, team_id, user_id, _KNOWN_FOR)
        for named in dict.fromkeys(_NAMED.findall(words)):
            self._look_up(client, team_id, named, _NAMED_FOR)

    def _look_up(self, client: WebClient, team_id: str, user_id: str, known_for: timedelta) -> None:
        now = self._clock.now()
        met_at = self._met_at.get((client.token, user_id))
        if met_at is not None and met_at <= now < met_at + known_for:
            return
        person = look_up(client, team_id, user_id)
        if person is None:
            self._met_at[client.token, user_id] = now - known_for + _AGAIN_AFTER
            return
        self._remember(team_id, person)
        self._met_at[client.token, user_id] = now


def look_up(client: WebClient, team_id: str, user_id: str) -> Member | None:
    """Give a person as Slack describes them now; None where Slack can't be asked."""
    try:
        return _described(client.users_info(user=user_id)["user"], team_id)
    except (SlackClientError, OSError) as error:
        _log.warning("person not looked up", problem=type(error).__name__, team=team_id)
        return None


def _described(person: dict[str, object], team_id: str) -> Member:
    profile = person.get("profile")
    names = profile if isinstance(profile, dict) else {}
    ends = names.get("status_expiration")
    name = names.get("display_name") or names.get("real_name") or person.get("real_name") or person.get("name") or ""
    return Member(
        user_id=str(person["id"]),
        name=str(name),
        zone=str(person.get("tz") or ""),
        is_deactivated=bool(person.get("deleted")),
        is_foreign=bool(person.get("is_stranger")) or person.get("team_id", team_id) != team_id,
        is_bot=bool(person.get("is_bot")),
        is_out=absence.is_out(str(names.get("status_emoji") or ""), str(names.get("status_text") or "")),
        out_until=datetime.fromtimestamp(ends, UTC) if isinstance(ends, int) and ends else None,
    )
