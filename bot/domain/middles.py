"""Averages of few and unequal things: how often people engage, post beside post.

A post that few saw says little by itself, so its rate is drawn towards that of all posts before any is put above
another. It refuses to know what a post is, and to give an average of nothing.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bot.domain import chance
from bot.domain.evidence import Range

FEWEST = 3
"""Fewer posts than this are never put in an order or set beside others."""
SMALLEST = 100
"""A post that reached fewer people than this says nothing about its rate."""
ENOUGH = 8
"""Of fewer numbers than this the middle has no range worth telling; they are told one by one."""
_TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of those reached engaged, as a share of one, and between what and what that lies."""

    rate: float
    range: Range


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of some numbers, and between which two of them that of all such numbers lies."""

    number: float
    range: Range


@dataclass(frozen=True, slots=True)
class Pool:
    """The rate of several posts together, and how much single posts differ beyond chance.

    `alike` is how many people reached the posts' common rate is worth when a single post is judged: the larger, the
    more alike they are. None where they differ no more than chance would have it.
    """

    rate: float
    reached: int
    alike: float | None

    def of_one(self, engaged: int, reached: int) -> Rate:
        """Give the rate of one post, drawn towards that of all (beta-binomial, by moments)."""
        if self.alike is None:
            return _around(self.rate, self.reached)
        yes = min(engaged, reached) + self.alike * self.rate
        no = reached - min(engaged, reached) + self.alike * (1 - self.rate)
        return _between(yes / (yes + no), yes, no)

    def of_several(self, counts: Sequence[tuple[int, int]]) -> Rate:
        """Give the rate of several posts together, each with (engaged, reached), whatever they have in common.

        People reached by one post are more like each other than like those of another, so they count for less.
        """
        apart = 0.0 if self.alike is None else 1 / (1 + self.alike)
        engaged, reached = (float(sum(each[at] for each in _capped(counts))) for at in (0, 1))
        worth = sum(reach / (1 + (reach - 1) * apart) for _, reach in counts)
        return _around(engaged / reached, worth)


def pool(counts: Sequence[tuple[int, int]]) -> Pool | None:
    """Put posts together, each with how many engaged and how many it reached; None where they are too few to judge.

    Posts that reached too few people are for the caller to leave out. A person who engages twice counts once.
    """
    held = _capped(counts)
    if len(held) < FEWEST or any(reach <= 0 for _, reach in held):
        return None
    reached = sum(reach for _, reach in held)
    rate = sum(engaged for engaged, _ in held) / reached
    if not 0 < rate < 1:
        return Pool(rate, reached, None)
    apart = sum(reach * (engaged / reach - rate) ** 2 for engaged, reach in held) / (rate * (1 - rate))
    chance, most = len(held) - 1, reached - sum(reach**2 for _, reach in held) / reached
    alike = (apart - chance) / (most - chance) if most > chance else 0.0
    return Pool(rate, reached, 1 / min(alike, 0.999) - 1 if alike > 0 else None)


def middle(numbers: Sequence[int]) -> Middle | None:
    """Give the median with its range by order (sign test, Thompson 1936); None where there are too few of them.

    Each number is above the median of all such numbers as often as a coin shows heads, whatever they are spread like.
    """
    if len(numbers) < ENOUGH:
        return None
    held = sorted(numbers)
    place = bisect_left(range(len(held)), _TAIL, key=lambda heads: chance.at_most(heads, len(held), 0.5))
    return Middle(median(held), Range(held[place - 1], held[-place]))


def _around(rate: float, worth: float) -> Rate:
    """Give a rate with its range by Jeffreys' interval, for as many people as it is worth."""
    return _between(rate, worth * rate + 0.5, worth * (1 - rate) + 0.5)


def _between(rate: float, yes: float, no: float) -> Rate:
    low, high = chance.beta(yes, no, _TAIL), chance.beta(yes, no, 1 - _TAIL)
    return Rate(rate, Range(min(low, rate), max(high, rate)))


def _capped(counts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(min(engaged, reach), reach) for engaged, reach in counts]
