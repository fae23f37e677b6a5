"""Once a month there is time to learn: until about the 24th, in opening hours, with a word before and one then."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain import learning
from bot.domain.hours import Opening
from storage.tables import Lesson

ZONE = ZoneInfo("America/New_York")
OPENING = Opening.from_json({"weekdays": ["9:00-17:00"] * 5 + ["", ""], "closed_days": ["2026-11-24"]})


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (at(10, 1), at(10, 23, 17)),  # the 24th is a Saturday
        (at(12, 1), at(12, 24, 17)),
        (at(11, 3), at(11, 23, 17)),  # the 24th is closed
        (at(11, 20, 16), at(11, 23, 17)),
        (at(11, 20, 18), at(11, 30, 17)),  # too near: the end of the month
        (at(11, 28), None),
    ],
)
def test_learning_is_due_at_the_end_of_an_opening_day(now: datetime, due: datetime | None) -> None:
    assert learning.due_at(now.astimezone(ZONE).date(), now, OPENING, ZONE) == due


def test_its_owner_hears_of_it_a_week_before_and_on_the_day_and_never_in_the_moment_they_agree() -> None:
    lesson = Lesson(
        workspace_id=1, member_id=1, month=date(2026, 12, 1), minutes=60, made_at=at(12, 1), due_at=at(12, 24, 17)
    )
    assert list(learning.moments(lesson, OPENING, ZONE)) == [("ahead", at(12, 17, 17)), ("due", at(12, 24, 15))]
    lesson.made_at = at(12, 18, 10)
    assert next(learning.moments(lesson, OPENING, ZONE)) == ("ahead", at(12, 18, 11))


def test_december_is_followed_by_january() -> None:
    assert learning.following(date(2026, 12, 31)) == date(2027, 1, 1)
