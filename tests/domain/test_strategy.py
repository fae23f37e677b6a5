"""A strategy on one page: what is refused, what is still open, and what a version changed."""

from datetime import UTC, date, datetime

import pytest

from bot.domain import strategy as page
from bot.domain.errors import Misread
from storage.tables import Member, Strategy

TODAY = date(2026, 11, 23)
SAVED_AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def strategy(**said: object) -> Strategy:
    return Strategy(workspace_id=1, number=1, saved_at=SAVED_AT, **said)


@pytest.mark.parametrize(
    ("part", "words", "why"),
    [
        ("voice", "x" * 501, "501 characters"),
        ("purposes", "Ask Mrs. Miller", "kept nothing"),
        ("ways", "Call 555-010-0199 first", "kept nothing"),
        ("within", "some day", "pick one"),
    ],
)
def test_too_much_and_what_may_point_to_a_patient_is_refused_beside_its_part(part: str, words: str, why: str) -> None:
    with pytest.raises(Misread) as refused:
        page.check({**page.answers(None), part: words}, TODAY)
    assert why in refused.value.sentence
    assert refused.value.field == part


def test_what_is_open_is_named_and_whoever_left_answers_nobody() -> None:
    sarah = Member(workspace_id=1, user_id="U1", name="Sarah", seen_at=SAVED_AT)
    said = strategy(voice="Warm", answerer_id=7)
    assert page.still_open(said, sarah) == ["purposes", "within", "measures"]
    sarah.is_deactivated = True
    assert "answerer" in page.still_open(said, sarah)
    assert page.is_blank(None)
    assert page.is_blank(strategy())
    assert not page.is_blank(strategy(ways="Anything medical goes past the doctor"))


def test_a_version_changed_what_differs_from_the_one_before() -> None:
    first = strategy(voice="Warm", answerer_id=7)
    then = strategy(voice="Warm", within="an-hour")
    assert page.changes(None, first) == {"voice": ("", "Warm"), "answerer": ("", "7")}
    assert page.changes(first, then) == {"answerer": ("7", ""), "within": ("", "an-hour")}
