"""What came of thanks, and what the program was worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.budgets import Month
from bot.domain.leads import Tally
from bot.domain.outcomes.course import Aimed
from bot.domain.thanks import Finished
from bot.domain.totals import Total
from bot.domain.verdict import Share
from bot.domain.weeks import Week
from storage.tables import Decision, Member, Post, Step, Thanks


@dataclass(frozen=True, slots=True)
class SponsorTold:
    """The weekly word to the sponsor: two finished things, and who may be thanked for each; `said` holds the thanks."""

    week: Week
    finished: Sequence[Finished]
    people: Mapping[int, Member]
    said: frozenset[tuple[str, str]] = frozenset()
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class ThanksHeard:
    """The private word to somebody who was thanked, with the question whether the digest may tell."""

    thanks: Thanks
    sponsor: Member | None
    step: Step | None
    post: Post | None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class SponsorQuiet:
    """The private word to the lead that nobody was thanked for a while."""

    sponsor: Member
    since_on: date
    thanked: int


@dataclass(frozen=True, slots=True)
class WorthShown:
    """What came of it so far: what went out, what came in, how sure that is, and what it cost.

    `a_week` is over the whole weeks in which leads were logged. `cents` went into ads, `traceable` of them to networks
    that leads can be tracked to, and `from_ads` leads are tracked to those while they were paid.
    """

    since_on: date
    weeks: int
    posts: int
    tally: Tally | None
    a_week: float | None
    tracked: int
    from_ads: int
    booked: Share
    cents: int
    traceable: int
    currency: str
    weeks_to_learn: int | None
    today: date


@dataclass(frozen=True, slots=True)
class MonthPageShown:
    """A month on one page."""

    month: date
    total: Total
    tally: Tally | None
    money: Month
    decided: Sequence[Decision]
    goals: Sequence[Aimed]
    thanks: Sequence[Thanks]
    people: Mapping[int, Member]
    is_over: bool
