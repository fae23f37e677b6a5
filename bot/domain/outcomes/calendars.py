"""What came of asking for calendars, and what is in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from storage.tables import Event, Lesson, Post, Step


@dataclass(frozen=True, slots=True)
class CalendarsShown:
    """The addresses of a member's calendars, by what each covers; none where calendars can't be read from outside."""

    addresses: Mapping[str, str]
    renewed: str = ""
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What a calendar program reads: posts that go out, or steps and learning that wait for a member, and events."""

    name: str
    team_id: str
    covers: str
    zone: ZoneInfo
    posts: Mapping[int, Post]
    steps: Sequence[Step]
    events: Sequence[Event] = ()
    lesson: Lesson | None = None
