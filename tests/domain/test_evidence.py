"""The published values of each method, the edges, and the same sums done by hand as a second opinion."""

from math import comb, inf

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

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
        (Window(0, 4), Window(0, 4), None),
        (Window(0, 4), Window(0, 12), None),
    ],
)
def test_two_rates_differ_with_the_published_probability(recent, before, p):
    assert evidence.surprise(recent, before) == (p and pytest.approx(p, abs=0.005))


@pytest.mark.parametrize(
    ("recent", "before", "low", "high"),
    [
        (Window(28, 4), Window(14, 4), 1.02, 4.1),
        (Window(20, 4), Window(14, 4), 0.69, 3.06),
        (Window(5, 4), Window(0, 4), 0.92, inf),
        (Window(0, 4), Window(5, 4), 0.0, 1.09),
        (Window(7, 1), Window(36, 12), 0.87, 5.31),
    ],
)
def test_the_ratio_of_two_rates_has_the_published_range(recent, before, low, high):
    found = evidence.ratio(recent, before)
    assert found.low == pytest.approx(low, abs=0.01)
    assert found.high == pytest.approx(high, abs=0.05)


def test_the_ratio_of_nothing_is_no_data():
    assert evidence.ratio(Window(0, 4), Window(0, 12)) is None


@pytest.mark.parametrize(("seen", "low", "high"), [(0, 0.0, 3.7), (5, 1.62, 11.67), (20, 12.2, 30.9)])
def test_a_count_has_garwoods_range(seen, low, high):
    found = evidence.count(seen)
    assert (found.low, found.high) == (pytest.approx(low, abs=0.05), pytest.approx(high, abs=0.05))


@pytest.mark.parametrize(
    ("cost", "seen", "low", "high"), [(600, 5, 51, 370), (2400, 20, 78, 196), (600, 0, 163, inf), (0, 0, 0, inf)]
)
def test_the_cost_of_each_has_the_published_range_and_nothing_is_divided_by_zero(cost, seen, low, high):
    found = evidence.cost_of_each(cost, seen)
    assert (round(found.low), found.high) == (low, high if high == inf else pytest.approx(high, abs=1))


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


@pytest.mark.parametrize(
    ("a_week", "times", "weeks"), [(5, 2, 5), (5, 1.5, 16), (3, 2, 8), (3, 1.5, 26), (10, 2, 3), (10, 1.5, 8)]
)
def test_learning_takes_the_published_number_of_weeks_on_each_side(a_week, times, weeks):
    assert evidence.weeks_to_learn(a_week, times) == weeks


@pytest.mark.parametrize(("a_week", "times"), [(0, 2), (5, 1), (5, -1), (5, inf)])
def test_what_can_never_be_learned_has_no_number_of_weeks(a_week, times):
    assert evidence.weeks_to_learn(a_week, times) is None


def test_a_share_is_below_its_goal_only_when_chance_would_rarely_do_that():
    assert evidence.falls_short(1, 20, 0.3)
    assert not evidence.falls_short(3, 20, 0.3)
    assert not evidence.falls_short(1, 4, 0.4)
    assert not evidence.falls_short(0, 0, 0.4)
    assert not evidence.falls_short(0, 5, 0.0)
    assert evidence.falls_short(4, 5, 1.0)


def test_the_part_that_would_fall_short_is_told_where_there_is_one():
    assert evidence.short_of_goal(20, 0.3) == 2
    assert evidence.short_of_goal(5, 0.3) is None
    assert evidence.short_of_goal(0, 0.3) is None


def test_counts_that_come_in_bursts_are_told_from_those_that_do_not():
    assert evidence.burstiness([5, 4, 6, 5, 5, 3, 7, 5, 4, 6, 5, 5]) == 1
    assert evidence.burstiness([0, 0, 20, 0, 0, 20, 0, 0, 20, 0, 0, 0]) == pytest.approx(16.4, abs=0.1)
    assert evidence.burstiness([0, 20] * 5) == 1, "too few weeks to say"
    assert evidence.burstiness([0] * 12) == 1


def test_bursts_widen_whatever_is_said_about_a_rate():
    recent, before = Window(32, 4), Window(60, 12)
    assert evidence.surprise(recent, before) < evidence.SURPRISING < evidence.surprise(recent, before, bursts=4)
    calm, wild = evidence.ratio(recent, before), evidence.ratio(recent, before, bursts=4)
    assert wild.low < 1 < calm.low < calm.high < wild.high
    assert evidence.signal(4, before, bursts=4).at_least > 40


def by_hand(recent, total, chance):
    """The exact two-sided binomial test, added up from its definition."""
    odds = [comb(total, k) * chance**k * (1 - chance) ** (total - k) for k in range(total + 1)]
    return sum(each for each in odds if each <= odds[recent] * (1 + 1e-7))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(0, 120), st.integers(1, 6), st.integers(1, 14))
def test_the_probability_is_the_one_added_up_by_hand_for_windows_of_any_length(recent, before, weeks, weeks_before):
    found = evidence.surprise(Window(recent, weeks), Window(before, weeks_before))
    if recent + before == 0:
        assert found is None
    else:
        assert found == pytest.approx(by_hand(recent, recent + before, weeks / (weeks + weeks_before)), rel=1e-6)


@settings(max_examples=20, deadline=None)
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
