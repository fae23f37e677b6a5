"""Which of the fixed sentences a run of weeks allows."""

import pytest

from bot.domain.evidence import Signal
from bot.domain.verdict import Says, Share, judge, stretch
from bot.domain.weeks import Week

WEEK = Week(2026, 48)
LONG_AGO = Week(2026, 1)


def judged(counts, *, since=LONG_AGO, is_over=True, **more):
    weeks = stretch(WEEK, len(counts))
    return judge(dict(zip(weeks, counts, strict=True)), WEEK, since=since, is_over=is_over, **more)


@pytest.mark.parametrize(
    ("last_four", "says"),
    [
        ([3, 2, 3, 2], Says.LOWER),
        ([3, 3, 3, 2], Says.USUAL),
        ([0, 0, 5, 6], Says.USUAL),
        ([8, 8, 8, 7], Says.USUAL),
        ([8, 8, 8, 8], Says.HIGHER),
    ],
)
def test_four_weeks_after_twelve_at_five_a_week(last_four, says):
    assert judged([5] * 12 + last_four).says is says


def test_the_verdict_carries_what_would_mean_something():
    found = judged([5] * 16)
    assert (found.recent, found.usual, found.signal) == (20, 20, Signal(10, 32))


def test_doubling_from_two_to_four_in_a_week_is_the_usual_range():
    assert judged([2] * 15 + [4]).says is Says.USUAL


def test_seven_weeks_are_too_few_to_compare():
    found = judged([None] * 9 + [5] * 7, since=Week(2026, 42))
    assert (found.says, found.known) == (Says.TOO_EARLY, 7)


def test_eight_weeks_are_enough():
    assert judged([None] * 8 + [5] * 8, since=Week(2026, 41)).says is Says.USUAL


def test_a_recent_week_that_nobody_knows_is_never_taken_for_zero():
    found = judged([5] * 14 + [None, 5])
    assert (found.says, found.missing) == (Says.MISSING, (Week(2026, 47),))


def test_an_older_week_that_nobody_knows_is_left_out():
    found = judged([5, 5, None, 5, 5, None, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5])
    assert (found.says, found.known, found.usual) == (Says.USUAL, 14, 20)


def test_a_week_that_still_runs_is_not_judged():
    assert judged([5] * 12 + [20] * 4, is_over=False).says is Says.STILL_RUNNING


def test_a_practice_that_never_logs_a_lead_is_told_so_after_eight_weeks():
    nothing = [None] * 16
    assert judged(nothing, since=Week(2026, 45)).says is Says.TOO_EARLY
    assert judged(nothing, since=Week(2026, 41)).says is Says.MISSING


def test_weeks_that_are_known_to_be_zero_are_a_usual_range_too():
    found = judged([0] * 16)
    assert (found.says, found.signal) == (Says.USUAL, Signal(None, 3))


@pytest.mark.parametrize(
    ("booked", "says"),
    [
        (Share(1, 20), Says.BELOW_GOAL),
        (Share(3, 20), Says.GOAL_OPEN),
        (Share(0, 5), Says.GOAL_OPEN),
        (Share(6, 20), Says.USUAL),
        (Share(0, 0), Says.USUAL),
    ],
)
def test_one_booked_of_twenty_is_below_a_goal_and_three_are_too_early(booked, says):
    assert judged([5] * 16, booked=booked, goal=0.3).says is says


def test_below_a_goal_it_is_said_how_few_would_mean_something():
    found = judged([5] * 16, booked=Share(3, 20), goal=0.3)
    assert (found.booked, found.goal, found.short) == (Share(3, 20), 0.3, 2)


def test_a_change_in_leads_goes_before_a_goal_that_cannot_be_judged_yet():
    assert judged([5] * 12 + [9] * 4, booked=Share(3, 20), goal=0.3).says is Says.HIGHER
    assert judged([5] * 12 + [9] * 4, booked=Share(1, 20), goal=0.3).says is Says.BELOW_GOAL


def test_where_nobody_says_how_far_leads_came_a_goal_is_not_judged():
    assert judged([5] * 16, booked=Share(0, 20), goal=0.3, is_told=False).says is Says.UNTOLD
    assert judged([5] * 16, booked=Share(0, 20), is_told=False).says is Says.USUAL


def test_leads_that_come_in_bursts_have_to_differ_by_more():
    calm, wild = [5] * 12, [0, 15, 0, 0, 20, 0, 0, 5, 0, 20, 0, 0]
    assert judged(calm + [8] * 4).says is Says.HIGHER
    found = judged(wild + [8] * 4)
    assert (found.says, round(found.bursts)) == (Says.USUAL, 14)
