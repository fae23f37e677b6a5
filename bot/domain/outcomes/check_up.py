"""What came of a check-up: its form, its score, and the question whether somebody has two minutes for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.check_up import Answer, Cause, Seen
from bot.domain.spans import Span
from bot.domain.weeks import Week
from storage.tables import CheckUp, Member

Answered = Mapping[Cause, Answer]


@dataclass(frozen=True, slots=True)
class CheckUpFormOpened:
    """The eight questions, with what Rounds knows beside each, and with the answers that this quarter has already."""

    quarter: Span
    seen: Seen
    answers: Answered | None


@dataclass(frozen=True, slots=True)
class CheckUpShown:
    """How a quarter's questions were answered, beside the latest earlier quarter in which they were.

    `last_week` is the week whose digest there is to look at; None where Rounds is too new for one. `last_month` is the
    last month that it knows something of, by its first day.
    """

    quarter: Span
    check_up: CheckUp
    answers: Answered
    before: tuple[Span, Answered] | None
    seen: Seen
    last_week: Week | None
    last_month: date
    people: Mapping[int, Member]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class CheckUpAsked:
    """The lead is asked for a quarter's check-up."""

    quarter: Span
    has_earlier: bool


@dataclass(frozen=True, slots=True)
class CheckUpAnswered:
    """The lead was asked and has an answer; `by` is who answered first, None where they are gone."""

    quarter: Span
    by: Member | None


CheckUpOutcome = CheckUpFormOpened | CheckUpShown | CheckUpAsked | CheckUpAnswered
"""All that can come of a check-up; `outcomes` has them under this one name."""
