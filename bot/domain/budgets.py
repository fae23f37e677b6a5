"""Money: what may be spent in a month on each purpose, what was, and what came with it as far as small counts tell.

Planned sums are whole units of the practice's own money; spent ones are cents, as ad platforms count. A line of an ad
file that tells of more than a month is split by days. It refuses to convert one currency into another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain import budget_errors
from bot.domain.spent import TOOLS, counted
from storage.tables import AdKind, Budget, Spending

PURPOSES: tuple[str, ...] = (*AdKind, TOOLS)
MARKS = (100, 80)
"""Of a hundred: when the lead is told, the graver first."""
_MOST = 1_000_000
_CENTS = 100
CURRENCIES = ("USD", "CAD", "EUR", "GBP")
"""What a sum entered by hand may be in, beside the practice's usual currency; the first where none is known."""


@dataclass(frozen=True, slots=True)
class Line:
    """One purpose in a month; `planned` is None where nobody said, in whole units, `cents` is what was spent."""

    purpose: str
    planned: int | None
    cents: int

    @property
    def mark(self) -> int | None:
        """Which mark of the plan what was spent has reached; None below all of them, or without a plan."""
        if not self.planned:
            return None
        return next((mark for mark in MARKS if self.cents * 100 >= self.planned * _CENTS * mark), None)


@dataclass(frozen=True, slots=True)
class Month:
    """A month's money, purpose by purpose; `other` is what was spent in another currency than most, by currency."""

    first: date
    lines: tuple[Line, ...]
    currency: str
    other: tuple[tuple[str, int], ...] = ()

    @property
    def planned(self) -> int:
        """What may be spent in all, as far as it is planned."""
        return sum(line.planned or 0 for line in self.lines)

    @property
    def cents(self) -> int:
        """What was spent in all."""
        return sum(line.cents for line in self.lines)


def month(
    first: date,
    last: date,
    budgets: Iterable[Budget],
    places: Mapping[str, int],
    spending: Iterable[Spending],
    *,
    currency: str = "",
) -> Month:
    """Put a month together: `places` is what its ad places may cost, where no budget says otherwise.

    `currency` is the practice's usual one, in which sums are where nobody said so.
    """
    planned: dict[str, int] = dict(places)
    for budget in sorted(budgets, key=lambda each: each.since_on):
        if budget.since_on <= first:
            planned[budget.purpose] = budget.units
    spent = _spent(first, last, spending, currency)
    money, usual = _by_currency(spent)
    found = {purpose: cents for (purpose, currency), cents in spent.items() if currency == usual}
    lines = [
        Line(purpose, planned.get(purpose), found.get(purpose, 0))
        for purpose in (*PURPOSES, "")
        if planned.get(purpose) or found.get(purpose)
    ]
    return Month(
        first, tuple(lines), usual, tuple(sorted((each, cents) for each, cents in money.items() if each != usual))
    )


def ads_only(spending: Iterable[Spending], first: date, last: date, currency: str = "") -> tuple[int, str]:
    """Give what was spent on ads from one day to another, in cents, and in which currency most of it was."""
    spent = _spent(first, last, [row for row in spending if row.purpose != TOOLS], currency)
    money, usual = _by_currency(spent)
    return money.get(usual, 0), usual


def read_purpose(named: str) -> str:
    """Give what money is for."""
    if named not in PURPOSES:
        raise budget_errors.no_purpose()
    return named


def check_units(units: int | None, *, field: str) -> int:
    """Give a sum in whole units; refuse none and what no practice spends."""
    if units is None or not 0 <= units <= _MOST:
        raise budget_errors.how_much(field)
    return units


def read_cents(typed: str) -> int:
    """Read a sum such as "49", "49.50" or "49,50" into cents; thousands are typed without marks."""
    whole, _, part = typed.strip().lstrip("$€£ ").replace(",", ".").partition(".")
    if not whole.isdecimal() or (part and (not part.isdecimal() or len(part) != 2)) or int(whole) > _MOST:
        raise budget_errors.how_much_spent()
    cents = int(whole) * _CENTS + int(part or 0)
    if not cents:
        raise budget_errors.how_much_spent()
    return cents


def read_currency(named: str, usual: str) -> str:
    """Give the currency of a sum: one that was offered, or the usual one."""
    return named if named in (*CURRENCIES, usual) else usual or CURRENCIES[0]


def check_days(from_on: date | None, until_on: date | None, today: date) -> tuple[date, date]:
    """Give the days that a sum is for; one day stands for both, and none is ahead."""
    first, last = from_on or until_on, until_on or from_on
    if first is None or last is None or last < first:
        raise budget_errors.which_days()
    if last > today:
        raise budget_errors.not_spent_yet()
    return first, last


def _spent(first: date, last: date, spending: Iterable[Spending], usual: str) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], float] = {}
    for row, part in counted(spending, first, last):
        key = (row.purpose, row.currency or usual)
        found[key] = found.get(key, 0) + part
    return {key: round(cents) for key, cents in found.items()}


def _by_currency(spent: Mapping[tuple[str, str], int]) -> tuple[dict[str, int], str]:
    """Add up what was spent in each currency, and say in which one most of it was."""
    money: dict[str, int] = {}
    for (_, currency), cents in spent.items():
        money[currency] = money.get(currency, 0) + cents
    return money, max(money, key=lambda currency: (money[currency], currency), default="")
