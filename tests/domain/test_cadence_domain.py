from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import cadence
from bot.domain.cadence import Place, Standing
from bot.domain.errors import Misread
from bot.domain.weeks import Week
from storage.tables import Post, Slot

NEW_YORK = ZoneInfo("America/New_York")
WEEK = Week(2026, 48)
MONDAY, THURSDAY, SATURDAY = WEEK.days[0], WEEK.days[3], WEEK.days[5]
SLOTS = [
    Slot(id=number, workspace_id=1, weekday=place.weekday, at=place.at, kind=place.kind)
    for number, place in enumerate(cadence.DEFAULT, 1)
]


def local(on: date, hour: int, minute: int = 0) -> datetime:
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


def post(number: int, on: date, kind: str = "human", *, slot_id: int | None = None, hour: int = 16) -> Post:
    return Post(
        id=number,
        workspace_id=1,
        number=number,
        slot_id=slot_id,
        on=on,
        publish_at=local(on, hour),
        kind=kind,
        what=f"Post {number}",
        added_at=local(MONDAY, 8),
    )


def standings(posts: list[Post], now: datetime) -> list[tuple[str, str, str]]:
    entries = cadence.lay_out(WEEK, SLOTS, posts, now=now, zone=NEW_YORK)
    return [(f"{entry.on:%a}", entry.post.what if entry.post else "", str(entry.standing)) for entry in entries]


def test_a_fresh_week_has_three_free_places_in_order() -> None:
    assert standings([], local(MONDAY, 9)) == [("Mon", "", "free"), ("Thu", "", "free"), ("Sat", "", "free")]


def test_a_place_whose_hour_has_passed_was_left_empty() -> None:
    assert standings([], local(MONDAY, 10, 1))[0] == ("Mon", "", "left empty")


def test_a_post_fills_its_place_and_an_extra_one_stands_beside_it_in_the_order_they_go_out() -> None:
    posts = [post(1, THURSDAY, slot_id=2), post(2, THURSDAY, "service", hour=9), post(3, MONDAY + timedelta(1), hour=8)]
    assert standings(posts, local(MONDAY, 9)) == [
        ("Mon", "", "free"),
        ("Tue", "Post 3", "planned"),
        ("Thu", "Post 2", "planned"),
        ("Thu", "Post 1", "planned"),
        ("Sat", "", "free"),
    ]


def test_a_post_is_planned_but_not_seen_two_hours_after_its_moment_and_posted_once_somebody_says_so() -> None:
    late = post(1, THURSDAY, slot_id=2)
    assert standings([late], local(THURSDAY, 18))[1][2] == Standing.PLANNED
    assert standings([late], local(THURSDAY, 18) + timedelta(seconds=1))[1][2] == Standing.UNSEEN
    late.posted_at = local(THURSDAY, 20)
    assert standings([late], local(THURSDAY, 21))[1][2] == Standing.POSTED


def test_a_post_whose_place_was_replaced_fills_the_new_place_of_its_day_and_kind() -> None:
    orphan = post(1, THURSDAY, "human", slot_id=None)
    assert cadence.fill(THURSDAY, SLOTS, [orphan]) == {2: orphan}


def test_of_two_posts_in_one_place_the_second_stands_beside_it() -> None:
    first, second = post(1, THURSDAY, slot_id=2), post(2, THURSDAY, slot_id=2)
    assert cadence.fill(THURSDAY, SLOTS, [first, second]) == {2: first}
    assert [what for _, what, _ in standings([first, second], local(MONDAY, 9))] == ["", "Post 1", "Post 2", ""]


def test_a_place_of_another_weekday_is_never_filled() -> None:
    moved = post(1, SATURDAY, "human", slot_id=2)
    assert cadence.fill(SATURDAY, SLOTS, [moved]) == {}
    assert cadence.fill(THURSDAY, SLOTS, [moved]) == {}


@pytest.mark.parametrize(
    ("on", "kind", "expected"),
    [
        (THURSDAY, "", ("human", 2)),
        (THURSDAY, "human", ("human", 2)),
        (THURSDAY, "service", ("service", None)),
        (WEEK.days[2], "community", ("community", None)),
    ],
)
def test_a_free_place_gives_the_kind_and_other_kinds_are_extra(
    on: date, kind: str, expected: tuple[str, int | None]
) -> None:
    chosen, slot = cadence.choose(on, kind, SLOTS, [])
    assert (chosen, slot.id if slot else None) == expected


def test_a_taken_place_makes_an_extra_post_of_its_kind_and_asks_for_the_kind_otherwise() -> None:
    taken = [post(1, THURSDAY, slot_id=2)]
    assert cadence.choose(THURSDAY, "human", SLOTS, taken) == ("human", None)
    with pytest.raises(Misread, match="Thu 26 Nov has no free place, so what is this post for"):
        cadence.choose(THURSDAY, "", SLOTS, taken)


def test_two_free_places_of_one_day_are_not_guessed_between() -> None:
    both = [*SLOTS, Slot(id=9, workspace_id=1, weekday=3, at=time(9), kind="service")]
    with pytest.raises(Misread, match="a human and a service one") as refused:
        cadence.choose(THURSDAY, "", both, [])
    assert refused.value.hint == "Add #human or #service."


def test_an_unknown_kind_is_refused_with_the_three_there_are() -> None:
    with pytest.raises(Misread) as refused:
        cadence.choose(THURSDAY, "promo", SLOTS, [])
    assert refused.value.hint == "Add #service, #human or #community."


def test_an_edit_keeps_a_place_while_its_day_and_kind_stay() -> None:
    wanted = (Place(0, time(10), "service"), Place(3, time(15), "human"), Place(4, time(9), "community"))
    change = cadence.compare(SLOTS, wanted)
    assert [(slot.id, at) for slot, at in change.moved] == [(2, time(15))]
    assert change.added == (Place(4, time(9), "community"),)
    assert [slot.id for slot in change.gone] == [3]


def test_the_same_outline_again_changes_nothing() -> None:
    assert not cadence.compare(SLOTS, cadence.DEFAULT)


def test_an_outline_without_a_place_is_refused() -> None:
    with pytest.raises(Misread, match="at least one place"):
        cadence.compare(SLOTS, ())
