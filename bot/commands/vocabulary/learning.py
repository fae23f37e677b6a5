"""What can be said about one's learning; `where` is as for steps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenLessonForm:
    """Open the form that asks what I learned."""

    lesson_id: int


@dataclass(frozen=True, slots=True)
class TellLesson:
    """Say that I learned something and, if I like, what, for me or for the team."""

    lesson_id: int
    words: str = ""
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class SkipLesson:
    """Leave my learning out this month, or take that back."""

    lesson_id: int
    where: str = ""
    is_taken_back: bool = False
