"""What a lead or a booking costs is told with its range, in the currency that was spent; none where none is known."""

from datetime import date

import pytest

from bot.blocks.money import draw_budget_shown
from bot.blocks.worth import draw_worth_shown
from bot.domain.budgets import Month
from bot.domain.outcomes.money import BudgetShown
from bot.domain.outcomes.sponsor import WorthShown
from bot.domain.verdict import Share
from simulator import drawing

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("cents", "currency", "seen", "budget", "worth"),
    [
        (60_000, "USD", 5, "5 are booked, about $120 each, which fits anything from $51 to $370.",
         "5 tracked leads, about $120 each, which fits anything from $51 to $370."),
        (240_000, "EUR", 20, "20 are booked, about 120 EUR each, which fits anything from 78 EUR to 196 EUR.",
         "2,400 EUR went into ads; 20 tracked leads, about 120 EUR each, which fits anything from 78 EUR to 196 EUR."),
        (60_000, "USD", 0, "none is booked yet, so a booking costs at least about $163.",
         "$600 went into ads, and no lead is tracked to them, so what one costs isn't known."),
        (60_000, "", 0, "a booking costs at least about 163.", "so what one costs isn't known."),
    ],
)  # fmt: skip
def test_what_one_costs_is_told_in_the_currency_that_was_spent(cents, currency, seen, budget, worth):
    """The ranges are those of 600 for 5, 2,400 for 20 and 600 for none, by Garwood's exact interval."""
    month = BudgetShown(Month(DAY, (), currency), (), may_plan=False, weeks=12, cents=cents, currency=currency,
                        booked=Share(seen, 30))  # fmt: skip
    assert budget in drawing.text({"blocks": draw_budget_shown(month).blocks})
    so_far = WorthShown(DAY, 12, 30, None, None, seen, Share(0, 0), cents, currency, None, DAY)
    assert worth in drawing.text({"blocks": draw_worth_shown(so_far).blocks})
