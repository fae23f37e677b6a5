"""Noting what people ask, saying that it was answered, and making an idea of what is asked again and again.

What is asked the third time becomes an idea by itself, once, and from then on is an idea as any other. It refuses to
know who asked: nothing of them is kept.
"""

from collections.abc import Sequence

from bot.commands.months import month_after
from bot.commands.vocabulary import (
    AddIdea,
    AnswerQuestion,
    LogQuestion,
    SayOtherQuestion,
    SaySameQuestion,
    ShowQuestions,
    SuggestQuestion,
    TakeBackQuestion,
)
from bot.domain import question_errors, questions
from bot.domain.answering import open_minutes
from bot.domain.outcomes.ideas import IdeaKept
from bot.domain.outcomes.questions import QuestionNoted, QuestionRepeated, QuestionsShown, QuestionTakenBack
from bot.domain.questions import Tally
from bot.handlers.call import Call, Scene
from bot.handlers.ideas import add_idea
from storage import ideas, members, strategy
from storage import questions as kept
from storage.tables import Delivery, Hearing, Question

KIND = "question-repeated"


def log_question(command: LogQuestion, call: Call) -> QuestionNoted:
    """Note a question; the same words are counted together, words that are only alike are asked about."""
    words = questions.words(command.words, call.today)
    made = Question(workspace_id=call.workspace_id, words=words, fingerprint=questions.fingerprint(words))
    question = kept.take(call.session, call.workspace_id, made)
    hearing = Hearing(
        workspace_id=call.workspace_id,
        question_id=question.id or 0,
        via=command.via,
        heard_at=call.now,
        noted_by=call.member_id,
    )
    call.session.add(hearing)
    return _noted(call, hearing)


def show_questions(command: ShowQuestions, call: Call) -> QuestionsShown:  # noqa: ARG001 - as all handlers
    """Show what people ask, and how soon they are answered."""
    return _shown(call)


def answer_question(command: AnswerQuestion, call: Call) -> QuestionNoted | QuestionsShown:
    """Remember that somebody was answered, and how long the practice was open until then."""
    one = _hearing(call, command.hearing_id) if command.hearing_id else None
    waiting = (one,) if one is not None else _tally(call, command.question_id).waiting
    for hearing in waiting:
        if hearing.answered_at is None:
            hearing.open_minutes = open_minutes(hearing.heard_at, call.now, call.opening, call.zone)
            hearing.answered_at, hearing.answered_by = call.now, call.member_id
    return _noted(call, one, in_place=True) if one is not None else _shown(call, in_place=True)


def say_same_question(command: SaySameQuestion, call: Call) -> QuestionNoted:
    """Count a question with an older one that asks the same."""
    hearing = _hearing(call, command.hearing_id)
    question, into = _question(call, hearing.question_id), _whole(call, command.into_id)
    if into.id == question.id:
        raise question_errors.no_such_question()
    for each in kept.all_of(call.session, call.workspace_id):
        if question.id in (each.id, each.same_as_id):
            each.same_as_id = into.id
    if into.idea_at is None:
        into.idea_id, into.idea_at = into.idea_id or question.idea_id, question.idea_at
    return _noted(call, hearing, in_place=True)


def say_other_question(command: SayOtherQuestion, call: Call) -> QuestionNoted:
    """Count a question by itself again."""
    hearing = _hearing(call, command.hearing_id)
    _question(call, hearing.question_id).same_as_id = None
    return _noted(call, hearing, in_place=True)


def take_back_question(command: TakeBackQuestion, call: Call) -> QuestionTakenBack:
    """Forget that whoever asks heard a question; an idea that was made of it stays."""
    hearing = _hearing(call, command.hearing_id)
    if hearing.noted_by != call.member_id:
        raise question_errors.no_such_question()
    question = _question(call, hearing.question_id)
    call.session.delete(hearing)
    call.session.flush()
    if not kept.is_needed(call.session, call.workspace_id, question.id or 0):
        call.session.delete(question)
    return QuestionTakenBack(question.words)


def suggest_question(command: SuggestQuestion, call: Call) -> QuestionsShown:
    """Make an idea of a question that is none yet."""
    tally = _tally(call, command.question_id)
    return _shown(call, became=_become_idea(call, tally) if tally.idea is None else None, in_place=True)


def compose_question_repeated(scene: Scene, delivery: Delivery) -> QuestionRepeated | None:
    """Tell somebody who noted a question that it became an idea; nothing where that was taken back meanwhile."""
    question = kept.by_id(scene.session, scene.workspace_id, delivery.about["question"])
    idea = ideas.by_id(scene.session, scene.workspace_id, (question and question.idea_id) or 0)
    return QuestionRepeated(question, idea) if question is not None and idea is not None else None


def tallies(scene: Scene) -> tuple[Tally, ...]:
    """Count what people asked within a year."""
    scene.session.flush()
    return questions.tally(
        kept.all_of(scene.session, scene.workspace_id),
        kept.hearings(scene.session, scene.workspace_id, scene.now - questions.COUNTS_FOR),
        kept.ideas(scene.session, scene.workspace_id),
        scene.now,
    )


def _noted(call: Call, hearing: Hearing, *, in_place: bool = False) -> QuestionNoted:
    """Give what is known of what was heard; heard for the first time, it may be another question in other words."""
    question, found = _question(call, hearing.question_id), tallies(call)
    tally = _among(found, question.same_as_id or question.id)
    became = _become_idea(call, tally) if tally.becomes_idea else None
    said = question.words if question.same_as_id else ""
    alike = questions.alike(question, found) if tally.times == 1 else ()
    return QuestionNoted(tally, hearing, said, alike, became, in_place)


def _shown(call: Call, *, became: IdeaKept | None = None, in_place: bool = False) -> QuestionsShown:
    found = tallies(call)
    heard = [hearing for tally in found for hearing in tally.heard]
    written = strategy.newest(call.session, call.workspace_id)
    answering = questions.answering(heard, call.now - questions.RECENT)
    return QuestionsShown(found, answering, written.within if written else "", became, in_place)


def _become_idea(call: Call, tally: Tally) -> IdeaKept:
    """Make an idea of a question for next month, and tell the others who noted it."""
    made = add_idea(AddIdea(tally.question.words, month_after(call.today, 1)), call)
    tally.question.idea_id, tally.question.idea_at = made.idea.id, call.now
    others = {hearing.noted_by for hearing in tally.heard} - {None, call.member_id}
    for member in members.everybody(call.session, call.workspace_id):
        if member.id in others and not member.is_deactivated:
            key = f"{KIND}/{tally.question.id}/{made.idea.id}/{member.id}"
            call.owe(KIND, key, member.user_id, {"question": tally.question.id})
    return made


def _tally(call: Call, question_id: int) -> Tally:
    """Give a question with all that asks the same."""
    return _among(tallies(call), _whole(call, question_id).id)


def _among(found: Sequence[Tally], question_id: int | None) -> Tally:
    tally = next((each for each in found if each.question.id == question_id), None)
    if tally is None:
        raise question_errors.no_such_question()
    return tally


def _whole(call: Call, question_id: int) -> Question:
    question = _question(call, question_id)
    return _question(call, question.same_as_id) if question.same_as_id else question


def _question(call: Call, question_id: int) -> Question:
    question = kept.by_id(call.session, call.workspace_id, question_id)
    if question is None:
        raise question_errors.no_such_question()
    return question


def _hearing(call: Call, hearing_id: int) -> Hearing:
    hearing = kept.hearing(call.session, call.workspace_id, hearing_id)
    if hearing is None:
        raise question_errors.no_such_question()
    return hearing
