"""Which posts of a week stand out, beside all that were out before."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.comparing import extremes
from bot.domain.figures import Told
from storage.tables import Figures, Post

MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=day) for day in range(7)]


def told(number: int, on: date, reach: int, reactions: int) -> Told:
    out = Post(id=number, on=on, what=str(number), posted_at=datetime(2026, 11, 23, tzinfo=UTC))
    return Told(out, Figures(reach=reach, reactions=reactions))


def test_the_highest_and_the_lowest_share_of_a_week_stand_out_only_beyond_chance() -> None:
    before = [told(number, MONDAY - timedelta(days=7 * number), 400, 40) for number in range(1, 5)]
    best, worst = told(11, MONDAY, 400, 90), told(12, MONDAY + timedelta(days=3), 400, 8)
    found = extremes([*before, worst, best], WEEK)
    assert found is not None
    assert [each.post.id for each in found] == [11, 12]
    alike = [told(11, MONDAY, 400, 41), told(12, MONDAY, 400, 39)]
    assert extremes([*before, *alike], WEEK) is None
    assert extremes([*before, best], WEEK) is None, "one alone stands beside nothing"
    assert extremes([best, worst], WEEK) is None, "two posts are too few to judge by"
    few = told(13, MONDAY, 40, 40)
    assert extremes([*before, few, best], WEEK) is None, "so few saw it that its share says nothing"
