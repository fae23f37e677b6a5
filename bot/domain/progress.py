"""How far a goal has come: the one place where it is reckoned, for the digest and for whoever looks a goal up.

Shares are taken over leads that are old enough at the end of a whole week, as the verdict and its details have them;
counts over the month that runs. It refuses to know why a number moved, and it never divides by nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.domain import cohorts
from bot.domain import leads as enquiries
from bot.domain.cohorts import STRETCH, Pace
from bot.domain.goals import Metric
from bot.domain.verdict import Share
from storage.tables import Goal, Lead, Stage

REACHES_BACK = cohorts.LONGEST + STRETCH
"""How far back leads are looked at for any goal: the slowest pace there is, and the stretch that is judged."""
_COUNTED = {Metric.LEADS: "came_on", Metric.BOOKED: "booked_at", Metric.STARTED: "started_at"}
_STAGES = {Metric.BOOKED_SHARE: Stage.BOOKED, Metric.SHOWN_SHARE: Stage.SHOWN}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What goals are reckoned from: leads of `REACHES_BACK` and on, today, and the day that shares are judged on."""

    leads: Sequence[Lead]
    today: date
    judged_on: date
    zone: ZoneInfo
    pace: Pace = field(default_factory=Pace)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal has come: a count of the month that runs, or a share of the leads old enough to judge."""

    count: int | None = None
    share: Share | None = None


def progress(goal: Goal, grounds: Grounds) -> Progress:
    """Say how far a goal has come."""
    metric = Metric(goal.metric)
    if metric in _STAGES:
        return Progress(share=cohorts.cohort(grounds.leads, _STAGES[metric], grounds.judged_on, grounds.pace).share)
    counted = [lead for lead in grounds.leads if lead.lost_reason not in enquiries.NO_LEADS]
    if metric is Metric.SAME_DAY:
        judged = [lead for lead in counted if timedelta() <= grounds.judged_on - lead.came_on < STRETCH]
        return Progress(share=Share(sum(_is_reached_that_day(lead, grounds.zone) for lead in judged), len(judged)))
    return Progress(count=sum(_falls_into_month(lead, metric, grounds) for lead in counted))


def _falls_into_month(lead: Lead, metric: Metric, grounds: Grounds) -> bool:
    at = getattr(lead, _COUNTED[metric])
    on = at if at is None or metric is Metric.LEADS else at.astimezone(grounds.zone).date()
    return on is not None and (on.year, on.month) == (grounds.today.year, grounds.today.month)


def _is_reached_that_day(lead: Lead, zone: ZoneInfo) -> bool:
    return lead.reached_at is not None and lead.reached_at.astimezone(zone).date() <= lead.came_on
