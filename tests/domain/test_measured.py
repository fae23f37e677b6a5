"""What posts show since a decision: the middle with its range, each where they are few, and never zero for unknown."""

from datetime import UTC, date, datetime, timedelta
from math import comb

import pytest

from bot.domain import measured, middles
from bot.domain.evidence import Range
from bot.domain.figures import Told
from bot.domain.weeks import Week
from storage.tables import Decision, Figures, Post

AT = datetime(2026, 10, 12, 14, 0, tzinfo=UTC)
MADE = Week(2026, 42)
LAST = Week(2026, 46)


def decided(expects):
    return Decision(workspace_id=1, number=1, week=str(MADE), change="Ask a question", expects=expects, made_at=AT)


def posts(before, since, *, out=True):
    """Four weeks of posts on either side of the end of week 42, each with these figures; None for none."""
    told = []
    for figures, first in ((before, MADE.monday - timedelta(weeks=3)), (since, MADE.next().monday)):
        for number, counts in enumerate(figures):
            on = first + timedelta(days=number % 28)
            post = Post(
                workspace_id=1, number=1, on=on, publish_at=AT, kind="human", what="A post", added_at=AT,
                posted_at=AT if out else None,
            )  # fmt: skip
            row = Figures(workspace_id=1, post_id=1, entered_at=AT, **counts) if counts is not None else None
            told.append(Told(post, row))
    return told


def comments(*numbers):
    return [{"comments": number} for number in numbers]


def test_the_middle_of_eight_or_more_posts_is_told_with_its_range():
    found = measured.measure(
        decided("comments"), posts(comments(2, 1, 0, 3, 4, 2, 1, 3), comments(9, 5, 6, 8, 7, 12, 6, 5, 7)), LAST
    )
    assert (found.weeks, found.before.middle, found.before.range) == (4, 2, Range(0, 4))
    assert (found.after.middle, found.after.range) == (7, Range(5, 9))
    assert found.is_apart


def test_of_fewer_posts_each_is_told_and_nothing_is_compared():
    found = measured.measure(decided("reach"), posts([{"reach": 300}, {"comments": 3}, None], []), LAST)
    assert (found.before.posts, found.before.known, found.before.numbers) == (3, 1, (300,))
    assert (found.after.posts, found.after.known, found.after.middle) == (0, 0, None)
    assert found.is_apart is None


@pytest.mark.parametrize(("after", "is_apart"), [((12, 9), True), ((5, 5), False)])
def test_who_engaged_is_pooled_over_posts_that_enough_people_saw(after, is_apart):
    before = [{"reach": 1_000, "reactions": 50}] * 6
    since = [{"reach": 1_000, "reactions": 10 * after[0]}, {"reach": 1_000, "reactions": 10 * after[1]}] * 3
    found = measured.measure(decided("engagement"), posts(before, [*since, {"reach": 20, "reactions": 20}]), LAST)
    assert (found.before.known, found.after.known, found.after.posts) == (6, 6, 7)
    assert (found.before.middle, found.after.middle) == (pytest.approx(5), pytest.approx(sum(after) / 2))
    assert found.is_apart is is_apart
    few = measured.measure(decided("engagement"), posts(before, since[:2]), LAST)
    assert (few.after.known, few.after.middle, few.is_apart) == (2, None, None)


def test_posts_outside_the_weeks_or_never_out_are_left_alone():
    wanted = posts(comments(*[2] * 8), comments(*[3] * 8))
    beside = posts(comments(90), [], out=False)
    for told, days in zip(posts(comments(80), comments(70)), (-1, 28), strict=True):
        told.post.on += timedelta(days=days)
        beside.append(told)
    assert measured.measure(decided("comments"), [*wanted, *beside], LAST) == measured.measure(
        decided("comments"), wanted, LAST
    )


def test_other_decisions_and_those_of_this_week_have_nothing_to_measure():
    assert measured.measure(decided("leads"), [], LAST) is None
    assert measured.measure(decided("comments"), [], MADE) is None
    assert measured.measure(decided("comments"), [], MADE.next()).weeks == 1
    assert measured.measure(decided("comments"), [], Week.of(date(2028, 1, 3))).weeks == 26
    assert measured.first_week(decided("comments")) == Week(2026, 17)


@pytest.mark.parametrize("many", [8, 9, 12, 20, 60])
def test_the_range_of_the_middle_leaves_out_as_many_as_a_coin_would_rarely_show(many):
    found = middles.middle(range(1, many + 1))
    left_out = int(found.range.low) - 1
    chance = lambda most: sum(comb(many, k) for k in range(most + 1)) / 2**many  # noqa: E731 - the sum itself
    assert chance(left_out) <= 0.025 < chance(left_out + 1)
    assert (found.range.low + found.range.high, found.number) == (many + 1, (many + 1) / 2)
    assert middles.middle(range(7)) is None
