"""Where lines of spending tell of the same days twice: what counts once by itself, and what only people can tell apart.

Of the same ad each day counts once, by its newest line. The same ad under another name (a campaign's id in one export,
its name in another) can't be told from another ad, so that is only pointed out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.exports import SpendingLine
from bot.domain.spent import family
from storage.tables import Spending

_Stretch = tuple[date, date, str]


@dataclass(frozen=True, slots=True)
class Overlaps:
    """How many ads have several lines for the same days, and the networks whose days are known under other names."""

    ads: int = 0
    networks: tuple[str, ...] = ()


def found(fresh: Sequence[SpendingLine], known: Iterable[Spending]) -> Overlaps:
    """Say where new lines tell of days that other new ones, or known ones, tell of as well."""
    by_ad: defaultdict[tuple[str, str], set[_Stretch]] = defaultdict(set)
    for line in fresh:
        by_ad[family(line.network), line.outside_id].add((line.from_on, line.until_on, line.network))
    beside: defaultdict[str, list[Spending]] = defaultdict(list)
    shared: set[str] = set()
    for row in known:
        network = family(row.network)
        if (network, row.outside_id) in by_ad:
            by_ad[network, row.outside_id].add((row.from_on, row.until_on, row.network))
            shared.add(network)
        elif row.outside_id and row.file_id:
            beside[network].append(row)
    days = {network: [line for line in fresh if family(line.network) == network] for network in beside.keys() - shared}
    return Overlaps(
        ads=sum(_overlap(stretches) for stretches in by_ad.values()),
        networks=tuple(sorted(network for network, lines in days.items() if _any_same_day(lines, beside[network]))),
    )


def _overlap(stretches: Iterable[_Stretch]) -> bool:
    """Whether any two stretches of an ad share a day; parts of one, for each place it ran in, are no two."""
    last: date | None = None
    for first, until in sorted({(first, until) for first, until, _ in stretches}):
        if last is not None and first <= last:
            return True
        last = until if last is None else max(last, until)
    return False


def _any_same_day(lines: Sequence[SpendingLine], rows: Sequence[Spending]) -> bool:
    if not lines:
        return False
    first, last = min(line.from_on for line in lines), max(line.until_on for line in lines)
    return any(row.from_on <= last and first <= row.until_on for row in rows)
