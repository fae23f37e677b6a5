"""Which workspaces the app is installed in: each bot token belongs to one, and is asked about once.

Bolt's own authorization asks Slack about the token at every request; this one never does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_sdk import WebClient


@dataclass(frozen=True, slots=True)
class Installation:
    """The app in one workspace."""

    team_id: str
    team_name: str
    bot_user_id: str
    bot_id: str
    token: str


class Installations(Authorize):
    """The installations known to this process, by team."""

    def __init__(self, make_client: Callable[[str], WebClient]) -> None:
        self._make_client = make_client
        self._by_team: dict[str, Installation] = {}

    def learn(self, token: str) -> Installation:
        """Ask Slack whose token this is and remember the answer; raises what Slack raises."""
        told = self._make_client(token).auth_test()
        installation = Installation(
            team_id=str(told["team_id"]),
            team_name=str(told.get("team") or ""),
            bot_user_id=str(told["user_id"]),
            bot_id=str(told.get("bot_id") or ""),
            token=token,
        )
        self._by_team[installation.team_id] = installation
        return installation

    def client(self, team_id: str) -> WebClient | None:
        """Give a client that speaks for the app in that workspace; None where it is not installed."""
        installation = self._by_team.get(team_id)
        return self._make_client(installation.token) if installation else None

    def forget(self, team_id: str) -> None:
        """Forget a workspace that has removed the app."""
        self._by_team.pop(team_id, None)

    def __call__(
        self,
        *,
        team_id: str | None,
        enterprise_id: str | None,
        **_: Any,  # noqa: ANN401 - whatever else Bolt knows of a request
    ) -> AuthorizeResult | None:
        """Tell Bolt who the app is in a workspace, from memory; None where it is not installed."""
        installation = self._by_team.get(team_id or "")
        if installation is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=installation.team_id,
            bot_token=installation.token,
            bot_id=installation.bot_id,
            bot_user_id=installation.bot_user_id,
        )
