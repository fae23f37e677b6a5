"""How soon people are answered, and whether they come while somebody is in: moments of leads beside opening hours.

Only leads whose moment is known count, and how many those are is always told. It judges nobody and names nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from zoneinfo import ZoneInfo

from bot.domain.hours import Opening
from bot.domain.leads import counts, is_day_only
from storage.tables import Lead


@dataclass(frozen=True, slots=True)
class Speed:
    """How soon leads were reached: the medians of `reached` leads, in open time and on the wall clock.

    `within` of them were reached in the time aimed at, and `waiting` have a known moment and are not reached yet.
    """

    reached: int
    open_time: timedelta
    wall_time: timedelta
    within: int
    waiting: int


@dataclass(frozen=True, slots=True)
class InAndOut:
    """How many leads came while the practice was open, how many while it was closed; of the others nobody knows."""

    inside: int
    outside: int
    unknown: int


def speed(
    leads: Iterable[Lead], opening: Opening, zone: ZoneInfo, *, aim: timedelta = timedelta(hours=1)
) -> Speed | None:
    """Give how soon leads were reached, of which both moments are known; None where that is none.

    `aim` is in open time. A stage of which only the day is known tells no speed.
    """
    timed = [lead for lead in leads if counts(lead) and lead.merged_into_id is None and lead.came_at is not None]
    spans = [
        (opening.open_time_between(lead.came_at, lead.reached_at, zone), lead.reached_at - lead.came_at)
        for lead in timed
        if lead.came_at is not None
        and lead.reached_at is not None
        and lead.reached_at >= lead.came_at
        and not is_day_only(lead.reached_at, zone)
    ]
    if not spans:
        return None
    open_times, wall_times = zip(*spans, strict=True)
    return Speed(
        reached=len(spans),
        open_time=median(open_times),
        wall_time=median(wall_times),
        within=sum(each <= aim for each in open_times),
        waiting=sum(lead.stage == "new" for lead in timed),
    )


def in_and_out(leads: Iterable[Lead], opening: Opening, zone: ZoneInfo) -> InAndOut:
    """Count the leads that came in opening hours and those that came outside them."""
    counted = [lead for lead in leads if counts(lead) and lead.merged_into_id is None]
    moments = [lead.came_at for lead in counted if lead.came_at is not None]
    inside = sum(opening.is_open(at.astimezone(zone)) for at in moments)
    return InAndOut(inside, len(moments) - inside, len(counted) - len(moments))
