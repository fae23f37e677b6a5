"""How an event is said wherever it comes up. It refuses to know which message it is for."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.blocks import saying
from bot.blocks.step_phrases import when
from storage.tables import Event

SHOT_LIST = (
    "☐ the place itself, before it gets busy\n"
    "☐ the team, two together, laughing\n"
    "☐ people who agreed to be seen, with a release signed\n"
    "No patients, and no names on badges or papers."
)


def named(event: Event) -> str:
    """Name an event in bold."""
    return f"*{saying.plain(event.what)}*"


def hours(event: Event, zone: ZoneInfo) -> str:
    """Say when an event is: "Sat 28 Nov, 10:00 AM to 2:00 PM"."""
    return f"{saying.moment(event.starts_at, zone)} to {saying.clock(event.ends_at, zone)}"


def agreed_to(event: Event, zone: ZoneInfo) -> str:
    """Say what somebody says yes to with an event's pictures."""
    return (
        f"It's an event: {hours(event, zone)}. While it is on I'd ask for pictures up to three times, in a direct "
        "message, also if the practice is closed then."
    )


def ahead(event: Event, now: datetime, zone: ZoneInfo) -> str:
    """Say to whoever takes its pictures that an event is coming, or on."""
    if event.starts_at <= now < event.ends_at:
        return f"{named(event)} is on until {saying.clock(event.ends_at, zone)}, and its pictures are yours."
    starts = when(event.starts_at, now, zone).replace(" at ", ", ")
    return f"{named(event)} is {starts} to {saying.clock(event.ends_at, zone)}, and its pictures are yours."


def leaving(event: Event, now: datetime, zone: ZoneInfo) -> str:
    """Say what to take along, before somebody leaves for an event."""
    return (
        f"{ahead(event, now, zone)}\nBefore you leave: phone charged, and a few release forms for people who would "
        f"like to be seen. What to look for there:\n{SHOT_LIST}"
    )
