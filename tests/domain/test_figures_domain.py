"""What the figures of posts add up to, and that nothing unknown turns into zero."""

from datetime import UTC, date, datetime

import pytest

from bot.domain import figures
from bot.domain.errors import Misread
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


def test_a_reach_of_zero_divides_nothing():
    assert figures.read([told(reach=0, reactions=0)]).for_every_hundred is None


def test_clearing_every_number_is_allowed_only_where_there_were_some():
    nothing = dict.fromkeys(figures.COUNTS)
    figures.check(nothing, had_some=True)
    with pytest.raises(Misread, match="at least one number"):
        figures.check(nothing, had_some=False)


@pytest.mark.parametrize("count", [-1, 1_000_000_001])
def test_a_number_that_is_no_count_is_refused_beside_its_field(count):
    with pytest.raises(Misread) as refused:
        figures.check({"reach": 5, "saves": count}, had_some=False)
    assert refused.value.field == "saves"
