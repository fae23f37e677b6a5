"""What can be asked about the workspace itself."""

from dataclasses import dataclass
from datetime import time

from bot.domain.hours import Opening


@dataclass(frozen=True, slots=True)
class OpenSetup:
    """Open the form that sets the workspace up."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """Set the workspace up, or change how it is set up; people are Slack user ids."""

    zone: str
    opening: Opening
    lead: str
    digest_channels: tuple[str, ...]
    digest_weekday: int = 0
    digest_at: time = time(9, 0)
    digest_hours: tuple[tuple[str, time], ...] = ()
    backup: str = ""
    sponsor: str = ""
    marketing: str = ""
    sales: str = ""
    agency: tuple[str, ...] = ()
    day_first: bool = False
    answer_minutes: int = 30


@dataclass(frozen=True, slots=True)
class ShowStatus:
    """Show how the workspace is set up and whether something is wrong."""


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """Say what a slash command can do."""

    about: str = ""


@dataclass(frozen=True, slots=True)
class OpenHome:
    """Show the App Home, its weeks perhaps only in part."""

    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JoinChannel:
    """The bot was added to a channel."""

    channel_id: str
