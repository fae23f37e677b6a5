"""What small counts can honestly say: ranges for shares and rates, and whether a rate differs from the one before.

Exact tests on counts. It refuses to know what is counted, and it never divides by nothing: no data gives None.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, inf, sqrt

from bot.domain import chance

SURPRISING = 0.05
"""How improbable a count must be before it is called likely real; one headline a week is looked at, no more."""
_SURE = 0.95
"""Ranges hold 95 times in 100."""
_POWER = 0.8
_BURSTS = 1.5
"""From this ratio of variance to mean on, leads come in bursts, and everything said about their rate is widened."""
_WAVERS = 5
"""Counts from the first surprise on that may still be none; two were the most found for up to 120 a week."""


@dataclass(frozen=True, slots=True)
class Range:
    """Between what and what a number lies, 95 times in 100; `high` may be infinite."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Window:
    """A count over a stretch; `length` is in whole weeks, or in minutes of work where both windows are in those."""

    count: int
    length: float

    @property
    def pace(self) -> float:
        """The average of one week, or of one minute."""
        return self.count / self.length


@dataclass(frozen=True, slots=True)
class Signal:
    """The counts that would mean something; none is low enough where even zero would be no surprise."""

    at_most: int | None
    at_least: int


def share(part: int, whole: int) -> Range | None:
    """Give the range of a share by Wilson's score interval (Wilson 1927); None where nothing was counted."""
    if whole == 0:
        return None
    far, seen = chance.normal((1 + _SURE) / 2), part / whole
    middle = seen + far**2 / (2 * whole)
    reach = far * sqrt(seen * (1 - seen) / whole + far**2 / (4 * whole**2))
    low, high = ((middle + end) / (1 + far**2 / whole) for end in (-reach, reach))
    return Range(low if part else 0.0, high if part < whole else 1.0)


def falls_short(part: int, whole: int, goal: float) -> bool:
    """Tell whether a share is below its goal by more than chance: the exact one-sided binomial test."""
    return whole > 0 and chance.at_most(part, whole, goal) < SURPRISING


def count(seen: int) -> Range:
    """Give the range of the count that is usual where so many were seen: Garwood's exact interval (Garwood 1936)."""
    beyond = (1 - _SURE) / 2
    return Range(chance.waited_for(seen, beyond), chance.waited_for(seen + 1, 1 - beyond))


def cost_of_each(cost: float, seen: int) -> Range:
    """Give the range of what each one costs, in the unit of `cost`; where none was seen it has no upper end."""
    usual = count(seen)
    return Range(cost / usual.high, cost / usual.low if usual.low else inf)


def surprise(recent: Window, before: Window, bursts: float = 1.0) -> float | None:
    """Give how often chance alone makes two rates differ this much or more; None where nothing was counted.

    The exact conditional test (Przyborowski and Wilenski 1940): given the total, the recent count is binomial with the
    recent window's share of the length. Windows may differ in length. Where counts come in bursts, the difference is
    held against a spread that is wider by the root of `bursts`.
    """
    total = recent.count + before.count
    if total == 0:
        return None
    p = chance.no_more_probable(recent.count, total, recent.length / (recent.length + before.length))
    return p if bursts <= 1 else _widened(p, bursts)


def ratio(recent: Window, before: Window, bursts: float = 1.0) -> Range | None:
    """Give the range of the recent rate beside the one before; None where nothing was counted.

    From Clopper and Pearson's interval of the recent share of the total (Clopper and Pearson 1934), so that a zero in
    either window is no trouble.
    """
    total = recent.count + before.count
    if total == 0:
        return None
    sure = _SURE if bursts <= 1 else 1 - _widened(1 - _SURE, 1 / bursts)
    low = chance.beta(recent.count, before.count + 1, (1 - sure) / 2)
    high = chance.beta(recent.count + 1, before.count, (1 + sure) / 2)
    return Range(*(_odds(end) * before.length / recent.length for end in (low, high)))


def burstiness(counts: Sequence[int]) -> float:
    """Give by how much the counts of single weeks vary more than chance would have it; 1 where they don't.

    The ratio of their variance to their mean, where it is above one and a half over twelve weeks or more.
    """
    if len(counts) < 12 or not sum(counts):
        return 1.0
    mean = sum(counts) / len(counts)
    found = sum((each - mean) ** 2 for each in counts) / (len(counts) - 1) / mean
    return found if found > _BURSTS else 1.0


@lru_cache(maxsize=1_024)
def signal(weeks: int, before: Window, bursts: float = 1.0) -> Signal:
    """Give the counts over so many weeks that would differ from the rate before by more than chance.

    It takes twenty exact tests, and the same small counts come again and again, so what was found is kept.
    """
    usual = round(before.pace * weeks)
    beyond = round((4 * usual + 40) * bursts)
    low = _first_surprise(range(usual, -1, -1), weeks, before, bursts)
    high = _first_surprise(range(usual + 1, beyond), weeks, before, bursts)
    return Signal(low, beyond if high is None else high)


def short_of_goal(whole: int, goal: float) -> int | None:
    """Give the largest part of so many that is below a goal by more than chance; None where not even none is."""
    parts = [part for part in range(round(whole * goal) + 1) if falls_short(part, whole, goal)]
    return parts[-1] if parts else None


def weeks_to_learn(a_week: float, times: float) -> int | None:
    """Give how many weeks before and after a change show it, four times in five, where the rate becomes `times` itself.

    By the root transformation of counts (Anscombe 1948); None where nothing comes or nothing would change.
    """
    if a_week <= 0 or times in (1, inf) or times < 0:
        return None
    apart = chance.normal(1 - SURPRISING / 2) + chance.normal(_POWER)
    return max(1, ceil(apart**2 / (2 * a_week * (sqrt(times) - 1) ** 2)))


def _widened(p: float, bursts: float) -> float:
    return 2 * chance.below(chance.normal(p / 2) / sqrt(bursts))


def _odds(part: float) -> float:
    return part / (1 - part) if part < 1 else inf


def _first_surprise(counts: range, weeks: int, before: Window, bursts: float) -> int | None:
    """Find, by halving, the count from the usual one outwards from which on all are a surprise.

    An exact test of whole counts wavers close to its limit: one count more can be a little less of a surprise. So the
    next few are looked at too.
    """

    def is_surprise(at: int) -> bool:
        p = surprise(Window(counts[at], weeks), before, bursts)
        return p is not None and p < SURPRISING

    near, far = 0, len(counts)
    while near < far:
        middle = (near + far) // 2
        near, far = (near, middle) if is_surprise(middle) else (middle + 1, far)
    while wavering := [at for at in range(near + 1, min(near + _WAVERS, len(counts))) if not is_surprise(at)]:
        near = wavering[-1] + 1
    return counts[near] if near < len(counts) else None
