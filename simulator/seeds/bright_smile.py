"""Bright Smile Dental in New York: four people, three channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.slack import Slack
    from simulator.workspace import Workspace


def bright_smile(slack: Slack) -> Workspace:
    """The practice, with the app in #social and #front-desk but not in #general."""
    workspace = slack.add_workspace("T0BRIGHT01", "Bright Smile Dental", "bright-smile")
    zone = "America/New_York"
    ana = workspace.add_person("ana", "Ana Torres", display_name="Ana", tz=zone, title="Marketing")
    ben = workspace.add_person("ben", "Ben Cole", display_name="Ben", tz=zone, title="Hygienist")
    sarah = workspace.add_person("sarah", "Sarah Kim", display_name="Sarah", tz=zone, title="Front desk")
    reyes = workspace.add_person(
        "reyes", "Dr. Maria Reyes", display_name="Dr. Reyes", tz=zone, title="Dentist and owner", is_admin=True
    )
    everybody = [ana.id, ben.id, sarah.id, reyes.id]
    bot = slack.install(workspace).bot_user
    workspace.add_channel("social", members=[*everybody, bot], purpose="What we show of ourselves")
    workspace.add_channel("front-desk", members=[reyes.id, ana.id, sarah.id, bot], purpose="Who calls, who comes")
    workspace.add_channel("general", members=everybody, general=True)
    return workspace
