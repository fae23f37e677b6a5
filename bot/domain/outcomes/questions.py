"""What came of noting what people ask: one time that a question was heard, and all of them with how often."""

from dataclasses import dataclass

from bot.domain.answering import Answering
from bot.domain.outcomes.ideas import IdeaKept
from bot.domain.questions import Tally
from storage.tables import Hearing, Idea, Question


@dataclass(frozen=True, slots=True)
class QuestionNoted:
    """A question was noted, or what is known of one that was has changed.

    `said` are its own words where it was counted with another question, "" otherwise; `alike` are questions that may
    ask the same, and `became` is the idea that it became just now.
    """

    tally: Tally
    hearing: Hearing
    said: str
    alike: tuple[Question, ...]
    became: IdeaKept | None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class QuestionTakenBack:
    """One time that a question was heard was taken back by whoever noted it."""

    words: str


@dataclass(frozen=True, slots=True)
class QuestionsShown:
    """What people ask, how soon they are answered, and how soon they are to be by the strategy ("" where it is open).

    `became` is the idea that was made of one just now.
    """

    questions: tuple[Tally, ...]
    answering: Answering
    within: str
    became: IdeaKept | None = None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class QuestionRepeated:
    """Somebody hears that a question they noted too became an idea."""

    question: Question
    idea: Idea


QuestionOutcome = QuestionNoted | QuestionTakenBack | QuestionsShown | QuestionRepeated
"""All that can come of what people ask; `outcomes` has them under this one name."""
