"""A check-up: eight plain questions, one for each cause that programs like these come to a standstill of.

Which answers there are, how they are counted and compared, which are worth a next step, and when the lead is asked: in
the first month of a quarter, once the practice has had four weeks with Rounds. It refuses to know the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import asking_times, check_up_errors
from bot.domain.hours import Opening
from bot.domain.spans import Span
from bot.domain.weeks import Week
from storage.tables import Role

SEEN_BY = (Role.LEAD, Role.BACKUP, Role.SPONSOR)
"""Who answers, and who reads the answers."""
WEEKS = 12
"""How far back Rounds looks for what stands beside a question."""
_SETTLES_IN = timedelta(weeks=4)
_A_WEEK = timedelta(weeks=1)


class Cause(StrEnum):
    """What a program lacks that comes to a standstill, in the order of the questions."""

    TIME = "time"
    PLAN = "plan"
    PEOPLE = "people"
    PICTURES = "pictures"
    ANSWERS = "answers"
    THANKS = "thanks"
    NUMBERS = "numbers"
    INVITING = "inviting"


class Answer(StrEnum):
    """How a question can be answered, the best first."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not yet"


_BEST_FIRST = tuple(Answer)
Answers = Mapping[Cause, Answer]


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What Rounds itself knows beside the questions, of the whole weeks since `since_on`; None before the first.

    `kept` are places whose post went out, `covered` duties that somebody looks after, `in_time` pictures that were
    there when they were due, `both_wrote` weeks for whose digest both sides wrote something, and `invited` posts that
    went out and invite somebody or are ads; `asked` are comments and questions that were answered, of those noted.
    `agreed` people gave `minutes` a week; `answerer` is who answers by the strategy, "" where it doesn't say.
    """

    since_on: date | None
    agreed: int
    minutes: int
    kept: Part
    goals: int
    covered: Part
    in_time: Part
    answerer: str
    thanks: int
    has_sponsor: bool
    both_wrote: Part
    invited: Part
    asked: Part


@dataclass(frozen=True, slots=True)
class Turned:
    """What is further along than it was, and what less."""

    further: tuple[Cause, ...]
    less: tuple[Cause, ...]


def read(said: Mapping[str, str]) -> dict[Cause, Answer]:
    """Give answers as they are kept or filled in; refuse where one is missing or none of those on offer."""
    found = {}
    for cause in Cause:
        try:
            found[cause] = Answer(said.get(cause, ""))
        except ValueError:
            raise check_up_errors.which_answer(field=cause) from None
    return found


def causes(answers: Answers, answer: Answer) -> tuple[Cause, ...]:
    """Give the questions that were answered so, in their order."""
    return tuple(cause for cause in Cause if answers[cause] is answer)


def weakest(answers: Answers) -> tuple[Cause, ...]:
    """Give what a next step would help, the weakest first and what is well left out."""
    return (*causes(answers, Answer.NOT_YET), *causes(answers, Answer.PARTLY))


def turned(before: Answers, now: Answers) -> Turned:
    """Compare two check-ups."""
    ranks = {cause: (_BEST_FIRST.index(before[cause]), _BEST_FIRST.index(now[cause])) for cause in Cause}
    return Turned(
        further=tuple(cause for cause, (was, is_now) in ranks.items() if is_now < was),
        less=tuple(cause for cause, (was, is_now) in ranks.items() if is_now > was),
    )


def asks_at(quarter: Span, began_on: date, opening: Opening, zone: ZoneInfo) -> datetime | None:
    """Give when the lead is asked: in the morning of the second Monday, or the first open day from there on.

    On the first Monday a month on one page comes already. None where the practice is too new in that quarter's first
    month, or closed all of it.
    """
    monday = max(_monday_from(quarter.first) + _A_WEEK, _monday_from(began_on + _SETTLES_IN))
    while monday <= until(quarter):
        on = asking_times.workday_of(Week.of(monday), 0, opening)
        if on is not None:
            return asking_times.morning_of(on, opening, zone)
        monday += _A_WEEK
    return None


def until(quarter: Span) -> date:
    """Give the last day on which the lead is still asked about a quarter: that of its first month."""
    return quarter.months()[0].last


def _monday_from(on: date) -> date:
    """Give the first Monday that is not before a day."""
    return on + timedelta(days=-on.weekday() % 7)
