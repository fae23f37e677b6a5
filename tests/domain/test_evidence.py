"""The published values of each method, the edges, and SciPy as a second opinion."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from bot.domain import evidence
from bot.domain.evidence import Signal, Window


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(2, 5, 12, 77), (8, 20, 22, 61), (0, 5, 0, 43), (5, 5, 57, 100), (1, 20, 1, 24)],
)
def test_a_share_has_the_published_wilson_range(part, whole, low, high):
    found = evidence.share(part, whole)
    assert (round(100 * found.low), round(100 * found.high)) == (low, high)


def test_a_share_of_nothing_is_no_data():
    assert evidence.share(0, 0) is None


@pytest.mark.parametrize(
    ("recent", "before", "p"),
    [
        (Window(28, 4), Window(14, 4), 0.044),
        (Window(20, 4), Window(14, 4), 0.39),
        (Window(5, 1), Window(0, 1), 0.062),
        (Window(5, 4), Window(5, 4), 1.0),
    ],
)
def test_two_rates_differ_with_the_published_probability(recent, before, p):
    assert evidence.surprise(recent, before) == pytest.approx(p, abs=0.005)


def test_nothing_in_either_window_is_no_data():
    assert evidence.surprise(Window(0, 4), Window(0, 12)) is None


@pytest.mark.parametrize(
    ("weekly", "signal"),
    [(3, Signal(4, 21)), (5, Signal(10, 32)), (8, Signal(19, 47)), (10, Signal(26, 56))],
)
def test_four_weeks_after_twelve_mean_something_at_the_published_counts(weekly, signal):
    assert evidence.signal(4, Window(12 * weekly, 12)) == signal


@pytest.mark.parametrize(
    ("weekly", "signal"),
    [(3, Signal(None, 7)), (5, Signal(0, 11)), (8, Signal(2, 15)), (10, Signal(3, 18))],
)
def test_a_single_week_means_something_at_the_published_counts(weekly, signal):
    assert evidence.signal(1, Window(12 * weekly, 12)) == signal


def test_after_weeks_without_any_lead_a_few_already_mean_something():
    assert evidence.signal(4, Window(0, 12)) == Signal(None, 3)


def test_a_share_is_below_its_goal_only_when_chance_would_rarely_do_that():
    assert evidence.falls_short(1, 20, 0.4)
    assert not evidence.falls_short(1, 4, 0.4)
    assert not evidence.falls_short(0, 0, 0.4)
    assert not evidence.falls_short(0, 5, 0.0)
    assert evidence.falls_short(4, 5, 1.0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.integers(0, 120), st.integers(1, 6), st.integers(1, 14))
def test_scipy_finds_the_same_probability_for_windows_of_any_length(recent, before, weeks, weeks_before):
    found = evidence.surprise(Window(recent, weeks), Window(before, weeks_before))
    if recent + before == 0:
        assert found is None
    else:
        expected = binomtest(recent, recent + before, weeks / (weeks + weeks_before)).pvalue
        assert found == pytest.approx(expected, rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 80), st.data())
def test_scipy_finds_the_same_range_for_any_share(whole, data):
    part = data.draw(st.integers(0, whole))
    expected = binomtest(part, whole).proportion_ci(method="wilson")
    found = evidence.share(part, whole)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-9)


@settings(max_examples=30, deadline=None)
@example(1, 1, 5)  # where one count more is a little less of a surprise
@example(12, 1, 2)
@example(10, 1, 5)
@given(st.integers(0, 80), st.integers(1, 12), st.integers(1, 6))
def test_all_counts_beyond_the_two_signals_mean_something_and_the_next_ones_inside_do_not(count, weeks_before, weeks):
    before = Window(count, weeks_before)
    found = evidence.signal(weeks, before)

    def is_surprise(at):
        p = evidence.surprise(Window(at, weeks), before)
        return p is not None and p < evidence.SURPRISING

    assert all(is_surprise(at) for at in range(found.at_least, found.at_least + 8))
    assert not is_surprise(found.at_least - 1)
    if found.at_most is not None:
        assert all(is_surprise(at) for at in range(max(0, found.at_most - 8), found.at_most + 1))
        assert not is_surprise(found.at_most + 1)
