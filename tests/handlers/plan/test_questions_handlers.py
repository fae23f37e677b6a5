"""Questions that people ask, as rows: counted together, apart again, one practice beside another."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.commands.vocabulary import (
    AnswerQuestion,
    LogQuestion,
    RemoveIdea,
    SayOtherQuestion,
    SaySameQuestion,
    ShowQuestions,
    SuggestQuestion,
    TakeBackQuestion,
)
from bot.domain.check_up import Part
from bot.domain.errors import NotFound
from bot.domain.outcomes.questions import QuestionNoted
from bot.handlers import ideas, questions, seen_beside
from storage.tables import Idea, Question
from tests.handlers.plan.bright_smile import Practice, found, settle


def note(practice: Practice, words: str, by: str = "ben") -> QuestionNoted:
    return questions.log_question(LogQuestion(words), practice.call(by))


def test_of_other_words_for_the_same_every_hearing_counts_until_they_are_parted(practice: Practice) -> None:
    first = note(practice, "Do you whiten teeth?")
    other = note(practice, "Do you do teeth whitening?", by="sarah")
    assert [each.id for each in other.alike] == [first.tally.question.id]
    answer = AnswerQuestion(other.hearing.question_id, other.hearing.id or 0)
    still = questions.answer_question(answer, practice.call("sarah"))
    assert isinstance(still, QuestionNoted)
    assert still.alike == other.alike, "it can be said later too"
    same = SaySameQuestion(other.hearing.id or 0, first.tally.question.id or 0)
    assert questions.say_same_question(same, practice.call("sarah")).tally.times == 2
    third = note(practice, "do you do teeth whitening", by="sarah")
    assert (third.tally.question.id, third.tally.times) == (first.tally.question.id, 3)
    assert third.became is not None
    told = [(each.kind, each.recipient) for each in practice.owed()]
    assert told == [("question-repeated", practice.people["ben"].user_id)], "whoever noted it last sees it at once"
    back = SaySameQuestion(first.hearing.id or 0, other.hearing.question_id)
    with pytest.raises(NotFound):
        questions.say_same_question(back, practice.call())
    apart = questions.say_other_question(SayOtherQuestion(third.hearing.id or 0), practice.call())
    assert (apart.tally.times, apart.became) == (2, None)


def test_it_becomes_an_idea_once_by_itself_and_again_where_somebody_wants_it(
    practice: Practice, session: Session
) -> None:
    for _ in range(3):
        noted = note(practice, "Do you whiten teeth?")
    assert noted.became is not None
    ideas.remove_idea(RemoveIdea(noted.became.idea.id or 0), practice.call("ben"))
    session.expire_all()  # as another transaction sees it
    assert note(practice, "Do you whiten teeth?").became is None
    question_id = noted.tally.question.id or 0
    assert questions.suggest_question(SuggestQuestion(question_id), practice.call()).became is not None
    assert questions.suggest_question(SuggestQuestion(question_id), practice.call()).became is None
    [idea] = session.exec(select(Idea)).all()
    assert (idea.words, idea.added_by) == ("Do you whiten teeth?", practice.people["ana"].id)


def test_what_is_taken_back_is_gone_and_only_whoever_noted_it_can(practice: Practice, session: Session) -> None:
    noted = note(practice, "Do you whiten teeth?")
    back = TakeBackQuestion(noted.hearing.id or 0)
    with pytest.raises(NotFound):
        questions.take_back_question(back, practice.call("sarah"))
    questions.take_back_question(back, practice.call("ben"))
    session.flush()
    assert not session.exec(select(Question)).all()
    with pytest.raises(NotFound):
        questions.answer_question(AnswerQuestion(noted.hearing.question_id), practice.call())


def test_every_practice_has_its_own_and_answers_are_counted_for_the_check_up(
    practice: Practice, session: Session
) -> None:
    noted = note(practice, "Do you whiten teeth?")
    note(practice, "Do you whiten teeth?", by="sarah")
    practice.later(minutes=30)
    questions.answer_question(AnswerQuestion(noted.hearing.question_id), practice.call("reyes"))
    practice.later(minutes=30)
    shown = questions.show_questions(ShowQuestions(), practice.call())
    assert (shown.answering.heard, shown.answering.answered, shown.answering.minutes) == (2, 2, (30, 30))
    assert seen_beside.seen(practice.scene()).asked == Part(2, 2)
    other = settle(found(session, "T0RIVER"))
    other.later(days=1)
    assert questions.show_questions(ShowQuestions(), other.call()).questions == ()
    with pytest.raises(NotFound):
        questions.answer_question(AnswerQuestion(noted.hearing.question_id, noted.hearing.id or 0), other.call())
    assert note(other, "Do you whiten teeth?").tally.times == 1
    practice.now += timedelta(days=400)
    assert questions.show_questions(ShowQuestions(), practice.call()).questions == ()
