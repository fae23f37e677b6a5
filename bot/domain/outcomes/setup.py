"""What came of setting a workspace up, looking at how it is set up, and coming and going."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.domain.cadence import Place
from bot.domain.duties import Cover
from bot.domain.hours import Opening
from bot.domain.stall import Kept
from storage.tables import Member, Role


@dataclass(frozen=True, slots=True)
class Settings:
    """How a workspace is set up, in one value."""

    zone: str
    opening: Opening
    digest_channels: tuple[str, ...]
    digest_weekday: int
    digest_at: time
    day_first: bool
    holders: Mapping[Role, Member] = field(default_factory=dict)
    answer_minutes: int = 30
    digest_hours: Mapping[str, time] = field(default_factory=dict)
    agency: Sequence[Member] = ()

    def digest_hour(self, channel: str) -> time:
        """Give the hour at which a channel gets its digest."""
        return self.digest_hours.get(channel, self.digest_at)


@dataclass(frozen=True, slots=True)
class SetupFormOpened:
    """The set-up form, filled with what is set up or proposed."""

    settings: Settings
    zones: tuple[str, ...]
    today: date
    is_first: bool


@dataclass(frozen=True, slots=True)
class WorkspaceSetUp:
    """The workspace is set up, for the first time or anew."""

    settings: Settings
    places: tuple[Place, ...]
    next_digest_at: datetime | None
    is_first: bool
    viewer_id: int


@dataclass(frozen=True, slots=True)
class SponsorsMonth:
    """What the sponsor has done in the month that runs: posts looked over, thanks said, questions answered."""

    sponsor: Member
    month: date
    looks: int
    thanks: int
    answers: int


@dataclass(frozen=True, slots=True)
class StatusShown:
    """How the workspace is set up and whether something is stuck; `sponsors_month` is there for the lead alone."""

    settings: Settings
    places: tuple[Place, ...]
    next_digest_at: datetime | None
    today: date
    parked: int
    unreachable_at: datetime | None
    may_edit: bool
    duties: Sequence[Cover] = ()
    kept: tuple[Kept, ...] = ()
    paused_until: date | None = None
    sponsors_month: SponsorsMonth | None = None


@dataclass(frozen=True, slots=True)
class ChannelJoined:
    """The bot is in a channel now; whoever invited it is told once what it can do, by a message of its own."""

    channel_id: str


@dataclass(frozen=True, slots=True)
class Welcomed:
    """The first words to whoever brought the bot into a channel."""

    channel_id: str
    is_set_up: bool
    lead: Member | None
