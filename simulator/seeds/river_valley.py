"""A second practice, for showing that two workspaces never see each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.seeds.bright_smile import bright_smile

if TYPE_CHECKING:
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def river_valley(slack: Slack) -> Workspace:
    """Three people in Chicago, with a #social of their own."""
    workspace = slack.add_workspace("T0RIVER001", "River Valley Dermatology", "river-valley")
    zone = "America/Chicago"
    people = [
        workspace.add_person("ng", "Dr. Linh Ng", display_name="Dr. Ng", tz=zone, title="Dermatologist", is_admin=True),
        workspace.add_person("omar", "Omar Haddad", display_name="Omar", tz=zone, title="Office manager"),
        workspace.add_person("june", "June Park", display_name="June", tz=zone, title="Nurse"),
    ]
    everybody = [person.id for person in people]
    bot = slack.install(workspace).bot_user
    workspace.add_channel("social", members=[*everybody, bot])
    workspace.add_channel("general", members=everybody, general=True)
    return workspace


def side_by_side(slack: Slack) -> tuple[Workspace, Workspace]:
    """Both practices in one Slack, with the same app."""
    return bright_smile(slack), river_valley(slack)
