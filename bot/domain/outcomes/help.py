"""What came of asking for help."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """One way to use a slash command and what it does."""

    words: str
    does: str


@dataclass(frozen=True, slots=True)
class HelpShown:
    """The usages of one slash command, or all slash commands in a line each."""

    usages: tuple[Usage, ...]
    is_set_up: bool
    about: str = ""
