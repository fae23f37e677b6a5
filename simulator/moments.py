"""The words in which a story names a moment: `thursday 10:00`, `tomorrow 9:00`, `2026-11-26 16:00`.

It reads only what a story needs, always in the practice's own zone, and refuses everything else.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(am|pm)?", re.IGNORECASE)


def moment(words: str | datetime, now: datetime, zone: tzinfo) -> datetime:
    """Read a moment after `now`; a weekday means the next such day and time that is still to come.

    Raises:
        ValueError: when the words cannot be read, or the moment has passed.
    """
    if isinstance(words, datetime):
        at = words if words.tzinfo else words.replace(tzinfo=zone)
    else:
        at = _read(words.strip().lower(), now.astimezone(zone), zone)
    if at < now:
        raise ValueError(f"{words!r} has passed: it is {now.astimezone(zone):%A %Y-%m-%d %H:%M}")
    return at


def clock_time(words: str) -> time:
    """Read `9:00`, `16:00`, `4pm` or `4:00 PM`."""
    match = _TIME.fullmatch(words.strip())
    if not match or not (match.group(2) or match.group(3)):
        raise ValueError(f"{words!r} is no time of day; write 16:00 or 4pm")
    hour, half = int(match.group(1)), (match.group(3) or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, int(match.group(2) or 0))


def _read(words: str, here: datetime, zone: tzinfo) -> datetime:
    day, _, rest = words.partition(" ")
    if day in WEEKDAYS:
        at = datetime.combine(
            here.date() + timedelta((WEEKDAYS.index(day) - here.weekday()) % 7), clock_time(rest), zone
        )
        return at if at > here else datetime.combine(at.date() + timedelta(7), at.timetz().replace(tzinfo=None), zone)
    if day in {"today", "tomorrow"}:
        return datetime.combine(here.date() + timedelta(day == "tomorrow"), clock_time(rest), zone)
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return datetime.combine(here.date(), clock_time(words), zone)
    return datetime.combine(on, clock_time(rest), zone)
