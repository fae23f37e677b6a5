"""Who looks after which duty, and who steps in: a ranking that is the same each time it is made.

Who likes it most comes first, then who is surest of it, then who has most time, then who was met first. It refuses to
know how anybody agreed.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain import people_errors
from storage.tables import Agreement, Duty, Member, Step, Task

OF_TASK: dict[str, Duty] = {
    Task.PHOTO: Duty.PHOTO,
    Task.GRAPHIC: Duty.PHOTO,
    Task.CAPTION: Duty.WRITING,
    Task.APPROVAL: Duty.APPROVAL,
    Task.PUBLISH: Duty.PUBLISHING,
    Task.CHECK: Duty.FIGURES,
}
"""Which duty a step is part of; one that a practice thought of itself is part of none."""

A_WEEK = dict.fromkeys(Duty, 30) | {Duty.PHOTO: 60, Duty.WRITING: 60}
"""Minutes a week that somebody gives a duty who said nothing else: room for a usual step or two of it."""
LEARNING = 1
"""How sure somebody is of a duty who would like to learn it."""
FIRST_FEW = 3
"""After three looks by somebody else a habit has formed, and a fourth would only be in the way."""
MOST_MINUTES = 2400
"""A working week."""


@dataclass(frozen=True, slots=True)
class Cover:
    """One duty with everybody who agreed to it, the first first."""

    duty: Duty
    people: tuple[tuple[Agreement, Member], ...]

    @property
    def holder(self) -> Member | None:
        """Who looks after it."""
        return self.people[0][1] if self.people else None

    @property
    def backup(self) -> Member | None:
        """Who steps in."""
        return self.people[1][1] if len(self.people) > 1 else None


def cover(agreements: Iterable[tuple[Agreement, Member]]) -> tuple[Cover, ...]:
    """Give every duty, in the order they come in a week, with who agreed to it."""
    ranked = sorted(agreements, key=_rank)
    return tuple(Cover(duty, tuple(pair for pair in ranked if pair[0].duty == duty)) for duty in Duty)


def of_steps(steps: Iterable[Step]) -> tuple[Duty, ...]:
    """Give the duties that steps are part of, each once, in their order."""
    return tuple(dict.fromkeys(OF_TASK[step.task] for step in steps if step.task in OF_TASK))


def longest(steps: Sequence[Step]) -> Step | None:
    """Give the step that takes longest of those that are part of a duty: whom to ask is decided by it."""
    return max((step for step in steps if step.task in OF_TASK), key=lambda step: step.minutes, default=None)


def is_new_to(agreement: Agreement, finished: int) -> bool:
    """Whether what somebody does of a duty is looked over: they would like to learn it, and did few of it so far."""
    return agreement.skill == LEARNING and finished < FIRST_FEW


def buddy(duty: Duty, agreements: Iterable[tuple[Agreement, Member]], *, but: Collection[int]) -> Member | None:
    """Give who looks over what somebody new to a duty does: who is surest of it and not learning it themselves."""
    sure = [pair for pair in agreements if pair[0].duty == duty and pair[0].skill > LEARNING and pair[1].id not in but]
    return min(sure, key=lambda pair: (-pair[0].skill, _rank(pair)))[1] if sure else None


def check_minutes(minutes: int | None) -> int:
    """Give the minutes a week, or refuse none and more than a working week."""
    if minutes is None or not 0 < minutes <= MOST_MINUTES:
        raise people_errors.how_many_minutes()
    return minutes


def _rank(pair: tuple[Agreement, Member]) -> tuple[int, int, int, int]:
    agreement, member = pair
    return -agreement.interest, -agreement.skill, -agreement.minutes, member.id or 0
