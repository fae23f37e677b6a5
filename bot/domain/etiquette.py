"""When somebody may be reminded of something: in opening hours, not too often, and not while they ask for quiet.

It gives the moment from which a message may go out, so that nothing is forgotten, only held. It refuses to know what
the message is about and how Slack tells that somebody doesn't want to be disturbed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from storage.tables import Habits, Reminder, Task

MOST_A_DAY = 3
"""More than three interruptions a day by a machine is what makes people mute it."""
_MOST_HOLDS = 60
"""More than a month of quiet days in a row means that nothing will ever go out."""
_A_DAY = timedelta(days=1)
_NO_PREPARING = (Task.APPROVAL, Task.PUBLISH)


class Urgency(IntEnum):
    """How much a reminder wants to be heard; only the highest ever rings."""

    LISTED = 0
    """It is in `/mine` and the App Home for whoever looks."""
    ALONG = 1
    """It comes along with the next message that rings."""
    RINGS = 2
    """It is worth a message of its own."""


def urgency(reminder: Reminder, task: str, *, skips_day_before: bool = False) -> Urgency:
    """Say how much a reminder of such a step wants to be heard.

    The day before, only what has to be prepared rings; looking at how a post did needs no word beforehand.
    """
    if reminder is not Reminder.DAY_BEFORE:
        return Urgency.RINGS
    if skips_day_before or task == Task.CHECK:
        return Urgency.LISTED
    return Urgency.ALONG if task in _NO_PREPARING else Urgency.RINGS


@dataclass(frozen=True, slots=True)
class Manners:
    """What holds for one person: how many messages a day, within which hours, and how many there were already."""

    most_a_day: int = MOST_A_DAY
    skips_day_before: bool = False
    not_before: time | None = None
    not_after: time | None = None
    disturbed_until: datetime | None = None
    nudged_on: date | None = None
    nudged: int = 0

    @classmethod
    def of(cls, habits: Habits | None) -> "Manners":
        """Give what holds for somebody with these habits."""
        if habits is None:
            return AS_USUAL
        return cls(
            habits.most_a_day,
            habits.skips_day_before,
            habits.not_before,
            habits.not_after,
            habits.disturbed_until,
            habits.nudged_on,
            habits.nudged,
        )


AS_USUAL = Manners()


@dataclass(frozen=True, slots=True)
class Etiquette:
    """The opening hours, and what holds for each person with whom something is not as usual."""

    opening: Opening
    zone: ZoneInfo
    manners: Mapping[int, Manners] = field(default_factory=dict)

    def of(self, member_id: int) -> Manners:
        """Give what holds for this person."""
        return self.manners.get(member_id, AS_USUAL)

    def free_at(self, member_id: int, now: datetime) -> datetime | None:
        """Give the first moment, from now on, at which this person may be reminded; None where there is none."""
        return free_at(self.of(member_id), now, self.opening, self.zone)


def free_at(manners: Manners, now: datetime, opening: Opening, zone: ZoneInfo) -> datetime | None:
    """Give the first moment, from now on, at which somebody may be reminded; None where there is none."""
    at = now
    for _ in range(_MOST_HOLDS):
        later = _not_before(manners, at, opening, zone)
        if later <= at:
            return at
        at = later
    return None


def leaves_time(not_before: time | None, not_after: time | None, opening: Opening) -> bool:
    """Whether the practice is ever open between these two times of a day."""
    first, last = not_before or time.min, not_after or time.max
    return any(opens < last and first < closes for day in opening.weekdays for opens, closes in day if first < last)


def is_last_today(manners: Manners, now: datetime, zone: ZoneInfo) -> bool:
    """Whether somebody has had as many messages today as they may."""
    return manners.nudged_on == now.astimezone(zone).date() and manners.nudged >= manners.most_a_day


def next_day(at: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """Give the start of the next opening day."""
    return opening.next_open(first_instant(at.astimezone(zone).date() + _A_DAY, time.min, zone), zone)


def _not_before(manners: Manners, at: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """Give the moment until which the first thing that forbids this one does so; where nothing does, the moment."""
    opens = opening.next_open(at, zone)
    local = at.astimezone(zone)
    if opens > at:
        return opens
    if manners.disturbed_until is not None and at < manners.disturbed_until:
        return manners.disturbed_until
    if manners.not_before is not None and local.time() < manners.not_before:
        return first_instant(local.date(), manners.not_before, zone)
    if manners.not_after is not None and local.time() > manners.not_after:
        return next_day(at, opening, zone)
    if is_last_today(manners, at, zone):
        return next_day(at, opening, zone)
    return at
