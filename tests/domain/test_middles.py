"""Rates of posts that few saw."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain import middles


def test_a_post_that_few_saw_is_drawn_towards_all_the_others():
    pool = middles.pool([(40, 400), (60, 400), (20, 400), (30, 100)])
    small, large = pool.of_one(30, 100), pool.of_one(300, 1000)
    assert pool.rate == pytest.approx(150 / 1300)
    assert pool.rate < small.rate < large.rate < 0.3
    assert large.range.high - large.range.low < small.range.high - small.range.low


def test_posts_that_differ_no_more_than_by_chance_all_have_the_common_rate():
    pool = middles.pool([(40, 400), (41, 400), (39, 400)])
    assert (pool.alike, pool.of_one(39, 400).rate) == (None, pytest.approx(0.1))


@pytest.mark.parametrize("counts", [[], [(4, 100)] * 2, [(4, 100), (4, 100), (0, 0)]])
def test_too_few_posts_are_not_put_together(counts):
    assert middles.pool(counts) is None


@pytest.mark.parametrize("counts", [[(0, 100)] * 3, [(100, 100)] * 3, [(250, 100)] * 3])
def test_nobody_or_everybody_engaged_divides_nothing(counts):
    pool = middles.pool(counts)
    assert pool.of_one(*counts[0]).rate == pool.rate in (0, 1)
    assert pool.of_several(counts).range.low <= pool.rate <= pool.of_several(counts).range.high


def test_the_rate_of_several_posts_is_wider_where_posts_differ():
    alike, unlike = ([(40, 400), (41, 400), (39, 400)], [(10, 400), (90, 400), (20, 400)])
    widths = [middles.pool(each).of_several(each).range for each in (alike, unlike)]
    assert widths[0].high - widths[0].low < widths[1].high - widths[1].low


@settings(max_examples=30, deadline=None)
@example([(0, 100), (0, 100), (1, 5000)])
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(100, 5000)), min_size=3, max_size=12))
def test_every_rate_is_a_share_inside_its_range(counts):
    pool = middles.pool(counts)
    for found in [pool.of_several(counts), *(pool.of_one(*each) for each in counts)]:
        assert 0 <= found.range.low <= found.rate + 1e-9
        assert found.rate - 1e-9 <= found.range.high <= 1
