"""What can be asked about goals and decisions: where the practice wants to get to, and what it changes on the way."""

from dataclasses import dataclass
from datetime import date

from bot.domain.spans import Span
from bot.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class ShowGoals:
    """Show the goals, and how far each has come."""


@dataclass(frozen=True, slots=True)
class OpenGoalForm:
    """Open the form for a goal: a new one, or one to change."""

    goal_id: int | None = None


@dataclass(frozen=True, slots=True)
class SetGoal:
    """Set a goal; one with the same metric, or the one that is changed, ends and stays in the history."""

    words: str
    kind: str
    metric: str
    target: int | None
    due_on: date | None
    owner: str
    first_sign: str = ""
    replaces_id: int | None = None


@dataclass(frozen=True, slots=True)
class EndGoal:
    """End a goal."""

    goal_id: int


@dataclass(frozen=True, slots=True)
class ShowDecisions:
    """Show what was decided lately, and what is to be looked at again."""


@dataclass(frozen=True, slots=True)
class OpenDecideForm:
    """Open the form for a decision about a week; `expects` is what was chosen in it, where it is open already."""

    week: Week
    expects: str = ""


@dataclass(frozen=True, slots=True)
class Decide:
    """Write down what changes, what is expected of it, whose it is, and when it is looked at again."""

    week: Week
    change: str
    expects: str
    factor: int
    owner: str
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class DecideNoChange:
    """Say that nothing changes after a week."""

    week: Week


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """Say what becomes of a decision that was looked at again: kept, changed or dropped."""

    decision_id: int
    result: str


@dataclass(frozen=True, slots=True)
class RemoveDecision:
    """Take back a decision that was written down by mistake."""

    decision_id: int


@dataclass(frozen=True, slots=True)
class ShowQuarter:
    """Show the agenda for looking back on a quarter, made of its decisions."""

    quarter: Span
