"""What the digest of a week is made of and what it holds: what was kept, what is missing, and what each side saw.

Engagement and leads stand side by side and are never tied to each other. What nobody entered is unknown, never zero.
It knows no wording, no database and no clock; `composing` puts one together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import roles
from bot.domain.answering import Answering
from bot.domain.cadence import Entry
from bot.domain.cohorts import Cohort, Pace
from bot.domain.comments import Conversation
from bot.domain.comparing import Ranked
from bot.domain.figures import Reading, Told
from bot.domain.hours import Opening
from bot.domain.lead_hours import Speed
from bot.domain.leads import InUse, Tally
from bot.domain.outline import Outline
from bot.domain.progress import LeadCost
from bot.domain.settling import Settle
from bot.domain.spent import Cost
from bot.domain.verdict import Share, Verdict
from bot.domain.weeks import Week
from storage.tables import Comment, Figures, Lead, Line, Member, Post, Role, Spending, Stage, Step

DEFINITIONS = 1
"""Which version of what each number means a digest goes by; docs/definitions.md has them all."""
CHARTED = 8
"""How many weeks a chart looks back."""
SIDES = (Role.MARKETING, Role.SALES)
LONGEST = 200
"""How many characters each part of a side's line may have."""


def key_of(week: Week, channel_id: str) -> str:
    """Name the delivery of a week's digest to a channel."""
    return f"digest/{week}/{channel_id}"


def details_of(key: str) -> str:
    """Name the delivery of the details that go into a digest's thread."""
    return f"{key}/details"


def speaker_of(role: Role, holders: Mapping[Role, Member]) -> Member | None:
    """Give who speaks for a side; nobody where their account is deactivated."""
    holder = holders.get(role)
    return holder if holder is not None and not holder.is_deactivated else None


def writer_of(role: Role, holders: Mapping[Role, Member]) -> Member | None:
    """Give who writes a side's line: who speaks for it, or the lead where nobody does."""
    return speaker_of(role, holders) or roles.acting_lead(holders) or holders.get(Role.LEAD)


@dataclass(frozen=True, slots=True)
class Side:
    """Marketing or sales: who holds it, who writes its line, and the line."""

    role: Role
    holder: Member | None
    writer: Member | None
    line: Line | None


@dataclass(frozen=True, slots=True)
class Weekly:
    """A number of one week; None where nobody knows it."""

    week: Week
    number: int | None


@dataclass(frozen=True, slots=True)
class GoalLine:
    """What the practice aims for, until when, who keeps an eye on it, and how far it is.

    `target` is a share of one where `share` says how far it is, a count where `count` does, and whole units of money
    where `cost` does; none is known where nothing can be counted yet. A share of leads that are booked is also what the
    verdict goes by (`is_booked`).
    `metric` is what is counted, where the words don't say it, and `month` the first day of the month it is counted in,
    which may be over (`is_month_over`).
    """

    words: str
    until: date
    owner: Member | None
    target: float
    share: Share | None = None
    count: int | None = None
    cost: LeadCost | None = None
    is_booked: bool = False
    metric: str = ""
    month: date | None = None
    is_month_over: bool = False


@dataclass(frozen=True, slots=True)
class Thanks:
    """Thanks that whoever gets them has agreed to see in the digest: for a step of a post, or for logging leads."""

    to: Member
    by: Member | None
    step: Step | None = None
    post: Post | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows a digest is made of: eight weeks of posts, sixteen of leads, spending of four, and who is who.

    `waits` is how long the leads of the past year took to be booked and shown. `comments` are those of the week and
    those of before that wait, `under` those under the posts, and `within` is how soon they are to be answered.
    """

    outline: Outline
    posts: Sequence[Post]
    figures: Mapping[int, Sequence[Figures]]
    leads: Sequence[Lead]
    in_use: InUse | None
    logged_at: datetime | None
    lines: Mapping[str, Line]
    holders: Mapping[Role, Member]
    opening: Opening
    began_on: date
    waits: Sequence[tuple[Stage, timedelta]] = ()
    spending: Sequence[Spending] = ()
    goal: GoalLine | None = None
    thanks: tuple[Thanks, ...] = ()
    areas: Sequence[str] = ()
    comments: Sequence[Comment] = ()
    under: Sequence[Comment] = ()
    within: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """One week, ready to be put into words."""

    week: Week
    is_over: bool
    places: int
    places_out: int
    beside_out: int
    substitutes: int
    posts: tuple[Told, ...]
    extremes: tuple[Ranked, Ranked] | None
    conversation: Conversation
    talks: Mapping[int, Answering]
    unseen: tuple[Post, ...]
    empty: tuple[Entry, ...]
    without_figures: tuple[Post, ...]
    goal: GoalLine | None
    reading: Reading
    tally: Tally | None
    has_log: bool
    pace: Pace
    booked: Cohort
    shown: Cohort
    speed: Speed | None
    costs: tuple[Cost, ...]
    engagement_weeks: tuple[Weekly, ...]
    lead_weeks: tuple[Weekly, ...]
    verdict: Verdict
    sides: tuple[Side, ...]
    settle: Settle | None
    thanks: tuple[Thanks, ...]
    logged_at: datetime | None
    entered_at: datetime | None
    spent_at: datetime | None
    zone: ZoneInfo
