"""What came of the time that somebody has for learning."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from storage.tables import Lesson


@dataclass(frozen=True, slots=True)
class LessonSeen:
    """A month's learning as its owner should see it now."""

    lesson: Lesson
    zone: ZoneInfo
    now: datetime
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class LessonFormOpened:
    """The form that asks what somebody learned."""

    lesson: Lesson
