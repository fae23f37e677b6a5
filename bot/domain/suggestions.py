"""Whom to ask for a step, and why: a ranking of those who agreed to its duty, the same each time it is made.

Whoever has time for it that week comes first, then who likes it most. How sure somebody is of it and whether they were
on time before decide only between equals, and are told to nobody. It refuses to know where the rows come from.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.weeks import Week
from bot.domain.workload import Planned
from storage.tables import Agreement, Duty, Member

REMEMBERED_FOR = timedelta(days=90)
"""How somebody was a quarter of a year ago says nothing about them now."""
_NOT_LATE = timedelta(hours=3)
"""Done in the same half-day is on time: people see to a patient first and click afterwards."""
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who could be asked: how gladly they do it, and the minutes they have left for it in a week.

    `needed` are the minutes that it takes.
    """

    member: Member
    duty: Duty
    interest: int
    free: int
    needed: int
    week: Week


@dataclass(frozen=True, slots=True)
class Roster:
    """Who agreed to what, and what they have in one week; who is away then or often late is known here only."""

    week: Week
    agreements: Sequence[tuple[Agreement, Member]]
    planned: Planned
    away: frozenset[int] = frozenset()
    often_late: frozenset[int] = frozenset()

    def rank(self, duty: Duty, needed: int, *, but: Collection[int] = ()) -> tuple[Suggestion, ...]:
        """Give who could be asked for so many minutes of a duty, the best first; nobody who did not agree to it."""
        found = []
        for agreement, member in self.agreements:
            if agreement.duty != duty or member.is_foreign or member.is_bot:
                continue
            if member.id in self.away or member.id in but:
                continue
            free = agreement.minutes - self.planned.get((member.id or 0, duty), 0)
            key = (free < needed, -agreement.interest, member.id in self.often_late, -agreement.skill, -free, member.id)
            found.append((key, Suggestion(member, duty, agreement.interest, free, needed, self.week)))
        return tuple(suggestion for _, suggestion in sorted(found, key=lambda pair: pair[0]))


def often_late(finished: Iterable[tuple[int, datetime, datetime]]) -> frozenset[int]:
    """Say who did more than half of their steps late; whoever did only a few is never among them.

    `finished` holds whose a step was, when it was due, and when it was done.
    """
    counts: dict[int, list[bool]] = {}
    for member_id, due_at, done_at in finished:
        counts.setdefault(member_id, []).append(done_at > due_at + _NOT_LATE)
    return frozenset(
        member_id for member_id, late in counts.items() if len(late) >= _FEWEST and 2 * sum(late) > len(late)
    )
