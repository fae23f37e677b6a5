"""The one sentence a week's leads allow, out of a fixed set.

The last four weeks are held against the twelve before, and what is booked against the goal. Small counts jump by
themselves, so nothing is called a change unless chance alone would rarely do that, and a week whose leads nobody knows
is never taken for zero. It refuses to know why anything changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain import evidence
from bot.domain.evidence import Range, Signal, Window
from bot.domain.weeks import Week

RECENT = 4
BEFORE = 12
ENOUGH = 4
"""As many earlier weeks have to be known before the last four are held against them."""


class Says(StrEnum):
    """What can be said."""

    STILL_RUNNING = "still running"
    TOO_EARLY = "too early"
    GOAL_OPEN = "too early for the goal"
    USUAL = "usual"
    HIGHER = "higher"
    LOWER = "lower"
    BELOW_GOAL = "below goal"
    MISSING = "missing"
    UNTOLD = "missing how far leads came"


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many leads old enough to judge, so many are booked."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said, and the counts it rests on.

    `usual` is what four weeks would bring at the pace of those before, `signal` what they would have to bring to mean
    something; `short` is how few booked would mean that the goal is missed, `bursts` how unevenly leads come.
    """

    says: Says
    known: int = 0
    recent: int = 0
    usual: float = 0
    ratio: Range | None = None
    signal: Signal | None = None
    missing: tuple[Week, ...] = ()
    booked: Share | None = None
    goal: float | None = None
    short: int | None = None
    bursts: float = 1.0


def stretch(week: Week, length: int) -> tuple[Week, ...]:
    """Give so many weeks in a row, this one last."""
    weeks = [week]
    while len(weeks) < length:
        weeks.insert(0, weeks[0].previous())
    return tuple(weeks)


def judge(
    leads: Mapping[Week, int | None],
    week: Week,
    *,
    since: Week,
    is_over: bool,
    booked: Share | None = None,
    is_told: bool = True,
    goal: float | None = None,
) -> Verdict:
    """Judge a week's leads.

    `since` is the first whole week in which leads could have been logged; `booked` counts leads that are old enough,
    and `is_told` is whether somebody said how far they came; `goal` is the share that should be booked.
    """
    if not is_over:
        return Verdict(Says.STILL_RUNNING)
    beside_goal = _beside_goal(booked, goal, is_told=is_told)
    if beside_goal is not None and beside_goal.says is Says.BELOW_GOAL:
        return beside_goal
    compared = _compared(leads, [each for each in stretch(week, RECENT + BEFORE) if each >= since])
    is_plain = compared.says in (Says.USUAL, Says.TOO_EARLY)
    return beside_goal if beside_goal is not None and is_plain else compared


def _beside_goal(booked: Share | None, goal: float | None, *, is_told: bool) -> Verdict | None:
    """Hold what is booked against the goal; None where there is nothing to hold, or it is reached."""
    if goal is None or booked is None or not booked.whole:
        return None
    if not is_told:
        return Verdict(Says.UNTOLD, booked=booked, goal=goal)
    if booked.part / booked.whole >= goal:
        return None
    falls_short = evidence.falls_short(booked.part, booked.whole, goal)
    short = evidence.short_of_goal(booked.whole, goal)
    return Verdict(Says.BELOW_GOAL if falls_short else Says.GOAL_OPEN, booked=booked, goal=goal, short=short)


def _compared(leads: Mapping[Week, int | None], weeks: list[Week]) -> Verdict:
    """Hold the last four weeks against those before, as far as they are known."""
    known = [each for each in weeks if leads.get(each) is not None]
    if len(weeks) < RECENT + ENOUGH:
        return Verdict(Says.TOO_EARLY, known=len(known))
    missing = tuple(each for each in weeks[-RECENT:] if each not in known)
    if missing:
        return Verdict(Says.MISSING, known=len(known), missing=missing)
    if len(known) < RECENT + ENOUGH:
        return Verdict(Says.TOO_EARLY, known=len(known))
    counts = [leads[each] or 0 for each in known]
    recent, before = Window(sum(counts[-RECENT:]), RECENT), Window(sum(counts[:-RECENT]), len(counts) - RECENT)
    bursts = evidence.burstiness(counts[:-RECENT])
    p = evidence.surprise(recent, before, bursts)
    if p is None or p >= evidence.SURPRISING:
        says = Says.USUAL
    else:
        says = Says.HIGHER if recent.pace > before.pace else Says.LOWER
    return Verdict(
        says,
        known=len(counts),
        recent=recent.count,
        usual=before.pace * RECENT,
        ratio=evidence.ratio(recent, before, bursts),
        signal=evidence.signal(RECENT, before, bursts),
        bursts=bursts,
    )
