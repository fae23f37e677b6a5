"""Minutes: what somebody has of a duty in a week, beside what they agreed to give it.

More than was agreed is said and never forbidden. A step counts in the week in which it is due, done or not. It refuses
to know where the rows come from and how anything is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.duties import OF_TASK
from bot.domain.weeks import Week
from storage.tables import Agreement, Duty, Member, Step

Planned = Mapping[tuple[int, Duty], int]
"""The minutes that each member has of each duty in one week."""


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody has of a duty in a week, in minutes, and what they agreed to give it."""

    member: Member
    duty: Duty
    week: Week
    planned: int
    agreed: int

    @property
    def free(self) -> int:
        """What is left; less than nothing where more is planned than was agreed."""
        return self.agreed - self.planned


def by_duty(rows: Mapping[tuple[int, str], int]) -> Planned:
    """Add minutes up by duty that are given by task; what is part of no duty is left out."""
    found: dict[tuple[int, Duty], int] = {}
    for (member_id, task), minutes in rows.items():
        if task in OF_TASK:
            key = member_id, OF_TASK[task]
            found[key] = found.get(key, 0) + minutes
    return found


def weeks_of(steps: Iterable[Step], zone: ZoneInfo) -> tuple[Week, ...]:
    """Give the weeks in which steps are due, the first first."""
    return tuple(sorted({_week(step, zone) for step in steps}))


def over(
    member: Member,
    steps: Iterable[Step],
    agreements: Iterable[Agreement],
    planned: Mapping[Week, Planned],
    zone: ZoneInfo,
) -> tuple[Load, ...]:
    """Say where more than was agreed comes together, once these steps are all this member's.

    `planned` are the minutes of each week that the steps fall into; those that are this member's already are in it.
    """
    agreed = {agreement.duty: agreement.minutes for agreement in agreements if agreement.member_id == member.id}
    more: dict[tuple[Week, Duty], int] = {}
    for step in steps:
        duty = OF_TASK.get(step.task)
        if duty in agreed and not step.done_at:
            key = _week(step, zone), duty
            more[key] = more.get(key, 0) + (0 if step.owner_id == member.id else step.minutes)
    loads = (
        Load(member, duty, week, planned[week].get((member.id or 0, duty), 0) + minutes, agreed[duty])
        for (week, duty), minutes in more.items()
    )
    return tuple(load for load in loads if load.free < 0)


def _week(step: Step, zone: ZoneInfo) -> Week:
    return Week.of(step.due_at.astimezone(zone).date())
