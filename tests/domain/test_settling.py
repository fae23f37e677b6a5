"""Which question follows from a week, who starts, and by when."""

from datetime import date

import pytest

from bot.domain import settling
from bot.domain.hours import Opening
from bot.domain.settling import ToSettle
from bot.domain.verdict import Says
from bot.domain.weeks import Week
from storage.tables import Role

WEEK = Week(2026, 48)


def opening(*closed):
    return Opening.from_json({"weekdays": ["9:00-17:00"] * 5 + ["", ""], "closed_days": list(closed)})


def settle(says=Says.USUAL, *, is_behind=False, leads=0, closed=()):
    return settling.settle(says, is_behind=is_behind, leads=leads, week=WEEK, opening=opening(*closed))


@pytest.mark.parametrize(
    ("asked", "question", "starts"),
    [
        ({"says": Says.BELOW_GOAL, "is_behind": True}, ToSettle.AUDIENCE_SPEED_OFFER, Role.SALES),
        ({"is_behind": True, "leads": 4}, ToSettle.WHAT_WOULD_HELP, Role.MARKETING),
        ({"says": Says.LOWER, "leads": 4}, ToSettle.WHAT_CALLERS_WANT, Role.SALES),
        ({"says": Says.HIGHER, "leads": 9}, ToSettle.WHAT_TO_KEEP, Role.MARKETING),
        ({"says": Says.MISSING}, ToSettle.WHO_NOTES, Role.SALES),
        ({"leads": 4}, ToSettle.WHAT_PEOPLE_ASKED, Role.SALES),
        ({}, ToSettle.WHO_IS_NEXT, Role.MARKETING),
    ],
)
def test_one_question_follows_from_the_week(asked, question, starts):
    found = settle(**asked)
    assert (found.question, found.starts, found.by) == (question, starts, date(2026, 12, 3))


def test_it_is_settled_on_the_next_day_that_somebody_is_in():
    assert settle(closed=["2026-12-03", "2026-12-04"]).by == date(2026, 12, 7)


def test_a_practice_that_never_opens_still_has_a_day():
    found = settling.settle(Says.USUAL, is_behind=False, leads=0, week=WEEK, opening=Opening(((),) * 7))
    assert found.by == date(2026, 12, 3)
