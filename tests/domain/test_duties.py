"""Who looks after a duty first is decided the same way each time, whatever order people were met in."""

from datetime import UTC, datetime
from itertools import permutations

import pytest

from bot.domain import duties
from bot.domain.errors import Misread
from storage.tables import Agreement, Duty, Member

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def agreed(number: int, interest: int, skill: int, minutes: int) -> tuple[Agreement, Member]:
    member = Member(id=number, workspace_id=1, user_id=f"U{number}", name=str(number), seen_at=NOW)
    return Agreement(
        workspace_id=1, member_id=number, duty=Duty.PHOTO, interest=interest, skill=skill, minutes=minutes
    ), member


def test_interest_then_skill_then_time_decide_in_whatever_order_people_agreed() -> None:
    people = [agreed(1, 2, 3, 90), agreed(2, 3, 1, 10), agreed(3, 2, 3, 120), agreed(4, 2, 3, 90)]
    for order in permutations(people):
        photo = duties.cover(order)[0]
        assert [member.id for _, member in photo.people] == [2, 3, 1, 4]
        assert (photo.holder and photo.holder.id, photo.backup and photo.backup.id) == (2, 3)


def test_every_duty_is_on_the_card_also_without_anybody() -> None:
    card = duties.cover([])
    assert [each.duty for each in card] == list(Duty)
    assert all(each.holder is None and each.backup is None for each in card)


@pytest.mark.parametrize("minutes", [None, 0, -5, 2401])
def test_time_that_is_not_there_is_refused(minutes: int | None) -> None:
    with pytest.raises(Misread, match="minutes a week"):
        duties.check_minutes(minutes)
