"""The form that pauses the plan, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, PausePlan
from bot.domain import plan_errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def pause_plan(filled: Filled) -> PausePlan:
    """Read the day on which the plan goes on."""
    until_on = filled.date("until_on")
    if until_on is None:
        raise plan_errors.which_day()
    return PausePlan(until_on)


READERS: dict[str, Callable[[Filled], Command]] = {"pause-plan": pause_plan}
