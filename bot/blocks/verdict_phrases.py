"""How a verdict on small numbers is said, and what it rests on: counts, ranges, and what would mean something.

Five fixed sentences and the counts beside them. Nothing is said to have caused anything, and no change is told in
percent. It refuses to know which message it is for.
"""

from math import inf

from bot.blocks import duty_phrases, saying
from bot.blocks.plan_phrases import capital, listed
from bot.domain import evidence
from bot.domain.cohorts import Cohort, Pace
from bot.domain.digest import Digest
from bot.domain.evidence import Range
from bot.domain.lead_hours import Speed
from bot.domain.middles import FEWEST
from bot.domain.spent import Cost
from bot.domain.verdict import Says, Share, Verdict
from storage.tables import Stage

ENOUGH_TO_SHARE = 5
"""Fewer leads than these are told without a range."""
_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven")
_NETWORKS = {"meta": "Meta", "google": "Google", "tiktok": "TikTok", "linkedin": "LinkedIn", "": "no named network"}


def verdict(digest: Digest) -> tuple[str, str]:
    """Give the verdict, one of a fixed set, and the counts it rests on."""
    said = digest.verdict
    match said.says:
        case Says.STILL_RUNNING:
            return "Too early to say.", f"The week runs until {saying.day(digest.week.days[-1])}."
        case Says.TOO_EARLY:
            known = f"{_COUNTS[said.known]} {'is' if said.known == 1 else 'are'}"
            return "Too early to say.", f"Leads are compared once eight whole weeks are known; so far {known}."
        case Says.MISSING | Says.UNTOLD:
            return f"Can't compare: data missing ({_missing(digest)}).", ""
        case Says.GOAL_OPEN:
            return "Too early to say.", f"{_beside_goal(digest)} {_would_fall_short(said)}"
        case Says.BELOW_GOAL:
            return "Below goal — likely real.", _beside_goal(digest)
        case Says.USUAL:
            return "In the usual range.", f"{_compared(said)} {_would_mean(said)}".strip()
        case Says.HIGHER:
            return "Higher than usual — likely real.", _compared(said)
        case Says.LOWER:
            return "Lower than usual — likely real.", _compared(said)


def ratio(said: Verdict) -> list[str]:
    """Say how many times as many leads came as usual, as a range."""
    if said.ratio is None:
        return []
    low, high = said.ratio.low, said.ratio.high
    fits = f"{low:.1f} times or more" if high == inf else f"{low:.1f} to {high:.1f} times"
    many = f"that fits {fits}"
    wide = " Leads come in bursts here, so the range is wider." if said.bursts > 1 else ""
    came = f"{capital(saying.count(said.recent, 'lead'))} in the last four weeks"
    return [f"{came} beside about {saying.plainly(said.usual)} in four usual ones: {many} as many.{wide}"]


def cohort(found: Cohort) -> list[str]:
    """Say how many leads that are old enough came to a stage, with the range where they are enough for one."""
    share, days = found.share, f"that came from {saying.day(found.first)} to {saying.day(found.last)}"
    if not share.whole:
        return []
    leads = f"{saying.count(share.whole, 'lead')} {days}"
    if not found.is_known:
        new = "all" if found.untouched == share.whole else f"{found.untouched}"
        return [f"Of {leads}, {new} still stand at new, so how many are {found.stage} is not known."]
    verb = "is" if share.part == 1 else "are"
    told = f"Of {leads}, {share.part or 'none'} {verb} {found.stage}"
    fits = range_of(share)
    return [f"{told}, which fits {in_hundred(fits)}." if fits else f"{told}."]


def pace(known: Pace) -> str:
    """Say how old a lead must be before it is judged."""
    own = " This is your own pace: four of five come by then." if known.learned else ""
    booked, shown = (known.age(stage).days for stage in (Stage.BOOKED, Stage.SHOWN))
    return f"Younger leads are still open: booked is judged after {booked} days, shown after {shown}.{own}"


def speed(found: Speed | None) -> list[str]:
    """Say how soon leads of the last four weeks were reached, in opening hours; nothing where few can tell."""
    if found is None or found.reached < FEWEST:
        return []
    half = duty_phrases.time(round(found.open_time.total_seconds() / 60))
    who = saying.count(found.reached, "lead")
    told = f"{capital(who)} of the last four weeks tell how soon they were reached: half within {half} of opening hours"
    new = f"; {found.waiting} more {'is' if found.waiting == 1 else 'are'} still new" if found.waiting else ""
    return [f"{told}, {found.within or 'none'} within one hour{new}."]


def cost(found: Cost) -> str:
    """Say what leads from a network cost, as a range; nothing is divided by nothing."""
    spent = (
        f"{saying.money(found.cents, found.currency)} on ads on {_NETWORKS.get(found.network, capital(found.network))}"
    )
    spent = f"{spent} in the last four weeks"
    if not found.network:
        return f"{spent}; which leads came from there is not known."
    if not found.leads:
        return f"{spent}: no leads from there yet; at least about {saying.money(found.each.low, found.currency)} each."
    each = saying.money(found.cents / found.leads, found.currency)
    fits = f"{saying.money(found.each.low, found.currency)} to {saying.money(found.each.high, found.currency)}"
    return f"{spent}: {each} for each of {saying.count(found.leads, 'lead')} from there, which fits {fits}."


def range_of(share: Share) -> Range | None:
    """Give the range of a share; None where too few are known for one."""
    return evidence.share(share.part, share.whole) if share.whole >= ENOUGH_TO_SHARE else None


def in_hundred(fits: Range) -> str:
    """Say the range of a share."""
    return f"anything from {100 * fits.low:.0f} to {100 * fits.high:.0f} in 100"


def _beside_goal(digest: Digest) -> str:
    booked, days = digest.verdict.booked or Share(0, 0), digest.booked
    counted = f"{booked.part or 'none'} of {saying.count(booked.whole, 'lead')} {'is' if booked.part == 1 else 'are'}"
    came = f"that came from {saying.day(days.first)} to {saying.day(days.last)}"
    leads, verb = counted.rsplit(" ", 1)
    return f"{capital(leads)} {came} {verb} booked."


def _would_fall_short(said: Verdict) -> str:
    if said.short is None:
        return "So few can't tell yet."
    few = "none" if said.short == 0 else f"{said.short} or fewer"
    return f"It would have to be {few} to mean something."


def _missing(digest: Digest) -> str:
    if digest.verdict.says is Says.UNTOLD:
        return f"sales: how far {digest.booked.untouched} of {saying.count(digest.booked.share.whole, 'lead')} came"
    if not digest.has_log:
        return "sales: leads"
    weeks = digest.verdict.missing
    first_days = listed([f"{week.monday.day} {week.monday:%b}" for week in weeks])
    return f"sales: leads of the {saying.noun(len(weeks), 'week')} from {first_days}"


def _compared(said: Verdict) -> str:
    leads = saying.count(said.recent, "lead").capitalize()
    return f"{leads} in the last four weeks, where about {saying.plainly(said.usual)} would be usual."


def _would_mean(said: Verdict) -> str:
    if said.signal is None:
        return ""
    low, many = said.signal.at_most, f"{said.signal.at_least} or more"
    if low is not None:
        many = f"{'none' if low == 0 else f'{low} or fewer'}, or {many},"
    return f"It would have to be {many} to mean something."
