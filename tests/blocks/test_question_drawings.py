"""What people ask is drawn within Slack's limits, and how soon they are answered as so few or so many answers allow."""

from datetime import UTC, datetime

import pytest

from bot.blocks.questions import draw_questions_shown
from bot.domain.outcomes.questions import QuestionsShown
from bot.domain.questions import Answering, Tally
from simulator import drawing
from storage.tables import Hearing, Question

AT = datetime(2026, 11, 23, 15, tzinfo=UTC)


def tally(number: int, words: str, *, waits: bool) -> Tally:
    heard = Hearing(workspace_id=1, question_id=number, via="x", heard_at=AT)
    return Tally(Question(id=number, workspace_id=1, words=words), (heard,), (heard,) if waits else ())


@pytest.mark.parametrize(
    ("minutes", "within", "line"),
    [
        ((), "", "Answered in the last 12 weeks: none of 12."),
        ((0, 50), "an-hour", "2 of 12, after less than 1 min and 50 min of opening hours. Your strategy says"),
        ((5, 10, 20, 30, 40, 60, 90, 120, 300), "", "half of them within 40 min of opening hours (in"),
    ],
    ids=["none", "few", "enough"],
)  # fmt: skip
def test_how_soon_is_told_one_by_one_or_by_the_middle_with_its_range(minutes, within, line):
    """How soon the middle of nine answers is, the fifth, and that its range stands beside it."""
    shown = QuestionsShown((tally(1, "Open?", waits=True),), Answering(12, len(minutes), minutes), within)
    assert line in drawing.text({"blocks": draw_questions_shown(shown).blocks})


def test_as_many_and_as_long_as_there_can_be_fit_into_a_message_and_ping_nobody():
    some = tuple(tally(each, "<!channel> *&" + "<" * 280, waits=each % 2 == 0) for each in range(60))
    drawn = draw_questions_shown(QuestionsShown(some, Answering(60, 0, ()), "")).blocks
    assert len(drawn) <= 50
    assert "and 20 more" in drawing.text({"blocks": drawn})
    assert "<!channel>" not in str(drawn)
