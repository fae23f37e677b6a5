"""The demo: the pretend Slack and the bot in one process, on one clock, with a practice in the middle of its week."""


def run(*, port: int, journal: str | None, check: bool) -> int:
    """Start the demo."""
    raise NotImplementedError
