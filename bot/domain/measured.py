"""What posts' figures say since a decision, beside as many weeks before it: comments, reach, or who engaged.

Posts differ widely, so of comments and reach the middle one is told, with a range that holds whatever they are spread
like; of fewer than eight each is told. Two stretches differ only where their ranges don't touch, which is stricter than
a test. A post without figures is unknown, never zero. It refuses to know why anything changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain import middles
from bot.domain.comparing import rated
from bot.domain.decisions import MOST_WEEKS, Expects
from bot.domain.evidence import Range
from bot.domain.figures import Told
from bot.domain.middles import FEWEST, Pool
from bot.domain.verdict import stretch
from bot.domain.weeks import Week
from storage.tables import Decision

_COUNTS: Mapping[str, str] = MappingProxyType({Expects.COMMENTS: "comments", Expects.REACH: "reach"})
METRICS = frozenset({*_COUNTS, Expects.ENGAGEMENT})
"""What is expected of a decision that posts' figures can tell."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The posts that were out in some weeks, and of how many of them the number is known.

    `numbers` are those of comments or reach, the smallest first. `middle` and its `range` are there where enough posts
    are known: the median, or of engagement how many of every 100 reached.
    """

    posts: int
    known: int
    numbers: tuple[int, ...] = ()
    middle: float | None = None
    range: Range | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What was expected to become more, over how many weeks, before and since."""

    expects: Expects
    weeks: int
    before: Stretch
    after: Stretch

    @property
    def is_apart(self) -> bool | None:
        """Whether the two ranges don't touch; None where too few posts tell."""
        one, other = self.before.range, self.after.range
        return None if one is None or other is None else one.high < other.low or other.high < one.low


def first_week(decision: Decision) -> Week:
    """Give the first week that may be looked at for a decision."""
    return stretch(Week.parse(decision.week), MOST_WEEKS)[0]


def measure(decision: Decision, told: Sequence[Told], last: Week) -> Measured | None:
    """Set the weeks since a decision beside as many before it; None before a whole week has passed, or of no metric."""
    made_in = Week.parse(decision.week)
    after: list[Week] = []
    while len(after) < MOST_WEEKS and (week := (after[-1] if after else made_in).next()) <= last:
        after.append(week)
    if decision.expects not in METRICS or not after:
        return None
    out = [
        [each for each in told if each.post.posted_at is not None and Week.of(each.post.on) in weeks]
        for weeks in (stretch(made_in, len(after)), after)
    ]
    expects = Expects(decision.expects)
    pool = middles.pool([found for each in (*out[0], *out[1]) if (found := rated(each))])
    before, since = (_engaged(each, pool) if expects is Expects.ENGAGEMENT else _counted(each, expects) for each in out)
    return Measured(expects, len(after), before, since)


def _counted(out: Sequence[Told], expects: Expects) -> Stretch:
    numbers = sorted(number for each in out if (number := each.count(_COUNTS[expects])) is not None)
    middle = middles.middle(numbers)
    if middle is None:
        return Stretch(len(out), len(numbers), tuple(numbers))
    return Stretch(len(out), len(numbers), tuple(numbers), middle.number, middle.range)


def _engaged(out: Sequence[Told], pool: Pool | None) -> Stretch:
    known = [found for each in out if (found := rated(each))]
    if pool is None or len(known) < FEWEST:
        return Stretch(len(out), len(known))
    rate = pool.of_several(known)
    between = Range(100 * rate.range.low, 100 * rate.range.high)
    return Stretch(len(out), len(known), middle=100 * rate.rate, range=between)
