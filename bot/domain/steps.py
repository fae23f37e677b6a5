"""The steps of a post: when each is due, reckoned backwards from the publish time, and which are over with the post.

A working day is one on which the practice opens; a step is due at the post's own hour of such a day, pulled back to the
last open moment where nobody is in at that hour. What comes after the post is due from opening time on. The usual ones:

    photo      two working days before        publish    when the post goes out; before the weekend for a weekend post
    caption    one working day before         check      one working day after

Where a post is so soon that this would leave less than an hour of open time, a step is due halfway between now and
the step after it, and where nobody is in until then, together with that one. Only a post that goes out before the
practice opens again has steps outside opening hours: when it goes out. It refuses to know offers and reminders.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.templates import USUAL, Planned, Template
from storage.tables import Step, Task

_SOONEST_MINUTES = 60
_FARTHEST = 400
"""Days to look for a working day: beyond any run of closed days that a plan of one year can hold."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step to be made: what it is and when it is due."""

    task: str
    due_at: datetime


def due_times(
    publish_at: datetime,
    *,
    now: datetime,
    opening: Opening,
    zone: ZoneInfo,
    template: Template = USUAL,
    taken_until: datetime | None = None,
) -> tuple[PlannedStep, ...]:
    """Say when each step of a post is due that goes out at this moment, in the template's order.

    `taken_until` is the end of an event that its pictures are taken at: they are due then, and the rest not before.
    """
    if taken_until is not None:
        rest = tuple(step for step in template if step.task != Task.PHOTO)
        planned = due_times(publish_at, now=max(now, taken_until), opening=opening, zone=zone, template=rest)
        due = {step.task: step.due_at for step in planned} | {Task.PHOTO: taken_until}
        return tuple(PlannedStep(step.task, due[step.task]) for step in template)
    soonest = opening.add_open_time(now, _SOONEST_MINUTES, zone)
    latest = opening.previous_open(publish_at, zone)
    due_at: dict[str, datetime] = {}
    nearest_first = []
    for step in template:
        if step.is_after:
            due_at[step.task] = _after(step, publish_at, opening, zone)
        elif not (step.days or step.hours):
            due_at[step.task] = latest if latest > now else publish_at
        else:
            nearest_first.append((_before(step, publish_at, opening, zone), step.task))
    following = latest if latest > now else publish_at
    for wanted, task in sorted(nearest_first, key=lambda pair: pair[0], reverse=True):
        following = wanted if wanted >= soonest else _halfway(now, following, opening, zone)
        due_at[task] = following
    return tuple(PlannedStep(step.task, due_at[step.task].astimezone(UTC)) for step in template)


def still_to_ask(steps: Sequence[Step]) -> dict[int, list[Step]]:
    """Give the steps that nobody has said yes to, by the member who is thought of."""
    waiting: dict[int, list[Step]] = {}
    for step in steps:
        if step.accepted_at is None and step.done_at is None:
            waiting.setdefault(step.owner_id, []).append(step)
    return waiting


def closed_by_posting(steps: Sequence[Step], publish_at: datetime) -> tuple[Step, ...]:
    """Give the steps that are over once a post is out: all but the check and what else follows it."""
    return tuple(
        step for step in steps if step.done_at is None and step.task != Task.CHECK and step.due_at <= publish_at
    )


def _before(step: Planned, publish_at: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    if step.hours:
        return opening.subtract_open_time(publish_at, step.hours * 60, zone)
    local = publish_at.astimezone(zone)
    on = _working_day(local.date(), -step.days, opening)
    return opening.previous_open(first_instant(on, local.time(), zone), zone)


def _after(step: Planned, publish_at: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    if step.hours:
        return opening.add_open_time(publish_at, -step.hours * 60, zone)
    local = publish_at.astimezone(zone)
    return _check_due_at(local.date(), local.time(), -step.days, opening, zone)


def _halfway(now: datetime, then: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """The middle of the time that is left, at a quarter hour where there is one, otherwise at five minutes."""
    middle = opening.previous_open(now + (then - now) / 2, zone).astimezone(zone)
    for minutes in (15, 5, 1):
        even = middle.replace(minute=middle.minute - middle.minute % minutes, second=0, microsecond=0)
        if even > now and opening.is_open(even):
            return even
    return then


def _check_due_at(on: date, at: time, days: int, opening: Opening, zone: ZoneInfo) -> datetime:
    day = _working_day(on, days, opening)
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
