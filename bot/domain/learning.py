"""When the learning of a month is due, and when its owner hears of it: twice, a week before and on the day.

It refuses to know what anybody learns.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.nudging import A_MOMENT, GRACE, OVERDUE_AFTER
from storage.tables import Lesson

_DAY = 24
"""Late enough to find an hour in the month, early enough to move it once."""
_A_DAY = timedelta(days=1)
_AT_LEAST = timedelta(days=3)
_A_WEEK = timedelta(days=7)


def due_at(today: date, now: datetime, opening: Opening, zone: ZoneInfo) -> datetime | None:
    """Say until when there is time to learn this month: until about the 24th or, where that is near, the month's end.

    It is the closing time of an opening day; None where the month has no time left.
    """
    for day in (today.replace(day=_DAY), following(today) - _A_DAY):
        at = opening.previous_open(first_instant(day + _A_DAY, time.min, zone) - A_MOMENT, zone)
        if at - now >= _AT_LEAST:
            return at
    return None


def moments(lesson: Lesson, opening: Opening, zone: ZoneInfo) -> Iterator[tuple[str, datetime]]:
    """Give the moments at which its owner hears of it, by name, in their order."""
    settled = opening.add_open_time(lesson.made_at, GRACE, zone)
    yield "ahead", max(opening.next_open(lesson.due_at - _A_WEEK, zone), settled)
    yield "due", max(opening.subtract_open_time(lesson.due_at, OVERDUE_AFTER, zone), settled)


def following(today: date) -> date:
    """Give the first day of the month after this one."""
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
