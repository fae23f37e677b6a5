"""What can be asked about money: what may be spent in a month, and what was."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ShowBudget:
    """Show what may be spent in a month and what was; the month is named by its first day."""

    month: date


@dataclass(frozen=True, slots=True)
class OpenBudgetForm:
    """Open the form for what may be spent from a month on."""

    month: date


@dataclass(frozen=True, slots=True)
class SetBudget:
    """Plan what may be spent each month from a month on, by purpose, in whole units; what is left empty stays."""

    month: date
    awareness: int | None = None
    retargeting: int | None = None
    lead_generation: int | None = None
    tools: int | None = None


@dataclass(frozen=True, slots=True)
class OpenSpendingForm:
    """Open the form for what was spent."""


@dataclass(frozen=True, slots=True)
class AddSpending:
    """Enter what was spent on something over a stretch of days."""

    purpose: str
    amount: str
    from_on: date | None
    until_on: date | None = None
    network: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class RemoveSpending:
    """Take back what was entered by mistake."""

    spending_id: int
