from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import cadence
from bot.domain.cadence import Standing
from bot.domain.errors import Misread
from bot.domain.outline import Outline
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


def filled(on: date, posts: list[Post]) -> dict[int | None, Post]:
    return {turn.slot.id: post for turn, post in cadence.fill(Outline(SLOTS).on(on), posts).items()}


def standings(posts: list[Post], now: datetime) -> list[tuple[str, str, str]]:
    entries = cadence.lay_out(WEEK, Outline(SLOTS), posts, now=now, zone=NEW_YORK)
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
    assert filled(THURSDAY, [orphan]) == {2: orphan}


def test_of_two_posts_in_one_place_the_second_stands_beside_it() -> None:
    first, second = post(1, THURSDAY, slot_id=2), post(2, THURSDAY, slot_id=2)
    assert filled(THURSDAY, [first, second]) == {2: first}
    assert [what for _, what, _ in standings([first, second], local(MONDAY, 9))] == ["", "Post 1", "Post 2", ""]


def test_a_place_of_another_weekday_is_never_filled() -> None:
    moved = post(1, SATURDAY, "human", slot_id=2)
    assert filled(SATURDAY, [moved]) == {}
    assert filled(THURSDAY, [moved]) == {}


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
    chosen, turn = cadence.choose(on, kind, Outline(SLOTS), [])
    assert (chosen, turn.slot.id if turn else None) == expected


def test_a_taken_place_makes_an_extra_post_of_its_kind_and_asks_for_the_kind_otherwise() -> None:
    taken = [post(1, THURSDAY, slot_id=2)]
    assert cadence.choose(THURSDAY, "human", Outline(SLOTS), taken) == ("human", None)
    with pytest.raises(Misread, match="Thu 26 Nov has no free place, so what is this post for"):
        cadence.choose(THURSDAY, "", Outline(SLOTS), taken)
    with pytest.raises(Misread) as refused:
        cadence.choose(THURSDAY, "", Outline(SLOTS), taken, at=time(9))
    assert refused.value.hint == "Add #service, #human or #community."


def test_two_free_places_of_one_day_are_not_guessed_between() -> None:
    both = [*SLOTS, Slot(id=9, workspace_id=1, weekday=3, at=time(9), kind="service")]
    with pytest.raises(Misread, match="a service and a human one") as refused:
        cadence.choose(THURSDAY, "", Outline(both), [])
    assert refused.value.hint == "Add #service or #human."


def test_an_unknown_kind_is_refused_with_the_three_there_are() -> None:
    with pytest.raises(Misread) as refused:
        cadence.choose(THURSDAY, "promo", Outline(SLOTS), [])
    assert refused.value.hint == "Add #service, #human or #community."
