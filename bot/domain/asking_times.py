"""When people are asked about numbers: on which workday, and at which hour of it. It refuses to know what is asked."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.weeks import Week

USEFUL_FOR = timedelta(days=2)
"""After an outage a question about open leads is still worth asking for so long."""
_AFTER_OPENING = 60
"""Minutes: whoever has just opened has other things to do."""
_BEFORE_CLOSING = 120
"""Minutes: late enough that the day's posts are out, early enough to answer."""
_A_DAY = timedelta(days=1)
_A_MOMENT = timedelta(seconds=1)


def workday_of(week: Week, weekday: int, opening: Opening) -> date | None:
    """Give that weekday or, where the practice is closed then, the open day before it, or else after it; or None."""
    days = [day for day in week.days if opening.intervals_on(day)]
    earlier = [day for day in days if day <= week.days[weekday]]
    return earlier[-1] if earlier else next(iter(days), None)


def workday_before(at: datetime, opening: Opening, zone: ZoneInfo) -> date:
    """Give the last open day before the local day of a moment."""
    midnight = first_instant(at.astimezone(zone).date(), time.min, zone)
    return opening.previous_open(midnight - _A_MOMENT, zone).astimezone(zone).date()


def morning_of(day: date, opening: Opening, zone: ZoneInfo) -> datetime:
    """Give the moment an open hour after the practice opens."""
    return opening.add_open_time(first_instant(day, time.min, zone), _AFTER_OPENING, zone)


def afternoon_of(day: date, opening: Opening, zone: ZoneInfo) -> datetime:
    """Give the moment two open hours before the practice closes, or when it opens where that is later."""
    opens = opening.next_open(first_instant(day, time.min, zone), zone)
    closes = opening.previous_open(first_instant(day + _A_DAY, time.min, zone) - _A_MOMENT, zone)
    return max(opens, opening.subtract_open_time(closes, _BEFORE_CLOSING, zone))
