"""Reading which stretch of the plan is meant: a week, a month and longer, whose digest or ads, what is copied where.

Words at the end that narrow the view, such as "mine" or "human", are taken off first.
"""

from collections.abc import Callable
from datetime import timedelta

from bot.commands import vocabulary as v
from bot.commands.months import read_month, read_months
from bot.commands.typed import Typed
from bot.commands.when import Reading, read_span, read_week
from bot.domain import filters
from bot.domain.spans import Size, Span
from bot.domain.weeks import Week

_A_MONTH = timedelta(days=31)


def read_plan(typed: Typed, reading: Reading) -> v.Command:
    """Read "next mine": a week of the plan, and what of it."""
    only, rest = _only(typed)
    return v.ShowPlan(read_week(rest.text, reading), only)


def read_plan_span(size: Size) -> Callable[[Typed, Reading], v.Command]:
    """Read a stretch of this size, and what of it."""

    def reads(typed: Typed, reading: Reading) -> v.Command:
        only, rest = _only(typed)
        return v.ShowSpan(read_span(rest.text, size, reading), only)

    return reads


def read_digest_week(typed: Typed, reading: Reading) -> v.Command:
    """Read whose week's digest is asked for; with nothing typed, last week's."""
    last = Week.of(reading.today).previous()
    return v.ShowDigest(read_week(typed.text, reading) if typed.pieces else last)


def read_decide(typed: Typed, reading: Reading) -> v.Command:  # noqa: ARG001 - every reader takes what was typed
    """A decision is about the last whole week."""
    return v.OpenDecideForm(Week.of(reading.today).previous())


def read_quarter(typed: Typed, reading: Reading) -> v.Command:
    """Read which quarter is looked back on; with nothing typed, the one that a month ago was in."""
    if not typed.pieces:
        return v.ShowQuarter(Span.of(reading.today - _A_MONTH, Size.QUARTER))
    return v.ShowQuarter(read_span(typed.text, Size.QUARTER, reading))


def read_ads(typed: Typed, reading: Reading) -> v.Command:
    """Read whose month's ads are asked for."""
    return v.ShowAds(read_month(typed.text, reading.today))


def read_budget(typed: Typed, reading: Reading) -> v.Command:
    """Read whose month's budget is asked for."""
    return v.ShowBudget(read_month(typed.text, reading.today))


def read_month_page(typed: Typed, reading: Reading) -> v.Command:
    """Read which month is wanted on one page; with nothing typed, the last one."""
    return v.ShowMonthPage(read_month(typed.text or "last", reading.today))


def read_copy(typed: Typed, reading: Reading) -> v.Command:
    """Read "november to december"."""
    source, target = read_months(typed.text, reading.today)
    return v.PreviewCopy(source, target)


def _only(typed: Typed) -> tuple[filters.Only, Typed]:
    """Take the words that narrow the view from the end of what was typed."""
    left, only = list(typed.pieces), []
    while left and (word := filters.word(left[-1].shown)):
        only.append(word)
        left.pop()
    return tuple(dict.fromkeys(reversed(only))), Typed(tuple(left))
