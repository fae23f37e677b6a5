"""What small counts can honestly say: ranges for shares, and whether a rate really differs from the one before.

Exact arithmetic on counts. It refuses to know what is counted, and it never divides by nothing: no data gives None.
Plain Python, because importing a statistics library can take longer than Slack waits for an answer; the tests hold
these few functions against SciPy's.
"""

from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

_Z = 1.959963984540054
"""The standard normal's 97.5 % point: ranges here hold 95 times in 100."""
SURPRISING = 0.05
"""How improbable a count must be before it is called likely real; one headline a week is looked at, no more."""
_ALIKE = 1 + 1e-7
_WAVERS = 5
"""Counts from the first surprise on that may still be none; two were the most found for up to 120 a week."""
"""Two probabilities that differ by less than this factor differ by rounding only."""


@dataclass(frozen=True, slots=True)
class Range:
    """Between what and what a share lies, 95 times in 100."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Window:
    """A count over a stretch of whole weeks."""

    count: int
    weeks: int

    @property
    def a_week(self) -> float:
        """The average of a week."""
        return self.count / self.weeks


@dataclass(frozen=True, slots=True)
class Signal:
    """The counts that would mean something; none is low enough where even zero would be no surprise."""

    at_most: int | None
    at_least: int


def share(part: int, whole: int) -> Range | None:
    """Give the range of a share by Wilson's score interval (Wilson 1927); None where nothing was counted."""
    if whole == 0:
        return None
    center = (part + _Z**2 / 2) / (whole + _Z**2)
    reach = _Z * sqrt(part * (whole - part) / whole + _Z**2 / 4) / (whole + _Z**2)
    return Range(max(0.0, center - reach), min(1.0, center + reach))


def surprise(recent: Window, before: Window) -> float | None:
    """Give how often chance alone makes two rates differ this much or more; None where nothing was counted.

    The exact conditional test (Przyborowski and Wilenski 1940): given the total, the recent count is binomial with the
    recent window's share of the weeks. Windows may differ in length.
    """
    total = recent.count + before.count
    if total == 0:
        return None
    odds = _chances(total, recent.weeks / (recent.weeks + before.weeks))
    return min(1.0, sum(chance for chance in odds if chance <= odds[recent.count] * _ALIKE))


def signal(weeks: int, before: Window) -> Signal:
    """Give the counts over so many weeks that would differ from the rate before by more than chance."""
    usual = round(before.a_week * weeks)
    beyond = 4 * usual + 40
    low = _first_surprise(range(usual, -1, -1), weeks, before)
    high = _first_surprise(range(usual + 1, beyond), weeks, before)
    return Signal(low, beyond if high is None else high)


def falls_short(part: int, whole: int, goal: float) -> bool:
    """Tell whether a share is below its goal by more than chance: the exact one-sided binomial test."""
    return whole > 0 and sum(_chances(whole, goal)[: part + 1]) < SURPRISING


def _first_surprise(counts: range, weeks: int, before: Window) -> int | None:
    """Find, by halving, the count from the usual one outwards from which on all are a surprise.

    An exact test of whole counts wavers close to its limit: one count more can be a little less of a surprise. So the
    next few are looked at too.
    """

    def is_surprise(at: int) -> bool:
        p = surprise(Window(counts[at], weeks), before)
        return p is not None and p < SURPRISING

    near, far = 0, len(counts)
    while near < far:
        middle = (near + far) // 2
        near, far = (near, middle) if is_surprise(middle) else (middle + 1, far)
    while wavering := [at for at in range(near + 1, min(near + _WAVERS, len(counts))) if not is_surprise(at)]:
        near = wavering[-1] + 1
    return counts[near] if near < len(counts) else None


def _chances(trials: int, chance: float) -> list[float]:
    """Give the binomial probability of each count from none to all, through logarithms so that none overflows."""
    if chance in (0.0, 1.0):
        return [float(count == trials * chance) for count in range(trials + 1)]
    yes, no, ways = log(chance), log(1 - chance), lgamma(trials + 1)
    return [
        exp(ways - lgamma(count + 1) - lgamma(trials - count + 1) + count * yes + (trials - count) * no)
        for count in range(trials + 1)
    ]
