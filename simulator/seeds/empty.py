"""One person, one channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def empty(slack: Slack) -> Workspace:
    """A workspace with one person in #general, and the app installed."""
    workspace = slack.add_workspace("T0EMPTY001", "Sample workspace", "sample")
    alex = workspace.add_person("alex", "Alex Doe", is_admin=True)
    installation = slack.install(workspace)
    workspace.add_channel("general", members=[alex.id, installation.bot_user], general=True)
    return workspace
