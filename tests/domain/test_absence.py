"""Which statuses say that somebody is away."""

import pytest

from bot.domain.absence import is_out


@pytest.mark.parametrize(
    ("emoji", "words", "expected"),
    [
        (":palm_tree:", "", True),
        (":face_with_thermometer:", "Out sick", True),
        ("", "OOO until Monday", True),
        ("", "out of the office", True),
        ("", "Parental leave", True),
        ("", "Im Urlaub", True),
        ("", "on holiday", True),
        (":spiral_calendar_pad:", "In a meeting", False),
        (":hamburger:", "Lunch", False),
        ("", "Working from home", False),
        ("", "Books about holidays", False),
        ("", "good mood", False),
        ("", "", False),
    ],
)
def test_vacation_and_sickness_are_away_and_lunch_is_not(emoji: str, words: str, expected: bool) -> None:
    assert is_out(emoji, words) is expected
