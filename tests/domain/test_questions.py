"""What people ask: which words are kept, which are one question, which are alike, and how it is counted."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import questions
from bot.domain.errors import Misread
from bot.domain.questions import Tally
from storage.tables import Hearing, Question

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


def question(number: int, words: str = "Do you whiten teeth?", same_as: int | None = None) -> Question:
    return Question(id=number, workspace_id=1, words=words, fingerprint=str(number), same_as_id=same_as)


def heard(of: int, days_ago: float = 0, minutes: int | None = None) -> Hearing:
    at = NOW - timedelta(days=days_ago)
    answered_at = at if minutes is not None else None
    return Hearing(workspace_id=1, question_id=of, heard_at=at, answered_at=answered_at, open_minutes=minutes)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "What do people ask?"),
        ("?! …", "What do people ask?"),
        ("x" * 301, "301 characters"),
        ("Mrs. Miller asks about braces", "may point to a patient"),
        ("Can you call 555 123 4567?", "may point to a patient"),
    ],
)
def test_what_is_no_question_or_may_be_a_patient_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Misread, match=why):
        questions.words(typed, TODAY)


def test_the_same_words_are_one_question_however_they_are_written() -> None:
    same = ["Do you whiten teeth?", "do you  WHITEN teeth", "Do you whiten teeth ?!"]
    assert len({questions.fingerprint(each) for each in same}) == 1
    assert questions.fingerprint("Können Sie's bleichen?") == questions.fingerprint("konnen sies bleichen")
    assert questions.fingerprint("Teeth do you whiten?") != questions.fingerprint(same[0])
    assert questions.words("  Do you\n whiten teeth? ", TODAY) == same[0]


@pytest.mark.parametrize(
    ("asked", "is_alike"),
    [
        ("Do you do teeth whitening?", True),
        ("Can I get my teeth whitened for a wedding?", True),
        ("Do you take walk-ins?", False),
        ("Do you straighten teeth?", False),
        ("Do you?", False),
    ],
)
def test_only_what_shares_most_of_its_words_is_offered_as_the_same(asked: str, is_alike: bool) -> None:
    known = Tally(question(1), (heard(1),), ())
    assert bool(questions.alike(question(2, asked), [known])) is is_alike
    assert not questions.alike(question(1), [known]), "never itself"


def test_what_asks_the_same_counts_together_and_waits_for_two_weeks() -> None:
    asked = [question(1), question(2, "Teeth whitening?", same_as=1), question(3, "Do you take walk-ins?"), question(4)]
    hearings = [heard(1, 20), heard(2, 5), heard(3, 4), heard(3, 3, 30), heard(1, 1, 10)]
    first, second = questions.tally(asked, hearings, {}, NOW)
    assert (first.question.id, first.times, [each.question_id for each in first.waiting]) == (1, 3, [2])
    assert (second.question.id, second.times, len(second.waiting)) == (3, 2, 1)
    assert (first.becomes_idea, second.becomes_idea) == (True, False)
    first.question.idea_at = NOW
    assert not first.becomes_idea, "by itself it becomes one once"
    soon = questions.answering(hearings, NOW - timedelta(days=10))
    assert (soon.heard, soon.answered, soon.minutes) == (4, 2, (10, 30))


def test_a_tag_says_where_it_was_asked() -> None:
    assert [questions.via(tags) for tags in ([], ["ig"], ["desk"])] == ["", "instagram", "desk"]
    for tags in (["braces"], ["instagram", "desk"]):
        with pytest.raises(Misread, match="Where was it asked") as refused:
            questions.via(tags)
        assert "#desk, #phone" in (refused.value.hint or "")
