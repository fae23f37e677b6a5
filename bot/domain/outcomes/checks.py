"""What came of looking for what is missing from the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.checks import Finding, Gaps
from bot.domain.score import Tick
from bot.domain.weeks import Week
from storage.tables import Member, Post


@dataclass(frozen=True, slots=True)
class PlanChecked:
    """What is missing in the next seven days, and from the mix; with the score for whoever asks.

    `again` are evergreen posts that may go out once more, by the day and place that they would fill.
    """

    gaps: Gaps
    findings: tuple[Finding, ...]
    month: date
    week: Week
    people: Mapping[int, Member]
    zone: ZoneInfo
    score: tuple[Tick, ...] = ()
    again: Mapping[tuple[date, int], Post] = field(default_factory=dict)
