"""A check-up: which answers count, what is weakest, what turned, and when the lead is asked."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain import check_up
from bot.domain.check_up import Answer, Cause, Turned
from bot.domain.errors import Misread
from bot.domain.hours import Opening
from bot.domain.practice import DEFAULT_OPENING
from bot.domain.spans import Span

NEW_YORK = ZoneInfo("America/New_York")
YES = dict.fromkeys(Cause, Answer.YES)


def test_every_question_needs_one_of_three_answers() -> None:
    said = {str(cause): "yes" for cause in Cause}
    assert check_up.read(said) == YES
    for wrong in ({**said, "thanks": "maybe"}, {cause: said[cause] for cause in said if cause != "thanks"}):
        with pytest.raises(Misread, match="Yes, partly or not yet") as refused:
            check_up.read(wrong)
        assert refused.value.field == "thanks"


def test_the_weakest_come_first_and_what_is_well_needs_no_next_step() -> None:
    answers = {**YES, Cause.TIME: Answer.PARTLY, Cause.THANKS: Answer.NOT_YET, Cause.INVITING: Answer.NOT_YET}
    assert check_up.weakest(answers) == (Cause.THANKS, Cause.INVITING, Cause.TIME)
    assert check_up.weakest(YES) == ()


def test_what_turned_is_told_both_ways() -> None:
    before = {**YES, Cause.TIME: Answer.NOT_YET, Cause.PLAN: Answer.PARTLY}
    now = {**YES, Cause.TIME: Answer.PARTLY, Cause.PLAN: Answer.NOT_YET}
    assert check_up.turned(before, now) == Turned(further=(Cause.TIME,), less=(Cause.PLAN,))
    assert check_up.turned(now, now) == Turned((), ())


@pytest.mark.parametrize(
    ("quarter", "began_on", "closed", "on"),
    [
        ("2027-Q1", date(2026, 9, 1), [], date(2027, 1, 11)),
        ("2027-Q1", date(2026, 9, 1), [date(2027, 1, 11)], date(2027, 1, 12)),
        ("2027-Q1", date(2026, 9, 1), [date(2027, 1, day) for day in range(11, 16)], date(2027, 1, 18)),
        ("2027-Q1", date(2026, 12, 20), [], date(2027, 1, 18)),
        ("2027-Q1", date(2026, 12, 31), [], None),
        ("2027-Q1", date(2026, 9, 1), [date(2027, 1, day) for day in range(1, 32)], None),
        ("2026-Q4", date(2026, 9, 1), [], date(2026, 10, 12)),
    ],
    ids=["second Monday", "closed that day", "closed that week", "new", "too new", "closed all month", "autumn"],
)
def test_the_lead_is_asked_early_in_a_quarter(
    quarter: str, began_on: date, closed: list[date], on: date | None
) -> None:
    opening = Opening(DEFAULT_OPENING.weekdays, frozenset(closed))
    wanted = on and datetime.combine(on, time(9), NEW_YORK)
    assert check_up.asks_at(Span.parse(quarter), began_on, opening, NEW_YORK) == wanted
