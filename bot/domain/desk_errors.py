"""The sentences for a workspace or a person that Rounds doesn't know yet."""

from bot.domain.errors import NotFound


def unknown_workspace() -> NotFound:
    """The app is reached from a workspace it was never told of."""
    return NotFound(
        "I don't know this workspace yet.",
        hint="Whoever runs Rounds can add it: its bot token belongs in the settings.",
    )


def unknown_member() -> NotFound:
    """Slack could not be asked who this is."""
    return NotFound(
        "I couldn't ask Slack who you are just now.", hint="Nothing was changed. Please try again in a minute."
    )
