"""What can be asked about the questions that people outside ask; a hearing is one time that somebody noted one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogQuestion:
    """Note that a question was asked, and where."""

    words: str
    via: str = ""


@dataclass(frozen=True, slots=True)
class ShowQuestions:
    """Show which questions wait for an answer, which are asked most, and how soon people are answered."""


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Say that a question was answered: the one time that is named or, where none is, each that waits."""

    question_id: int
    hearing_id: int = 0


@dataclass(frozen=True, slots=True)
class SaySameQuestion:
    """Count what was heard, and all in its words, with another question that asks the same."""

    hearing_id: int
    into_id: int


@dataclass(frozen=True, slots=True)
class SayOtherQuestion:
    """Count what was heard, and all in its words, as a question of its own again."""

    hearing_id: int


@dataclass(frozen=True, slots=True)
class TakeBackQuestion:
    """Take back that one heard a question."""

    hearing_id: int


@dataclass(frozen=True, slots=True)
class SuggestQuestion:
    """Make an idea of a question."""

    question_id: int
