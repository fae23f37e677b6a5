"""The sentences of goals, for every message that tells of one: what is aimed for, and how far it has come.

It refuses to know which message it is for.
"""

from datetime import timedelta
from math import inf

from bot.blocks import saying
from bot.blocks.plan_phrases import listed
from bot.blocks.verdict_phrases import in_hundred
from bot.domain import evidence, said
from bot.domain.evidence import Range
from bot.domain.goals import Metric
from bot.domain.outcomes.course import Aimed
from bot.domain.progress import LeadCost, Progress, Untold
from storage.tables import Goal

METRICS = {
    Metric.LEADS: "new leads a month",
    Metric.BOOKED: "bookings a month",
    Metric.STARTED: "treatments started a month",
    Metric.BOOKED_SHARE: "in 100 leads booked",
    Metric.SHOWN_SHARE: "in 100 leads shown",
    Metric.SAME_DAY: "in 100 leads reached on the day they come",
    Metric.COST: "cost of a lead, at most",
}
DONE = {
    Metric.LEADS: "came",
    Metric.BOOKED: "booked",
    Metric.STARTED: "started",
    Metric.BOOKED_SHARE: "booked",
    Metric.SHOWN_SHARE: "shown",
    Metric.SAME_DAY: "reached that day",
}


def line(aimed: Aimed) -> str:
    """Say a goal and how far it has come, in one line for the digest."""
    return f"Goal: {aim_of(aimed)} ({saying.name(aimed.owner)}). {stands(aimed)}"


def stands(aimed: Aimed) -> str:
    """Say how far a goal has come; a share with what it fits, for the counts are small."""
    metric, progress = Metric(aimed.goal.metric), aimed.progress
    if progress.cost is not None:
        return cost(progress.cost)
    if progress.share is None:
        return _of_month(progress)
    share = progress.share
    found = evidence.share(share.part, share.whole)
    if found is None:
        return "Nothing to count yet: no lead is old enough to judge."
    counted = f"Of {saying.count(share.whole, 'lead')} old enough to judge, {share.part or 'none'} {DONE[metric]}"
    return f"{counted}, which fits {in_hundred(found)}."


def _of_month(progress: Progress) -> str:
    """Say a count with its month; what has just begun says nothing without the month before."""
    if progress.month is None:
        return f"So far: {progress.count}."
    name = said.month_name(progress.month)
    if progress.is_over:
        return f"In {name}: {progress.count}."
    before = said.month_name(progress.month - timedelta(days=1))
    last = f" In {before}: {progress.before}." if progress.before is not None else ""
    return f"So far in {name}: {progress.count}.{last}"


def cost(found: LeadCost) -> str:
    """Say what a lead cost in four weeks, as a range; nothing is divided by nothing, and no currencies are added."""
    weeks = f"the four weeks to {saying.day(found.until)}"
    match found.untold:
        case Untold.NO_SPENDING:
            return f"No spending on ads is entered for {weeks}, so what a lead costs isn't known."
        case Untold.NO_NETWORK:
            return f"No network is named for the ads of {weeks}, so what a lead costs isn't known."
        case Untold.CURRENCIES:
            paid = listed([saying.plain(each) for each in found.currencies])
            return f"Ads in {weeks} were paid in {paid}, which I can't add up, so what a lead costs isn't known."
        case Untold.NO_LOG:
            return f"Not all leads of {weeks} are logged, so what one costs isn't known."
        case None:
            pass
    spent, each = saying.money(found.cents, found.currency), found.each or Range(0, inf)
    least = saying.money(each.low, found.currency)
    told = f"In {weeks} {spent} went into ads"
    if not found.leads:
        told = f"{told}, and no leads from there yet; at least about {least} each."
    else:
        about = saying.money(found.cents / found.leads, found.currency)
        fits = f"{least} to {saying.money(each.high, found.currency)}"
        leads = saying.count(found.leads, "lead")
        told = f"{told}, and {leads} came from there: about {about} each, which fits anything from {fits}."
    more = f" {saying.money(found.unplaced, found.currency)} more has no network named, so it isn't counted."
    return f"{told}{more}" if found.unplaced else told


def aim_of(aimed: Aimed) -> str:
    """Say what is aimed for and by when."""
    return _aim(aimed.goal, aimed.progress.cost.currency if aimed.progress.cost else "")


def over(goal: Goal, currency: str) -> str:
    """Say a goal that is over, in the practice's own words too."""
    return f"{saying.plain(goal.words)} ({_aim(goal, currency)})."


def at_most(units: float, currency: str) -> str:
    """Say what something may cost: "at most $80"."""
    return f"at most {saying.money(100 * units, currency)}"


def _aim(goal: Goal, currency: str) -> str:
    if goal.metric == Metric.COST:
        return f"{at_most(goal.target, currency)} a lead by {said.day(goal.due_on)}"
    return f"{goal.target:,} {METRICS[Metric(goal.metric)]} by {said.day(goal.due_on)}"
