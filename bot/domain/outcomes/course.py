"""What came of asking about goals and decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.decisions import Pace, Since
from bot.domain.measured import Measured
from bot.domain.progress import Progress
from bot.domain.spans import Span
from bot.domain.weeks import Week
from storage.tables import Decision, Goal, Member


@dataclass(frozen=True, slots=True)
class Aimed:
    """One goal, who keeps an eye on it, and how far it has come."""

    goal: Goal
    owner: Member | None
    progress: Progress


@dataclass(frozen=True, slots=True)
class GoalsShown:
    """The goals that are aimed for and those that were; `may_set` is whether the reader sets them.

    `currency` is the practice's usual one, where it is known; also below.
    """

    open: Sequence[Aimed]
    past: Sequence[Goal]
    may_set: bool
    today: date
    currency: str = ""


@dataclass(frozen=True, slots=True)
class GoalFormOpened:
    """The form for a goal, filled in with the one to change."""

    goal: Goal | None
    owner: Member | None


@dataclass(frozen=True, slots=True)
class GoalSet:
    """A goal is set; `replaced` is the one that ended with it."""

    aimed: Aimed
    replaced: Goal | None
    today: date
    currency: str = ""


@dataclass(frozen=True, slots=True)
class GoalEnded:
    """A goal is over."""

    goal: Goal
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One decision, who looks after it, and what the counts say since, where they say something.

    It `is_new` until a whole week has passed.

    `measured` is there where something of posts was expected to become more.
    """

    decision: Decision
    owner: Member | None
    since: Since | None
    measured: Measured | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class DecisionsShown:
    """The log, the newest first; the ones to look at again come with what the counts say."""

    waiting: Sequence[Reviewed]
    log: Sequence[Decision]
    people: Mapping[int, Member]
    week: Week
    today: date


@dataclass(frozen=True, slots=True)
class DecideFormOpened:
    """The form for a decision about a week; `expects` is what was just chosen in it, "" where it has just opened."""

    week: Week
    pace: Pace
    member: Member
    expects: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision is written down; `is_early` is where its day comes before the counts can tell."""

    decision: Decision
    owner: Member | None
    pace: Pace
    is_early: bool
    proposed: date | None
    today: date


@dataclass(frozen=True, slots=True)
class NoChangeDecided:
    """Nothing changes after that week."""

    decision: Decision
    week: Week


@dataclass(frozen=True, slots=True)
class DecisionReviewed:
    """A decision was looked at again."""

    decision: Decision


@dataclass(frozen=True, slots=True)
class DecisionRemoved:
    """A decision is taken back, or the word that nothing changes."""

    number: int
    is_change: bool = True


@dataclass(frozen=True, slots=True)
class QuarterShown:
    """The agenda for looking back on a quarter, made of its decisions."""

    quarter: Span
    decided: Sequence[Reviewed]
    without: Sequence[Week]
    goals: Sequence[Aimed]
    today: date
