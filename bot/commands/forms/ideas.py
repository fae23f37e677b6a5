"""The form that takes an idea into the plan, read back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, PlanIdea

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def plan_idea(filled: Filled) -> PlanIdea:
    """Read which idea goes into which place, and who is asked for its photo."""
    slot_id, _, on = filled.choice("place").partition("@")
    return PlanIdea(int(filled.choice("idea")), int(slot_id), date.fromisoformat(on), filled.choice("who"))


READERS: dict[str, Callable[[Filled], Command]] = {"plan-idea": plan_idea}
