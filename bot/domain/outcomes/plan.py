"""What came of looking at a week or a longer stretch of the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.cadence import Entry
from bot.domain.filters import Only
from bot.domain.outcomes.events import EventSeen
from bot.domain.outline import Turn
from bot.domain.spans import Span
from bot.domain.totals import Total
from bot.domain.weeks import Week
from storage.tables import Member, Step


@dataclass(frozen=True, slots=True)
class WeekShown:
    """A week of the plan as it stands: its entries, who is on what, and which of its days are closed.

    `paused_until` is the day on which a plan that pauses in this week goes on.
    `series` says of its posts which of how many they are.
    `only` says which part of it was asked for, `hidden` how many entries that leaves out. `left_out` are the places
    that its outline has and that don't come round this time, or on another day.
    """

    week: Week
    now: datetime
    zone: ZoneInfo
    entries: tuple[Entry, ...]
    steps: Mapping[int, tuple[Step, ...]] = field(default_factory=dict)
    people: Mapping[int, Member] = field(default_factory=dict)
    closed_on: tuple[date, ...] = ()
    only: Only = ()
    hidden: int = 0
    left_out: tuple[Turn, ...] = ()
    events: tuple[EventSeen, ...] = ()
    paused_until: date | None = None
    series: Mapping[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The practice's local day."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class MonthShown:
    """A month of the plan as it stands; `series` says of its posts which of how many they are."""

    span: Span
    now: datetime
    zone: ZoneInfo
    entries: tuple[Entry, ...]
    closed_on: frozenset[date] = frozenset()
    only: Only = ()
    hidden: int = 0
    series: Mapping[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The practice's local day."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class SpanSummed:
    """A quarter or a year of the plan: what each of its weeks or months adds up to, and all of it together."""

    span: Span
    today: date
    totals: tuple[Total, ...]
    whole: Total
    only: Only = ()


@dataclass(frozen=True, slots=True)
class WeekAnnounced:
    """A week of the plan, told to a channel: names, no pings; and what people learned in the week before."""

    shown: WeekShown
    learned: Sequence[tuple[Member, str]] = ()
