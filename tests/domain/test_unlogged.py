"""Where figures show more comments for a week than are logged; what is unknown is never a difference."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.figures import Told
from bot.domain.places import Account, Number
from bot.domain.unlogged import Unlogged, unlogged
from bot.domain.weeks import Week
from storage.tables import Comment, Figures, PlaceFigures, Post

ZONE = ZoneInfo("America/New_York")
WEEK = Week.parse("2026-W48")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=ZONE)


def told(post_id, **by_network):
    """A post with so many comments as each network's file has them; `hand` is what somebody entered for all."""
    post = Post(id=post_id, workspace_id=1, number=post_id, on=date(2026, 11, 23), publish_at=MONDAY, kind="human")
    rows = [
        Figures(id=number, workspace_id=1, post_id=post_id, entered_at=MONDAY, comments=count, reach=90,
                network="" if name == "hand" else name, file_id=None if name == "hand" else 7)
        for number, (name, count) in enumerate(by_network.items(), start=1)
    ]  # fmt: skip
    return Told.of(post, rows, ZONE)


def account(network, number, days=7):
    row = PlaceFigures(workspace_id=1, place=network, count="comments", from_on=WEEK.days[0], until_on=WEEK.days[-1])
    return Account(network, WEEK.days[0], WEEK.days[-1], {"comments": Number(number, days, row)})


def logged(network, count, post_id=None, days=1):
    wrote_at = MONDAY + timedelta(days=days)
    return [
        Comment(workspace_id=1, number=n, network=network, post_id=post_id, wrote_at=wrote_at) for n in range(count)
    ]


@pytest.mark.parametrize(
    ("posts", "accounts", "comments", "says"),
    [
        ([told(1, instagram=7)], [], logged("instagram", 5), [("instagram", 7, 5)]),
        ([told(1, instagram=4), told(2, instagram=3)], [], logged("instagram", 5, 1), [("instagram", 7, 5)]),
        ([told(1, instagram=7)], [], logged("instagram", 7), []),
        ([told(1, instagram=7)], [], logged("instagram", 3, 1) + logged("instagram", 4, days=8), []),
        ([told(1, instagram=2)], [], logged("facebook", 5), [("instagram", 2, 0)]),
        ([told(1, instagram=None)], [], [], []),
        ([told(1)], [], [], []),
        ([told(1, instagram=0)], [], [], []),
        ([told(1, hand=3)], [], logged("instagram", 1, 1) + logged("facebook", 1, 1), [("", 3, 2)]),
        ([told(1, instagram=2, facebook=1)], [], [], [("facebook", 1, 0), ("instagram", 2, 0)]),
        ([], [account("facebook", 7)], logged("facebook", 5) + logged("facebook", 5, days=8), [("facebook", 7, 5)]),
        ([], [account("facebook", 7, days=6)], [], []),
        ([told(1, facebook=7)], [account("facebook", 5)], logged("facebook", 5), []),
    ],
)
def test_only_what_is_shown_beyond_what_is_logged_is_told(posts, accounts, comments, says):
    found = unlogged(WEEK, posts, accounts, comments, ZONE)
    assert found == tuple(Unlogged(WEEK, *each) for each in says)
