"""The one sentence a week's leads allow, out of a fixed set: the last four weeks beside the twelve before them.

Small counts jump by themselves, so nothing is called a change unless chance alone would rarely do that, and a week
whose leads nobody knows is never taken for zero. It refuses to know why anything changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain import evidence
from bot.domain.evidence import Signal, Window
from bot.domain.weeks import Week

RECENT = 4
BEFORE = 12
ENOUGH = 4
"""As many earlier weeks have to be known before the last four are held against them."""


class Says(StrEnum):
    """What can be said."""

    STILL_RUNNING = "still running"
    TOO_EARLY = "too early"
    USUAL = "usual"
    HIGHER = "higher"
    LOWER = "lower"
    BELOW_GOAL = "below goal"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many leads old enough to judge, so many are booked."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said, and the counts it rests on."""

    says: Says
    known: int = 0
    recent: int = 0
    usual: float = 0
    signal: Signal | None = None
    missing: tuple[Week, ...] = ()
    booked: Share | None = None
    goal: float | None = None


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
    goal: float | None = None,
) -> Verdict:
    """Judge a week's leads; `since` is the first whole week in which leads could have been logged."""
    weeks = [each for each in stretch(week, RECENT + BEFORE) if each >= since]
    known = [each for each in weeks if leads.get(each) is not None]
    if not is_over:
        return Verdict(Says.STILL_RUNNING)
    if booked and goal is not None and evidence.falls_short(booked.part, booked.whole, goal):
        return Verdict(Says.BELOW_GOAL, booked=booked, goal=goal)
    if len(weeks) < RECENT + ENOUGH:
        return Verdict(Says.TOO_EARLY, known=len(known))
    missing = tuple(each for each in weeks[-RECENT:] if each not in known)
    if missing:
        return Verdict(Says.MISSING, known=len(known), missing=missing)
    if len(known) < RECENT + ENOUGH:
        return Verdict(Says.TOO_EARLY, known=len(known))
    return _compared([leads[each] or 0 for each in known])


def _compared(counts: list[int]) -> Verdict:
    recent = Window(sum(counts[-RECENT:]), RECENT)
    before = Window(sum(counts[:-RECENT]), len(counts) - RECENT)
    p = evidence.surprise(recent, before)
    if p is None or p >= evidence.SURPRISING:
        says = Says.USUAL
    else:
        says = Says.HIGHER if recent.a_week > before.a_week else Says.LOWER
    usual = before.a_week * RECENT
    return Verdict(says, len(counts), recent.count, usual, evidence.signal(RECENT, before))
