"""What can be asked about events."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class AddEvent:
    """Put an event into the plan: its hours, the pictures that somebody is asked to take, and a post after it.

    The post goes out at the moment that is named or, where none is, in the next free place.
    """

    what: str
    on: date
    starts: time
    ends: time
    who: str = ""
    kind: str = ""
    post_on: date | None = None
    post_at: time | None = None


@dataclass(frozen=True, slots=True)
class OpenEventForm:
    """Open the form for a new event, or the one that changes this one."""

    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class OpenEvent:
    """Show an event: its hours, its pictures, its post."""

    event_id: int


@dataclass(frozen=True, slots=True)
class EditEvent:
    """Change what an event is called and when it is; its steps, reminders and, where it has to, its post move along."""

    event_id: int
    what: str
    on: date
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class FinishPictures:
    """Say that there are enough pictures of an event."""

    event_id: int
