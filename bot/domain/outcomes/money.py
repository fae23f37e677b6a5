"""What came of asking about money."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.budgets import Month
from bot.domain.verdict import Share
from storage.tables import Post, Spending


@dataclass(frozen=True, slots=True)
class BudgetShown:
    """A month's money: what is planned and spent, the ads that nobody could trace, and what came in meanwhile.

    `booked` is of the leads old enough to judge that were tracked to an ad's network while money was spent, over
    `weeks` weeks in which `cents` were spent on ads, most of it in `currency`; None where nothing was. `traceable` is
    what of it went to networks that leads can be tracked to.
    """

    month: Month
    untraced: Sequence[Post]
    may_plan: bool
    weeks: int = 0
    cents: int = 0
    traceable: int = 0
    currency: str = ""
    booked: Share | None = None


@dataclass(frozen=True, slots=True)
class BudgetFormOpened:
    """The form for what may be spent from a month on, as it is planned now."""

    month: Month


@dataclass(frozen=True, slots=True)
class SpendingFormOpened:
    """The form for what was spent; `currency` is the practice's usual one, where it is known."""

    today: date
    currency: str = ""


@dataclass(frozen=True, slots=True)
class SpendingAdded:
    """A sum is entered; `month` is the month it falls into, as it stands now."""

    spending: Spending
    month: Month


@dataclass(frozen=True, slots=True)
class SpendingRemoved:
    """A sum is taken back."""

    spending: Spending


@dataclass(frozen=True, slots=True)
class BudgetReached:
    """The private word to the lead: what was spent on a purpose has reached so many in a hundred of its plan."""

    month: Month
    purpose: str
    mark: int
