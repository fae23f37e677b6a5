"""What `python -m simulator` prints when it is ready: the address, the settings, and what to add to a Bolt app."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.slack import Slack

LINES = """
Python, two lines:
  client = WebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
  app = App(client=client, signing_secret=os.environ["SLACK_SIGNING_SECRET"])
JavaScript, one more option of new App({ ... }):
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
"""


def introduction(slack: Slack) -> str:
    """The address, who is there, the tokens, and what to add to a Bolt app."""
    lines = [f"A pretend Slack is at {slack.url} (look at it in a browser)", ""]
    for workspace in slack.workspaces.values():
        people = ", ".join(person.name for person in workspace.humans())
        lines.append(f"  {workspace.name} ({workspace.id}): {people}")
    return "\n".join([*lines, "", _known(slack), *_settings(slack), LINES, _waits(slack)])


def _known(slack: Slack) -> str:
    manifest = slack.app.manifest
    if manifest.scopes is None:
        return "No manifest was given, so everything is allowed. Settings for the app:"
    parts = [
        _count(len(manifest.commands or {}), "slash command"),
        _count(len(manifest.events or ()), "event"),
        _count(len(manifest.scopes), "scope"),
    ]
    return f"{manifest.name} ({', '.join(parts)}) is installed. Settings for it:"


def _settings(slack: Slack) -> Iterator[str]:
    yield f"  SLACK_API_URL={slack.url}/api/"
    tokens = [(w.installation.bot_token, w.name) for w in slack.workspaces.values() if w.installation]
    for number, (token, name) in enumerate(tokens):
        yield f"  # SLACK_BOT_TOKEN={token} (in {name})" if number else f"  SLACK_BOT_TOKEN={token}"
    yield f"  SLACK_APP_TOKEN={slack.app.app_token}"
    yield f"  SLACK_SIGNING_SECRET={slack.app.signing_secret}"
    yield "  # Only where people install it by OAuth; Bolt for Python then leaves SLACK_BOT_TOKEN aside:"
    yield f"  # SLACK_CLIENT_ID={slack.app.client_id}"
    yield f"  # SLACK_CLIENT_SECRET={slack.app.client_secret}"


def _waits(slack: Slack) -> str:
    if slack.deliver_to:
        return f"Delivering to {slack.deliver_to}. Stop with Ctrl-C."
    return "Waiting for the app to connect (Socket Mode). Stop with Ctrl-C."


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
