"""How soon people are answered: open minutes, those begun counted, and what is known of all answers together."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.answering import Answering, open_minutes
from bot.domain.hours import Opening
from bot.domain.practice import DEFAULT_OPENING

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "minutes"),
    [
        (datetime(2026, 11, 23, 9, 40, 1, tzinfo=ZONE), 20),
        (datetime(2026, 11, 20, 16, 30, tzinfo=ZONE), 150),
        (datetime(2026, 11, 23, 10, tzinfo=ZONE), 0),
    ],
    ids=["begun minutes count", "over a weekend", "at once"],
)
def test_how_soon_is_counted_in_opening_hours(at: datetime, minutes: int) -> None:
    assert open_minutes(at.astimezone(UTC), NOW, DEFAULT_OPENING, ZONE) == minutes
    assert open_minutes(at.astimezone(UTC), NOW, Opening(((),) * 7), ZONE) is None


def test_what_is_not_known_counts_as_heard_and_not_as_soon() -> None:
    told = Answering.of([30, None, 10, None], answered=3)
    assert (told.heard, told.answered, told.minutes) == (4, 3, (10, 30))
