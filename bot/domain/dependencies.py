"""Which step waits for another one of the same post, and when whoever waits is told that it may come late.

Nobody is reminded of what they can't do yet. Where both steps are the same person's they are left to their own order,
except that there is nothing to check before a post is out.
Steps that a practice thought of itself wait for nothing. It refuses to know how a reminder looks.
"""

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from bot.domain import nudging
from bot.domain.hours import Opening
from bot.domain.nudging import Due
from bot.domain.team import Team
from storage.tables import Reminder, Step, Task

NEEDS = {
    Task.APPROVAL: (Task.PHOTO, Task.GRAPHIC, Task.CAPTION),
    Task.PUBLISH: (Task.PHOTO, Task.GRAPHIC, Task.CAPTION, Task.APPROVAL),
    Task.CHECK: (Task.PUBLISH,),
}
"""No approval before picture and words are there, nothing published before that, and no check before it is out."""


def held_up(steps: Iterable[Step]) -> dict[int, Step]:
    """Give, for each step that waits, the first of the steps it waits for; `steps` may be those of several posts."""
    by_post: dict[int, list[Step]] = {}
    for step in steps:
        if step.done_at is None:
            by_post.setdefault(step.post_id, []).append(step)
    return {
        step.id or 0: min(before, key=lambda other: (other.due_at, other.id or 0))
        for of_post in by_post.values()
        for step in of_post
        if (before := _needed(step, of_post))
    }


def of_waiting(step: Step, before: Step, team: Team, opening: Opening, zone: ZoneInfo) -> Sequence[Due]:
    """Tell the owner of a step, once, that what it waits for may come late: from an opening day before it is due on.

    Whoever has both steps knows that already.
    """
    owner = team.reminded_for(step.owner_id)
    is_known = step.owner_id == before.owner_id
    if step.done_at or step.accepted_at is None or owner is None or is_known or not opening.is_ever_open:
        return ()
    late_at = opening.add_open_time(before.due_at, nudging.OVERDUE_AFTER, zone)
    moment_at = max(late_at, nudging.opening_day_before(step.due_at, opening, zone), step.accepted_at)
    return (Due(step.id or 0, owner, Reminder.AT_RISK, step.due_at, opening.next_open(moment_at, zone)),)


def _needed(step: Step, of_post: Iterable[Step]) -> list[Step]:
    needs = NEEDS.get(Task(step.task), ()) if step.task in set(Task) else ()
    whoever = step.task == Task.CHECK
    return [other for other in of_post if other.task in needs and (whoever or other.owner_id != step.owner_id)]
