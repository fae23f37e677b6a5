"""The steps of a post: who is thought of for each, and when each is due, reckoned backwards from the publish time.

A working day is one on which the practice opens; a step is due at the post's own hour of such a day, pulled back to the
last open moment where nobody is in at that hour.

    photo      two working days before        publish    when the post goes out; before the weekend for a weekend post
    caption    one working day before         check      one working day after, from opening time on

Where a post is so soon that this would leave less than an hour of open time, a step is due halfway between now and
the step after it, and where nobody is in until then, together with that one. Only a post that goes out before the
practice opens again has steps outside opening hours: when it goes out. It refuses to know offers and reminders.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from storage.tables import Step, Task

TASKS = (Task.PHOTO, Task.CAPTION, Task.PUBLISH, Task.CHECK)
_SOONEST_MINUTES = 60
_FARTHEST = 400
"""Days to look for a working day: beyond any run of closed days that a plan of one year can hold."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step to be made: what it is and when it is due."""

    task: Task
    due_at: datetime


def due_times(publish_at: datetime, *, now: datetime, opening: Opening, zone: ZoneInfo) -> tuple[PlannedStep, ...]:
    """Say when each step of a post is due that goes out at this moment."""
    local = publish_at.astimezone(zone)
    soonest = opening.add_open_time(now, _SOONEST_MINUTES, zone)
    latest = opening.previous_open(publish_at, zone)
    due_at = {Task.PUBLISH: latest if latest > now else publish_at}
    for task, days, after in ((Task.CAPTION, 1, Task.PUBLISH), (Task.PHOTO, 2, Task.CAPTION)):
        on = _working_day(local.date(), -days, opening)
        wanted = opening.previous_open(first_instant(on, local.time(), zone), zone)
        due_at[task] = wanted if wanted >= soonest else _halfway(now, due_at[after], opening, zone)
    due_at[Task.CHECK] = _check_due_at(local.date(), local.time(), opening, zone)
    return tuple(PlannedStep(task, due_at[task].astimezone(UTC)) for task in TASKS)


def owner_ids(
    *, assignee_id: int | None, adder_id: int, lead_id: int, usual: Mapping[str, int] = MappingProxyType({})
) -> Mapping[Task, int]:
    """Say who is thought of for each step: the assignee for the photo, or who adds the post; the lead for the rest.

    Where the outline names who is usually asked, it is they, but for a photo that somebody was named for.
    """
    rest = {task: usual.get(task, lead_id) for task in (Task.CAPTION, Task.PUBLISH, Task.CHECK)}
    return {Task.PHOTO: assignee_id or usual.get(Task.PHOTO, adder_id), **rest}


def still_to_ask(steps: Sequence[Step]) -> dict[int, list[Step]]:
    """Give the steps that nobody has said yes to, by the member who is thought of."""
    waiting: dict[int, list[Step]] = {}
    for step in steps:
        if step.accepted_at is None and step.done_at is None:
            waiting.setdefault(step.owner_id, []).append(step)
    return waiting


def closed_by_posting(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Give the steps that are over once a post is out: all but the check that follows it."""
    return tuple(step for step in steps if step.done_at is None and step.task != Task.CHECK)


def _halfway(now: datetime, then: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    middle = opening.previous_open(now + (then - now) / 2, zone).replace(second=0, microsecond=0)
    return middle if middle > now else then


def _check_due_at(on: date, at: time, opening: Opening, zone: ZoneInfo) -> datetime:
    day = _working_day(on, 1, opening)
    closes = opening.close_of(day)
    wanted = first_instant(day, min(at, closes) if closes else at, zone)
    return opening.next_open(wanted, zone).astimezone(UTC)


def _working_day(on: date, count: int, opening: Opening) -> date:
    """Count working days from this day on, or back; the day itself is never counted."""
    step = timedelta(days=1 if count > 0 else -1)
    day, left = on, abs(count)
    for _ in range(_FARTHEST):
        if left == 0:
            break
        day += step
        left -= bool(opening.intervals_on(day))
    return day
