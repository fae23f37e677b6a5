"""How often chance alone does something: the distributions that ranges and tests are read from.

They are put together from SciPy's special functions, which are imported when the first digest is made, because that
takes longer than starting should; `warm` does it beforehand. Its whole package of statistics takes three times as long
to import and thirty times as long for each test. It refuses to know what is counted.
"""

from bisect import bisect_left
from functools import cache
from math import ceil, lgamma
from typing import Any

_AS_PROBABLE = 1e-7
"""Two counts whose probabilities differ by no more than this share are equally probable."""


@cache
def _functions() -> Any:  # noqa: ANN401 - SciPy publishes no types
    from scipy import special  # noqa: PLC0415 - only a digest pays for it

    return special


def warm() -> None:
    """Have SciPy imported, so that nobody waits for it."""
    _functions()


def normal(share: float) -> float:
    """Give how many standard deviations from the mean such a share of a normal distribution lies below."""
    return float(_functions().ndtri(share))


def below(deviations: float) -> float:
    """Give the share of a normal distribution that lies below so many standard deviations from the mean."""
    return float(_functions().ndtr(deviations))


def waited_for(events: int, share: float) -> float:
    """Give how many events are usual where waiting for so many of them ends within that in such a share of times."""
    return float(_functions().gammaincinv(events, share)) if events else 0.0


def beta(yes: float, no: float, share: float) -> float:
    """Give the point below which such a share of a beta distribution lies; it ends at 0 and 1."""
    if not yes or not no:
        return 1.0 if yes else 0.0
    return float(_functions().betaincinv(yes, no, share))


def at_most(count: int, of: int, each: float) -> float:
    """Give how often at most so many of a number happen, where each does with a probability of `each`."""
    if count >= of:
        return 1.0
    return float(_functions().betainc(of - count, count + 1, 1 - each)) if count >= 0 else 0.0


def no_more_probable(count: int, of: int, each: float) -> float:
    """Give how often a count happens that is no more probable than this one: the exact two-sided binomial test."""
    if count == each * of:
        return 1.0
    if count > each * of:  # the same, counting what does not happen
        count, each = of - count, 1 - each
    usual = ceil(each * of)
    limit = _log(count, of, each) + _AS_PROBABLE
    rarer = range(usual, of + 1)  # from the usual count on, each is less probable than the one before
    first = bisect_left(rarer, True, key=lambda other: _log(other, of, each) <= limit)
    return min(1.0, at_most(count, of, each) + at_most(of - usual - first, of, 1 - each))


def _log(count: int, of: int, each: float) -> float:
    """Give the logarithm of how probable a count is, beside the others of the same number."""
    odds = _functions().xlogy(count, each) + _functions().xlog1py(of - count, -each)
    return float(odds) - lgamma(count + 1) - lgamma(of - count + 1)
