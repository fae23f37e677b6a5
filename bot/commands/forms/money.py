"""The forms about money, read back: what may be spent, and what was."""

from collections.abc import Callable
from datetime import date

from bot.commands.forms.filled import Filled
from bot.commands.vocabulary import AddSpending, Command, SetBudget


def set_budget(filled: Filled) -> SetBudget:
    """Read what may be spent on each purpose; an empty field changes nothing."""
    return SetBudget(
        month=date.fromisoformat(filled.keeps["month"]),
        awareness=filled.number("awareness"),
        retargeting=filled.number("retargeting"),
        lead_generation=filled.number("lead_generation"),
        tools=filled.number("tools"),
    )


def add_spending(filled: Filled) -> AddSpending:
    """Read what was spent."""
    return AddSpending(
        purpose=filled.choice("purpose"),
        amount=filled.text("cents"),
        from_on=filled.date("from_on"),
        until_on=filled.date("until_on"),
        network=filled.text("network"),
        currency=filled.choice("currency"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"set-budget": set_budget, "add-spending": add_spending}
