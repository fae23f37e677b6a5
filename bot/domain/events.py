"""What an event asks for: its hours, the moments at which pictures are asked for, and when its post goes out.

Whoever takes the pictures agreed to be reminded while the event is on, whether or not the practice is open then, and at
no other time outside opening hours. Rows in, decisions out; it refuses to know how a reminder looks.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import event_errors, misreadings, posts
from bot.domain.etiquette import next_day
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.outline import Turn
from storage.tables import Event, Step, Task

ENOUGH = 3
"""The place, the team, and people who agreed to be seen: a post can be made of that."""
LONGEST_NAME = 120
"""What an event is called fits into a line."""
LEAVING_MINUTES = 60
"""The last open hour before an event: still time to charge a phone and print forms."""
READY_MINUTES = 120
"""Two open hours after an event: enough to choose a picture and write two sentences."""
_BEFORE_END = timedelta(minutes=15)
_SHORT = timedelta(minutes=45)
_LONGEST = timedelta(hours=18)
_SOON = timedelta(days=7)
_A_YEAR = timedelta(days=366)


class Ping(StrEnum):
    """When pictures are asked for while an event is on."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


def hours(on: date, starts: time, ends: time, *, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Give the instants between which an event is on; it may have begun, but not be over.

    Raises:
        Misread: it ends before it begins, lasts too long, is over or too far away, or clocks change in it.
    """
    starts_at, ends_at = (posts.instant(on, at, zone, field="starts") for at in (starts, ends))
    if ends_at <= starts_at:
        raise event_errors.ends_first(starts, ends)
    if ends_at - starts_at > _LONGEST:
        raise event_errors.too_long()
    if ends_at <= now:
        raise misreadings.past(on, ends).beside("on")
    if on - now.astimezone(zone).date() > _A_YEAR:
        raise misreadings.too_far(on).beside("on")
    return starts_at, ends_at


def pings(event: Event) -> tuple[tuple[Ping, datetime, datetime], ...]:
    """Give the moments at which pictures are asked for, each with the one until which that is worth it.

    A short event is asked about less often: once in three quarters of an hour is plenty.
    """
    lasts = event.ends_at - event.starts_at
    moments = [(Ping.START, event.starts_at)]
    if lasts > 2 * _SHORT:
        moments.append((Ping.MIDDLE, event.starts_at + lasts / 2))
    if lasts > _SHORT:
        moments.append((Ping.END, event.ends_at - _BEFORE_END))
    untils = [*(at for _, at in moments[1:]), event.ends_at]
    return tuple((ping, at, until) for (ping, at), until in zip(moments, untils, strict=True))


def picture_step(steps: Iterable[Step]) -> Step | None:
    """Give, of the steps of an event's post, that of taking the pictures."""
    return next((step for step in steps if step.task == Task.PHOTO), None)


def wants_pictures(event: Event, step: Step, count: int, now: datetime) -> bool:
    """Whether somebody is still asked for pictures: they said yes, it is on, and there are not enough yet."""
    is_done_by_hand = step.done_at is not None and count == 0
    is_on = event.starts_at <= now < event.ends_at
    return is_on and step.accepted_at is not None and event.done_at is None and not is_done_by_hand and count < ENOUGH


def leaving_at(event: Event, opening: Opening, zone: ZoneInfo) -> datetime:
    """Give the moment of the last word before somebody leaves for an event, an open hour ahead of it."""
    return opening.subtract_open_time(event.starts_at, LEAVING_MINUTES, zone)


def ready_at(ends_at: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """Give the first moment at which a post about an event can go out."""
    return opening.add_open_time(ends_at, READY_MINUTES, zone) if opening.is_ever_open else ends_at


def place_after(turns: Iterable[Turn], ends_at: datetime, opening: Opening, zone: ZoneInfo) -> Turn | None:
    """Give the next of these free places, within a week, that a post about an event can fill."""
    ready, soon = ready_at(ends_at, opening, zone), ends_at + _SOON
    found = [(first_instant(turn.on, turn.at, zone), turn) for turn in turns]
    return next((turn for at, turn in sorted(found, key=lambda pair: pair[0]) if ready <= at <= soon), None)


def moment_after(ends_at: datetime, opening: Opening, zone: ZoneInfo) -> tuple[date, time]:
    """Give the day and hour of a post about an event where no place is free: the next opening day, after a while."""
    if not opening.is_ever_open:
        local = (ends_at + timedelta(days=1)).astimezone(zone)
    else:
        opens_at = next_day(ends_at, opening, zone)
        local = opening.add_open_time(opens_at, READY_MINUTES, zone).astimezone(zone)
    return local.date(), local.time().replace(second=0, microsecond=0)
