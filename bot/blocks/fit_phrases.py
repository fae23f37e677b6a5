"""How it is said who asked: from near, for what the practice offers, and whether they fit, and what nobody knows.

A share has its range where enough are known for one, and says that they are too few where they are not. What a practice
never puts down is not told at all.
"""

from collections.abc import Sequence

from bot.blocks import saying
from bot.blocks.plan_phrases import listed
from bot.blocks.verdict_phrases import ENOUGH_TO_SHARE, in_hundred, range_of
from bot.domain.fit import Fit
from bot.domain.verdict import Share


def lines(fit: Fit) -> list[str]:
    """Say who asked; nothing where nothing about it was put down."""
    return [line for line in (_near(fit), _offered(fit), _unfit(fit)) if line]


def _near(fit: Fit) -> str:
    known = fit.near.whole if fit.near else sum(count for _, count in fit.areas)
    if not known:
        return ""
    if fit.near is None:
        return f"Most come from {_counted(fit.areas)}. Which areas are near you, `/leads services` asks."
    rest = _unknown(fit.leads - known, "of {} more the area isn't known")
    return _share("From near you", fit.near, "whose area is known", rest)


def _offered(fit: Fit) -> str:
    if not fit.offered.whole:
        return ""
    most = f" Asked for most: {_counted(fit.asked)}." if fit.asked else ""
    rest = _unknown(fit.leads - fit.offered.whole, "of {} more it isn't known")
    return f"{_share('For what you offer', fit.offered, 'with a service named', rest)}{most}"


def _unfit(fit: Fit) -> str:
    if not fit.unfit.part and fit.unfit.whole < ENOUGH_TO_SHARE:
        return ""
    why = f" ({', '.join(f'{reason} {count}' for reason, count in fit.reasons)})" if fit.reasons else ""
    rest = _unknown(fit.leads - fit.unfit.whole, "{} more stand open")
    return _share("Didn't fit", fit.unfit, f"booked or lost so far{why}", rest)


def _share(what: str, share: Share, of_whom: str, rest: str) -> str:
    leads = f"{share.part or 'none'} of {saying.count(share.whole, 'lead')} {of_whom}"
    fits = range_of(share)
    told = f", which fits {in_hundred(fits)}" if fits else ", too few for a range"
    return f"{what}: {leads}{told}{rest}."


def _unknown(count: int, words: str) -> str:
    return f"; {words.format(count)}" if count else ""


def _counted(found: Sequence[tuple[str, int]]) -> str:
    return listed([f"{saying.plain(word)} ({count})" for word, count in found])
