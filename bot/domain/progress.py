"""How far a goal has come: the one place where it is reckoned, for the digest and for whoever looks a goal up.

Shares are taken over leads that are old enough at the end of a whole week, as the verdict and its details have them,
what leads cost over the four weeks until then, and counts over a month: the one that runs or, in a digest, the one in
which its week ended. It refuses to know why a number moved or any rate of exchange, and it never divides by nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import cohorts, evidence, spent
from bot.domain import leads as enquiries
from bot.domain.cohorts import STRETCH, Pace
from bot.domain.evidence import Range
from bot.domain.goals import Metric
from bot.domain.leads import InUse
from bot.domain.spent import Pooled
from bot.domain.verdict import RECENT, Share, stretch
from bot.domain.weeks import Week
from storage.tables import Goal, Lead, Spending, Stage

REACHES_BACK = cohorts.LONGEST + STRETCH
"""How far back leads are looked at for any goal: the slowest pace there is, and the stretch that is judged."""
_JUST_BEGUN = 7
"""Days in which a month has too little in it to say anything without the month before."""
_COUNTED = {Metric.LEADS: "came_on", Metric.BOOKED: "booked_at", Metric.STARTED: "started_at"}
_STAGES = {Metric.BOOKED_SHARE: Stage.BOOKED, Metric.SHOWN_SHARE: Stage.SHOWN}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What goals are reckoned from: leads of `REACHES_BACK` and on, today, and the day that shares are judged on.

    Counts are of the month of `counted_on`, which is today where nothing else is said, and up to today.

    `spending` is that of four weeks, `currency` the practice's usual one, `in_use` the days whose leads are known.
    """

    leads: Sequence[Lead]
    today: date
    judged_on: date
    zone: ZoneInfo
    pace: Pace = field(default_factory=Pace)
    spending: Sequence[Spending] = ()
    currency: str = ""
    in_use: InUse | None = None
    counted_on: date | None = None


class Untold(StrEnum):
    """Why it can't be told what a lead costs."""

    NO_SPENDING = "no spending is known"
    NO_NETWORK = "on no network that leads are recorded from"
    CURRENCIES = "in more than one currency"
    NO_LOG = "not all leads are known"


@dataclass(frozen=True, slots=True)
class LeadCost:
    """What ads cost in the four weeks until a day, in hundredths, how many leads came from there, and what each cost.

    `unplaced` was spent too, on no network that leads are recorded from. `untold` says why nothing can be told of it.
    """

    until: date
    currency: str
    cents: int = 0
    leads: int = 0
    each: Range | None = None
    unplaced: int = 0
    currencies: tuple[str, ...] = ()
    untold: Untold | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal has come: a count of a month, a share of leads old enough, or what each lead cost.

    `month` is the first day of the month that is counted, `is_over` where it is, and `before` the count of the month
    before it while it has just begun, where anything is known of that.
    """

    count: int | None = None
    month: date | None = None
    is_over: bool = False
    before: int | None = None
    share: Share | None = None
    cost: LeadCost | None = None


def progress(goal: Goal, grounds: Grounds) -> Progress:
    """Say how far a goal has come."""
    metric = Metric(goal.metric)
    if metric in _STAGES:
        return Progress(share=cohorts.cohort(grounds.leads, _STAGES[metric], grounds.judged_on, grounds.pace).share)
    if metric is Metric.COST:
        return Progress(cost=_cost(grounds))
    counted = [lead for lead in grounds.leads if lead.lost_reason not in enquiries.NO_LEADS]
    if metric is Metric.SAME_DAY:
        judged = [lead for lead in counted if timedelta() <= grounds.judged_on - lead.came_on < STRETCH]
        return Progress(share=Share(sum(_is_reached_that_day(lead, grounds.zone) for lead in judged), len(judged)))
    return _of_month(counted, metric, grounds)


def _of_month(counted: Sequence[Lead], metric: Metric, grounds: Grounds) -> Progress:
    month = (grounds.counted_on or grounds.today).replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    months = Counter(_month_of(lead, metric, grounds.zone) for lead in counted)
    has_just_begun = (grounds.today - month).days < _JUST_BEGUN
    is_over = month < grounds.today.replace(day=1)
    return Progress(months[month], month, is_over, (months[before] or None) if has_just_begun else None)


def _cost(grounds: Grounds) -> LeadCost:
    weeks = cost_weeks(grounds.judged_on)
    found = spent.pooled(grounds.spending, grounds.leads, weeks[0].monday, grounds.judged_on, grounds.currency)
    is_one = len(found.currencies) == 1
    return LeadCost(
        until=grounds.judged_on,
        currency=found.currencies[0] if is_one else grounds.currency,
        cents=found.cents,
        leads=found.leads,
        each=evidence.cost_of_each(found.cents, found.leads) if found.cents else None,
        unplaced=found.unplaced,
        currencies=found.currencies,
        untold=_untold(found, grounds.in_use, weeks),
    )


def cost_weeks(judged_on: date) -> tuple[Week, ...]:
    """Give the weeks over which it is reckoned what leads cost: the last four until a Sunday."""
    return stretch(Week.of(judged_on), RECENT)


def _untold(found: Pooled, in_use: InUse | None, weeks: Sequence[Week]) -> Untold | None:
    if not found.cents:
        return Untold.NO_NETWORK if found.unplaced else Untold.NO_SPENDING
    if len(found.currencies) > 1:
        return Untold.CURRENCIES
    is_logged = in_use is not None and all(in_use.knows(week) for week in weeks)
    return None if is_logged else Untold.NO_LOG


def _month_of(lead: Lead, metric: Metric, zone: ZoneInfo) -> date | None:
    at = getattr(lead, _COUNTED[metric])
    on: date | None = at if at is None or metric is Metric.LEADS else at.astimezone(zone).date()
    return on.replace(day=1) if on else None


def _is_reached_that_day(lead: Lead, zone: ZoneInfo) -> bool:
    return lead.reached_at is not None and lead.reached_at.astimezone(zone).date() <= lead.came_on
