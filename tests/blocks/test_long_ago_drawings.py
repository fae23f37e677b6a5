"""What lies long ago is said so that nobody takes it for lately."""

from datetime import UTC, date, datetime

import pytest

from bot.blocks import comment_phrases, lead_phrases
from bot.domain.answering import Answering
from bot.domain.comments import Conversation
from storage.tables import Lead

CAME = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (CAME, "today"),
        (date(2027, 1, 11), "Tue 24 Nov"),
        (date(2027, 5, 25), "Tue 24 Nov"),
        (date(2027, 5, 26), "Tue 24 Nov 2026"),
        (date(2028, 8, 14), "Tue 24 Nov 2026"),
    ],
)
def test_a_lead_of_long_ago_is_told_with_its_year(today: date, said: str) -> None:
    lead = Lead(workspace_id=1, number=1, came_on=CAME, logged_at=datetime(2026, 11, 24, 15, tzinfo=UTC))
    assert lead_phrases.came(lead, today) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(90, "1 h 30 min"), (6_000, "100 h"), (6_001, "more than 100 h"), (215_271, "more than 100 h")],
)
def test_a_comment_that_waits_for_weeks_is_not_counted_out(minutes: int, said: str) -> None:
    told = comment_phrases.conversation(Conversation(1, minutes, Answering(1, 0, ()), 0, 0, ""))
    assert told == (
        f"*1 comment waits for an answer*, the oldest for {said} of opening hours; the aim is the same day or the next "
        "morning."
    )
