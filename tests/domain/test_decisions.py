"""Decisions: the day to look again comes from the counts, and what came since is set beside as many weeks before."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import decisions
from bot.domain.decisions import Expects, Pace, Since
from bot.domain.errors import Misread
from bot.domain.verdict import Share, stretch
from bot.domain.weeks import Week
from storage.tables import Decision, Lead

TODAY = date(2026, 11, 27)
LAST = Week(2026, 47)
NOW = datetime(2026, 11, 27, 15, tzinfo=UTC)


def a_decision(**otherwise: object) -> Decision:
    values = {"number": 1, "week": "2026-W42", "change": "Answer within the hour", "expects": "leads", "made_at": NOW}
    return Decision(workspace_id=1, **{**values, **otherwise})


def leads_in(week: Week, many: int, booked: int = 0) -> list[Lead]:
    at = datetime(week.monday.year, week.monday.month, week.monday.day, 16, tzinfo=UTC)
    return [
        Lead(
            workspace_id=1,
            number=n,
            said="phone",
            came_on=week.monday,
            logged_at=at,
            booked_at=at if n < booked else None,
        )
        for n in range(many)
    ]


@pytest.mark.parametrize(
    ("a_week", "factor", "weeks"), [(5, 200, 5), (5, 150, 16), (3, 200, 8), (3, 150, 26), (10, 200, 3), (10, 150, 8)]
)
def test_it_takes_as_long_to_learn_as_the_table_says(a_week: int, factor: int, weeks: int) -> None:
    """The table of 80 % power for equal windows before and after."""
    assert decisions.pace(dict.fromkeys(stretch(LAST, 12), a_week), factor) == Pace(a_week, weeks)


def test_weeks_that_nobody_knows_say_nothing_about_the_pace() -> None:
    assert decisions.pace(dict.fromkeys(stretch(LAST, 12)), 200) == Pace(None, None)
    known: dict[Week, int | None] = {**dict.fromkeys(stretch(LAST, 12)), LAST: 5}
    assert decisions.pace(known, 200) == Pace(5, 5)


@pytest.mark.parametrize(
    ("expects", "pace", "weeks"),
    [
        (Expects.LEADS, Pace(5, 5), 5),
        (Expects.LEADS, Pace(0.5, None), decisions.MOST_WEEKS),
        (Expects.LEADS, Pace(None, None), decisions.USUAL_WEEKS),
        (Expects.ENGAGEMENT, Pace(5, 16), decisions.USUAL_WEEKS),
    ],
)
def test_the_day_to_look_again_is_a_monday_after_the_weeks_it_takes(expects: Expects, pace: Pace, weeks: int) -> None:
    proposed = decisions.propose_review(TODAY, expects, pace)
    assert proposed == date(2026, 11, 30) + timedelta(weeks=weeks)
    assert not decisions.is_early(proposed, TODAY, expects, pace)


def test_a_day_before_the_counts_can_tell_is_early_and_only_where_counts_matter() -> None:
    assert decisions.is_early(date(2026, 12, 7), TODAY, Expects.LEADS, Pace(5, 5))
    assert not decisions.is_early(date(2026, 12, 7), TODAY, Expects.ELSE, Pace(5, 5))


@pytest.mark.parametrize("day", [TODAY, date(2028, 1, 1)])
def test_a_day_that_is_not_ahead_is_refused(day: date) -> None:
    with pytest.raises(Misread):
        decisions.check_review(day, TODAY)


def test_what_came_since_is_set_beside_as_many_weeks_before() -> None:
    came = {week: leads_in(week, 6 if week > Week(2026, 42) else 2) for week in stretch(LAST, 20)}
    assert decisions.since(a_decision(), came, LAST) == Since(5, before=10, after=30, is_likely_real=True)
    few = {week: leads_in(week, 3 if week > Week(2026, 42) else 2) for week in stretch(LAST, 20)}
    found = decisions.since(a_decision(), few, LAST)
    assert found is not None
    assert not found.is_likely_real


def test_bookings_are_judged_by_leads_that_are_old_enough() -> None:
    came = {week: leads_in(week, 4, booked=4 if week > Week(2026, 42) else 0) for week in stretch(LAST, 20)}
    found = decisions.since(a_decision(expects="booked"), came, LAST)
    assert found == Since(5, before=20, after=20, is_likely_real=True, booked=(Share(0, 20), Share(12, 12)))


@pytest.mark.parametrize("unknown", [Week(2026, 44), Week(2026, 40)])
def test_a_week_that_nobody_knows_leaves_the_question_open(unknown: Week) -> None:
    came: dict[Week, list[Lead] | None] = {week: leads_in(week, 3) for week in stretch(LAST, 20)}
    assert decisions.since(a_decision(), {**came, unknown: None}, LAST) is None


def test_nothing_is_said_before_a_whole_week_has_passed_or_without_as_many_weeks_before() -> None:
    came = {week: leads_in(week, 3) for week in stretch(LAST, 6)}
    assert decisions.since(a_decision(week=str(LAST)), came, LAST) is None
    assert decisions.since(a_decision(week="2026-W43"), came, LAST) is None


@pytest.mark.parametrize(("review_on", "is_up"), [("2026-11-29", True), ("2026-11-22", True), ("2026-11-30", False)])
def test_a_decision_is_brought_up_by_the_digest_that_is_read_in_its_week(review_on: str, *, is_up: bool) -> None:
    due = a_decision(review_on=date.fromisoformat(review_on))
    assert decisions.is_up_for_review(due, LAST) is is_up
    assert not decisions.is_up_for_review(a_decision(review_on=due.review_on, reviewed_at=NOW), LAST)


def test_weeks_without_a_decision_are_named() -> None:
    decided = [a_decision(week="2026-W46", change=""), a_decision(week="2026-W44")]
    assert decisions.weeks_without(decided, Week(2026, 44), LAST) == [Week(2026, 45), LAST]
