"""When the weekly messages go out, and which weeks they tell of: the practice's own day, hours by channel, holidays.

On a day the practice is closed for a holiday nobody reads, so the messages wait for the next day that somebody is in;
in a week that is closed altogether none comes. The first one after that looks back on the last week that was worked. It
refuses to know who is told what.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.weeks import Week
from storage.tables import Workspace

_LAST_EARLY_WEEKDAY = 3
_A_WEEK = timedelta(days=7)
_MOST_WEEKS_CLOSED = 10
"""Longer than any holiday that can be typed."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When and where the weekly messages go out, and since when; `hours` are those of channels with their own."""

    channels: Sequence[str]
    weekday: int
    at: time
    since_at: datetime
    hours: Mapping[str, time] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace, since_at: datetime) -> Self:
        """Give the rhythm of a workspace that is set up since then."""
        hours = {channel: time.fromisoformat(at) for channel, at in workspace.digest_hours.items()}
        return cls(workspace.digest_channels, workspace.digest_weekday, workspace.digest_at, since_at, hours)

    def hour(self, channel: str) -> time:
        """Give the hour of a channel."""
        return self.hours.get(channel, self.at)


@dataclass(frozen=True, slots=True)
class Turn:
    """One digest day: the day the messages really go out, the week they look back on, and the one ahead.

    `meant_on` is the day they would go out on but for a holiday; `looks_back` is whether the practice was there by the
    end of that week.
    """

    meant_on: date
    on: date
    back: Week
    ahead: Week
    looks_back: bool


def turns(rhythm: Rhythm, opening: Opening, now: datetime, zone: ZoneInfo) -> Iterator[Turn]:
    """Give the latest turn and the ones after it, up to the next that takes place and looks back on a week."""
    today = now.astimezone(zone).date()
    on = today - timedelta(days=(today.weekday() - rhythm.weekday) % 7)
    for later in range(_MOST_WEEKS_CLOSED):
        found = _turn(rhythm, opening, on + later * _A_WEEK, zone)
        if found is not None:
            yield found
            if later and found.looks_back:
                return


def next_at(rhythm: Rhythm, opening: Opening, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Give the next moment at which a digest is due in one of its channels."""
    moments = (
        first_instant(turn.on, rhythm.hour(channel), zone)
        for turn in turns(rhythm, opening, now, zone)
        if turn.looks_back
        for channel in rhythm.channels
    )
    return min((at for at in moments if at > now), default=None)


def _turn(rhythm: Rhythm, opening: Opening, on: date, zone: ZoneInfo) -> Turn | None:
    goes_out_on = _day_for(on, opening)
    if goes_out_on is None:
        return None
    this = Week.of(on)
    back = _last_worked(this, opening)
    ahead = this if rhythm.weekday <= _LAST_EARLY_WEEKDAY else this.next()
    return Turn(on, goes_out_on, back, ahead, looks_back=back.next().starts_at(zone) > rhythm.since_at)


def _day_for(on: date, opening: Opening) -> date | None:
    """Give the day itself, or after a holiday the next day somebody is in, before the next digest day."""
    if on not in opening.closed_days or not opening.is_ever_open:
        return on
    days = (on + timedelta(days=later) for later in range(1, 7))
    return next((day for day in days if opening.intervals_on(day)), None)


def _last_worked(this: Week, opening: Opening) -> Week:
    """Give the week before, or the last one before that in which the practice was open on any day."""
    week = this.previous()
    for _ in range(_MOST_WEEKS_CLOSED):
        if any(opening.intervals_on(day) for day in week.days) or not opening.is_ever_open:
            return week
        week = week.previous()
    return this.previous()
