"""What came of noticing that a plan stands still, and of what the lead may do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.stall import Kept, Sign
from storage.tables import Post


@dataclass(frozen=True, slots=True)
class StallTold:
    """The plan stands still, with what tells so and how the last weeks went; said to the lead alone."""

    signs: frozenset[Sign]
    weeks: tuple[Kept, ...]
    is_first: bool


@dataclass(frozen=True, slots=True)
class PauseFormOpened:
    """The form that asks until when the plan is paused."""

    today: date
    until_on: date


@dataclass(frozen=True, slots=True)
class PlanPaused:
    """The plan is paused until a day; `planned` are the posts that would go out before that."""

    until_on: date
    planned: Sequence[Post]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class PlanResumed:
    """The plan goes on; `was_paused` tells whether it had been paused at all."""

    was_paused: bool


@dataclass(frozen=True, slots=True)
class OutsideHelpShown:
    """What somebody from outside can take on, and how they are brought in."""


StallOutcome = StallTold | PauseFormOpened | PlanPaused | PlanResumed | OutsideHelpShown
"""All that can come of it; `outcomes` has them under this one name."""
