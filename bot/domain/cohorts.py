"""Leads that are old enough to judge, by the day they came: how many of them are booked by now, how many were shown.

Whoever asked yesterday can't have booked yet, so young leads are left out instead of counted as "no". How old is old
enough is what a practice usually needs until it has booked enough leads to know its own pace. It refuses to know why
anybody did not book.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from bot.domain import leads as enquiries
from bot.domain.verdict import Share
from bot.domain.weeks import Week
from storage.tables import Lead, Stage

USUALLY = {Stage.BOOKED: timedelta(days=14), Stage.SHOWN: timedelta(days=30)}
"""By these ages four out of five bookings and visits are there, where the middle one takes six days and two weeks."""
STRETCH = timedelta(weeks=8)
"""How many days' leads are looked at together; older ones say little about how leads are looked after today."""
LEARNED_FROM = 30
"""So many bookings, or visits, tell a practice's own pace."""
LONGEST = timedelta(weeks=8)
"""A lead that took longer is no news; only leads older than this say how long it takes."""
_SHORTEST = timedelta(days=3)
_BY_THEN = 0.8
_MOST_NEW = 5
"""Where more than a fifth of the leads were never moved on, how far they came is not known."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How old a lead must be before "not booked" and "not shown" say something; `learned` where it is the own pace."""

    ages: tuple[tuple[Stage, timedelta], ...] = tuple(USUALLY.items())
    learned: frozenset[Stage] = frozenset()

    def age(self, stage: Stage) -> timedelta:
        """Give the age for a stage."""
        return dict(self.ages)[stage]


@dataclass(frozen=True, slots=True)
class Cohort:
    """The leads that came from one day to another, all old enough: so many came to the stage, so many are still new."""

    stage: Stage
    first: date
    last: date
    share: Share
    untouched: int

    @property
    def is_known(self) -> bool:
        """Whether there are leads, and somebody looked after nearly all of them."""
        return self.share.whole > 0 and self.untouched * _MOST_NEW <= self.share.whole


def learn(waits: Sequence[tuple[Stage, timedelta]]) -> Pace:
    """Learn a practice's pace from how long single leads took to a stage, leads older than `LONGEST` only."""
    ages, learned = dict(USUALLY), set()
    for stage in USUALLY:
        took = sorted(wait for at, wait in waits if at == stage)
        if len(took) >= LEARNED_FROM:
            ages[stage] = min(max(took[ceil(_BY_THEN * len(took)) - 1], _SHORTEST), LONGEST)
            learned.add(stage)
    return Pace(tuple(ages.items()), frozenset(learned))


def judged_on(week: Week, today: date) -> date:
    """Give the day at whose end the leads of a week are judged: its last one, or the last before it while it runs."""
    return week.days[-1] if week.days[-1] < today else week.previous().days[-1]


def cohort(leads: Iterable[Lead], stage: Stage, until: date, pace: Pace) -> Cohort:
    """Count the leads that are old enough for a stage at the end of a day."""
    last = until - pace.age(stage)
    first = last - STRETCH + timedelta(days=1)
    tally = enquiries.tally(lead for lead in leads if first <= lead.came_on <= last)
    came = tally.booked if stage is Stage.BOOKED else tally.shown
    return Cohort(stage, first, last, Share(came, tally.leads), tally.untouched)
