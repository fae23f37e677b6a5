"""A token is asked about once; after that, who the app is in a workspace is known by heart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slack.installations import Installations
from simulator.manifest import App, read_manifest
from simulator.seeds import side_by_side
from simulator.server import serve
from simulator.slack import Slack

ROOT = Path(__file__).parents[2]


@pytest.fixture
def slack() -> Iterator[Slack]:
    slack = Slack(app=App(read_manifest(ROOT / "manifest.yml")), seed=side_by_side)
    with serve(slack):
        yield slack


@pytest.fixture
def installations(slack: Slack) -> Installations:
    return Installations(lambda token: WebClient(token, base_url=f"{slack.url}/api/", timeout=5, retry_handlers=[]))


def test_each_workspace_has_its_own_token_and_slack_is_asked_once(slack: Slack, installations: Installations) -> None:
    for workspace in slack.workspaces.values():
        assert workspace.installation is not None
        assert installations.learn(workspace.installation.bot_token).team_id == workspace.id
    for workspace in slack.workspaces.values():
        assert workspace.installation is not None
        for _ in range(3):
            known = installations(team_id=workspace.id, enterprise_id=None)
            assert known is not None
            assert known.bot_token == workspace.installation.bot_token
        client = installations.client(workspace.id)
        assert client is not None
        assert client.token == workspace.installation.bot_token
    assert [entry.method for entry in slack.journal.entries()] == ["auth.test"] * len(slack.workspaces)


def test_where_the_app_is_not_installed_or_was_removed_nobody_is_let_in(
    slack: Slack, installations: Installations
) -> None:
    installation = slack.workspace().installation
    assert installation is not None
    team_id = installations.learn(installation.bot_token).team_id
    installations.forget(team_id)
    assert installations(team_id=team_id, enterprise_id=None) is None
    assert installations(team_id=None, enterprise_id=None) is None
    assert installations.client(team_id) is None


def test_a_token_that_slack_does_not_know_is_not_learned(installations: Installations) -> None:
    with pytest.raises(SlackApiError):
        installations.learn("xoxb-unknown")
