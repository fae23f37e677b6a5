"""What was spent on ads over some days, and what each lead from there cost, as a range and never divided by nothing.

Exports overlap: of the same ad the newer line counts for its days, an older one only for the days it alone tells of,
also where one export divides Meta into Facebook and Instagram and another one does not. A line over more days than are
asked for counts by its share of them. Only leads recorded from the network that was paid are held against what it was
paid. It refuses to know rates of exchange.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain import evidence, networks, sources
from bot.domain.evidence import Range
from bot.domain.leads import NO_LEADS
from storage.tables import Lead, Spending

TOOLS = "tools"
_ALSO = {"meta": frozenset({"meta", "facebook", "instagram"})}


@dataclass(frozen=True, slots=True)
class Cost:
    """What ads on a network cost, in hundredths of a currency, how many leads came from there, and what each cost."""

    network: str
    currency: str
    cents: int
    leads: int
    each: Range


@dataclass(frozen=True, slots=True)
class Pooled:
    """What ads on all networks together cost, in hundredths, and how many leads came from any of them.

    `unplaced` was spent too, but not on a network that a lead can be recorded from; `currencies` are those of the rest.
    """

    currencies: tuple[str, ...]
    cents: int
    leads: int
    unplaced: int


def read_network(words: str) -> str:
    """Give the network that somebody means; Meta where it is Facebook and Instagram, else the words as typed."""
    found = set(networks.named(words))
    if len(found) > 1:
        found = {family(each) for each in found}
    return found.pop() if len(found) == 1 else words.casefold()


def days_of(row: Spending) -> set[date]:
    """Give the days that a line of spending tells of."""
    return {row.from_on + timedelta(days=number) for number in range((row.until_on - row.from_on).days + 1)}


def family(network: str) -> str:
    """Give the network that a line is of as a whole: ads of Meta are on Facebook, on Instagram, or on either."""
    return "meta" if network in _ALSO["meta"] else network


def counted(rows: Iterable[Spending], first: date, last: date) -> Iterator[tuple[Spending, float]]:
    """Give each line, the newest first, with what of it counts from one day to another, in hundredths."""
    told: defaultdict[tuple[str, str, date], set[tuple[int | None, str]]] = defaultdict(set)
    for row in sorted(rows, key=lambda row: -(row.id or 0)):
        if row.until_on < row.from_on:
            continue
        days, ad = days_of(row), (family(row.network), row.outside_id)
        fresh = {day for day in days if _is_told_apart(row, told[*ad, day])} if row.outside_id else days
        for day in fresh if row.outside_id else ():
            told[*ad, day].add((row.file_id, row.network))
        yield row, row.cents * sum(first <= day <= last for day in fresh) / len(days)


def _is_told_apart(row: Spending, before: set[tuple[int | None, str]]) -> bool:
    """Whether nothing told of this day of an ad yet but the same export, of other places that it ran in."""
    return all(file_id == row.file_id and network != row.network for file_id, network in before)


def cents(rows: Iterable[Spending], first: date, last: date) -> dict[tuple[str, str], int]:
    """Add up what ads cost from one day to another, in hundredths, by network and currency; tools are left out."""
    spent: defaultdict[tuple[str, str], float] = defaultdict(float)
    for row, part in counted(rows, first, last):
        if row.purpose != TOOLS:
            spent[row.network, row.currency] += part
    return {at: round(sum_) for at, sum_ in spent.items() if round(sum_) > 0}


def costs(rows: Iterable[Spending], leads: Sequence[Lead], first: date, last: date) -> tuple[Cost, ...]:
    """Say what leads from each network that was paid cost in the same days, the dearest network first."""
    came = _came(leads, first, last)
    found = []
    for (network, currency), sum_ in cents(rows, first, last).items():
        meant = _ALSO.get(network, frozenset({network}))
        seen = sum(lead.network in meant for lead in came) if network else 0
        found.append(Cost(network, currency, sum_, seen, evidence.cost_of_each(sum_, seen)))
    return tuple(sorted(found, key=lambda cost: (-cost.cents, cost.network)))


def pooled(rows: Iterable[Spending], leads: Sequence[Lead], first: date, last: date, usual: str) -> Pooled:
    """Put what ads cost on all networks beside the leads recorded from any of them; each lead counts once.

    Where nobody said in which currency something was paid, it was the usual one.
    """
    spent = cents(rows, first, last)
    placed = {at: sum_ for at, sum_ in spent.items() if _can_track(at[0])}
    meant = {of_it for network, _ in placed for of_it in _ALSO.get(network, {network})}
    return Pooled(
        currencies=tuple(sorted({currency or usual for _, currency in placed})),
        cents=sum(placed.values()),
        leads=sum(lead.network in meant for lead in _came(leads, first, last)),
        unplaced=sum(spent.values()) - sum(placed.values()),
    )


def traceable(rows: Iterable[Spending], first: date, last: date, *, currency: str, usual: str) -> int:
    """Say how much of what ads cost in a currency went to networks that a lead can be tracked to, in hundredths."""
    return sum(
        sum_
        for (network, paid_in), sum_ in cents(rows, first, last).items()
        if (paid_in or usual) == currency and _can_track(network)
    )


def tracked_from(
    rows: Iterable[Spending], leads: Iterable[Lead], first: date, last: date, *, currency: str, usual: str
) -> list[Lead]:
    """Give the leads that a link, a form or a number of its own tracks to a network while it was paid in a currency.

    A network counts from its first paid day on, and a form of Meta's counts for any ad of Meta.
    """
    since: dict[str, date] = {}
    for row, part in counted(rows, first, last):
        if part and row.purpose != TOOLS and (row.currency or usual) == currency and _can_track(row.network):
            for network in {*_ALSO.get(row.network, {row.network}), family(row.network)}:
                since[network] = min(since.get(network, last), max(first, row.from_on))
    came = _came(leads, first, last)
    return [lead for lead in came if lead.tracked in since and lead.came_on >= since[lead.tracked]]


def _can_track(network: str) -> bool:
    return network in _ALSO or network in sources.NETWORKS


def _came(leads: Iterable[Lead], first: date, last: date) -> list[Lead]:
    return [lead for lead in leads if first <= lead.came_on <= last and lead.lost_reason not in NO_LEADS]
