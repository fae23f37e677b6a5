"""What the figures of posts add up to, and that nothing unknown turns into zero."""

from datetime import UTC, date, datetime

import pytest

from bot.domain import figures
from bot.domain.counts import COUNTS, PLACE_COUNTS
from bot.domain.errors import Misread
from bot.domain.exports import MEANINGS, Means
from bot.domain.figures import Told
from storage.tables import Figures, Post

AT = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def told(**counts):
    post = Post(
        workspace_id=1, number=1, on=date(2026, 11, 24), publish_at=AT, kind="human", what="A post", added_at=AT
    )
    return Told(post, Figures(workspace_id=1, post_id=1, entered_at=AT, **counts) if counts else None)


def test_only_what_was_entered_counts():
    assert told(reach=412, reactions=48, shares=0).engagements == 48
    assert told(reach=412).engagements is None
    assert told().engagements is None


def test_engagement_for_every_hundred_reached_uses_the_posts_where_both_are_known():
    found = figures.read([told(reach=400, reactions=40), told(reach=100), told(reactions=7), told()])
    assert (found.posts, found.with_figures, found.reach) == (4, 3, (100, 400))
    assert (found.engagements, found.for_every_hundred, found.clicks) == (47, 10, None)
    assert found.engaged_elsewhere


def test_comments_are_added_up_by_themselves_and_unknown_ones_stay_unknown():
    assert figures.read([told(comments=3, reactions=40), told(comments=0), told(reactions=7)]).comments == 3
    assert figures.read([told(comments=0)]).comments == 0
    assert figures.read([told(reactions=7), told()]).comments is None


@pytest.mark.parametrize("listed", [COUNTS, PLACE_COUNTS, tuple(Means), *MEANINGS.values()])
def test_wherever_counts_are_listed_talk_comes_before_likes_and_the_order_is_the_same(listed):
    assert [count for count in listed if count in COUNTS] == [count for count in COUNTS if count in listed]
    assert COUNTS.index("comments") < COUNTS.index("reactions")


def test_a_reach_of_zero_divides_nothing():
    assert figures.read([told(reach=0, reactions=0)]).for_every_hundred is None


def test_clearing_every_number_is_allowed_only_where_there_were_some():
    nothing = dict.fromkeys(COUNTS)
    figures.check(nothing, had_some=True)
    with pytest.raises(Misread, match="at least one number"):
        figures.check(nothing, had_some=False)


@pytest.mark.parametrize("count", [-1, 1_000_000_001])
def test_a_number_that_is_no_count_is_refused_beside_its_field(count):
    with pytest.raises(Misread) as refused:
        figures.check({"reach": 5, "saves": count}, had_some=False)
    assert refused.value.field == "saves"
