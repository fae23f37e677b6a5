"""What is known of a post from its snapshots: blank takes no place, networks stand beside each other."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.domain import snapshots
from bot.domain.counts import COUNTS
from bot.domain.figures import Told, read
from storage.tables import Figures, Post

ZONE = ZoneInfo("America/New_York")
AT = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def row(number, day, *, network="instagram", by_hand=False, **counts):
    on = date(2026, 11, day)
    return Figures(
        id=number, workspace_id=1, post_id=1, entered_at=AT.replace(day=day), counted_on=None if by_hand else on,
        network="" if by_hand else network, file_id=None if by_hand else 7, **counts,
    )  # fmt: skip


def numbers(rows):
    known = snapshots.known(rows, ZONE)
    return {count: number for count in COUNTS if (number := getattr(known.together, count)) is not None}


def test_a_later_snapshot_takes_an_earlier_ones_place_whatever_came_in_first():
    rows = [row(1, 19, reach=400, reactions=30), row(2, 24, reach=520, reactions=35), row(3, 12, reach=100)]
    assert numbers(rows) == {"reach": 520, "reactions": 35}


def test_blank_is_unknown_and_never_takes_a_known_numbers_place():
    assert numbers([row(1, 19, reach=400, saves=3), row(2, 24, reactions=35)]) == {
        "reach": 400,
        "saves": 3,
        "reactions": 35,
    }


def test_networks_add_up_but_the_people_they_reach_do_not():
    rows = [row(1, 19, reach=400, reactions=30), row(2, 20, network="facebook", reach=150, reactions=5, clicks=2)]
    assert numbers(rows) == {"reach": 400, "reactions": 35, "clicks": 2}
    assert [part.network for part in snapshots.known(rows, ZONE).parts] == ["facebook", "instagram"]


def test_a_rate_takes_each_network_by_itself():
    rows = [row(1, 19, reach=400, reactions=30), row(2, 20, network="facebook", reach=100, reactions=10)]
    post = Post(workspace_id=1, number=1, on=date(2026, 11, 12), publish_at=AT, kind="human", what="x", added_at=AT)
    assert read([Told.of(post, rows, ZONE)]).for_every_hundred == 8


def test_what_a_person_enters_is_all_that_is_known_then_and_a_later_file_goes_on_from_it():
    by_hand = row(2, 20, by_hand=True, reach=410, comments=4)
    assert numbers([row(1, 19, reach=400, saves=3), by_hand]) == {"reach": 410, "comments": 4}
    assert numbers([row(1, 19, reach=400, saves=3), by_hand, row(3, 24, reach=520)]) == {"reach": 520, "comments": 4}


def test_what_has_come_since_is_told_where_the_same_can_be_compared():
    rows = [row(1, 19, reach=400, reactions=30, saves=1), row(2, 24, reach=520, reactions=30, clicks=4)]
    assert snapshots.gain(rows, ZONE) == snapshots.Gain(date(2026, 11, 19), {"reach": 120})
    assert snapshots.gain(rows[:1], ZONE) is None
    assert snapshots.gain([*rows[:1], row(2, 24, network="facebook", reach=9)], ZONE) is None
    assert snapshots.gain([], ZONE) is None


def test_the_same_numbers_are_known_and_one_other_is_news():
    rows = [row(1, 19, reach=400, reactions=30)]
    assert snapshots.says_the_same({"reach": 400}, rows, "instagram", ZONE)
    assert not snapshots.says_the_same({"reach": 401}, rows, "instagram", ZONE)
    assert not snapshots.says_the_same({"reach": 400, "saves": 0}, rows, "instagram", ZONE)
    assert not snapshots.says_the_same({"reach": 400}, rows, "facebook", ZONE)
    assert not snapshots.says_the_same({"reach": 400}, [], "instagram", ZONE)


def test_history_is_told_newest_first_without_what_says_nothing():
    rows = [row(1, 19, reach=400), row(2, 20), row(3, 24, by_hand=True, saves=1)]
    assert [each.id for each in snapshots.history(rows, ZONE)] == [3, 1]
