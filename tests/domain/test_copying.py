from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import cadence, copying
from bot.domain.copying import Why
from bot.domain.hours import Opening
from bot.domain.outline import Outline
from storage.tables import Post, Slot

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
DECEMBER = date(2026, 12, 1)
SLOTS = [
    Slot(id=number, workspace_id=1, weekday=place.weekday, at=place.at, kind=place.kind)
    for number, place in enumerate(cadence.DEFAULT, 1)
]


def post(number: int, on: date, kind: str = "human", hour: int = 16, **given: object) -> Post:
    at = datetime.combine(on, time(hour), NEW_YORK).astimezone(UTC)
    return Post(id=number, workspace_id=1, number=number, on=on, kind=kind, what=f"P{number}", publish_at=at, **given)


def copies(
    planned: list[Post], around: list[Post], outline: Outline | None = None, target: date = DECEMBER
) -> copying.Copies:
    return copying.copies(planned, around, outline or Outline(SLOTS), target, now=NOW, zone=NEW_YORK)


@pytest.mark.parametrize(
    ("on", "target", "expected"),
    [
        (date(2026, 11, 12), DECEMBER, date(2026, 12, 10)),
        (date(2026, 11, 30), DECEMBER, None),
        (date(2026, 12, 31), date(2027, 1, 1), None),
        (date(2026, 12, 29), date(2027, 2, 1), None),
        (date(2027, 1, 1), date(2027, 2, 1), date(2027, 2, 5)),
        (date(2026, 12, 29), date(2027, 3, 1), date(2027, 3, 30)),
    ],
)
def test_a_day_becomes_the_same_weekday_of_the_same_rank(on: date, target: date, expected: date | None) -> None:
    assert copying.same_day(on, target) == expected


def test_a_post_goes_to_the_free_place_of_its_day_and_an_extra_one_keeps_its_hour() -> None:
    found = copies([post(1, date(2026, 11, 12), hour=11), post(2, date(2026, 11, 10), "service", hour=9)], [])
    assert [(copy.post.id, copy.on, copy.at) for copy in found.wanted] == [
        (1, date(2026, 12, 10), time(16)),
        (2, date(2026, 12, 8), time(9)),
    ]


def test_a_place_with_another_post_is_left_alone() -> None:
    found = copies([post(1, date(2026, 11, 12))], [post(9, date(2026, 12, 10), slot_id=2)])
    assert (found.wanted, [why for _, why in found.stays]) == ((), [Why.TAKEN])


def test_two_posts_of_one_day_and_kind_fill_one_place_and_the_other_stays_out() -> None:
    found = copies([post(1, date(2026, 11, 12)), post(2, date(2026, 11, 12), hour=17)], [])
    assert ([copy.post.id for copy in found.wanted], [why for _, why in found.stays]) == ([1], [Why.TAKEN])


def test_a_place_on_a_closed_day_takes_its_post_along_or_leaves_it_out() -> None:
    closed = Opening((((time(9), time(17)),),) * 5 + ((), ()), frozenset({date(2026, 12, 10)}))
    moved = copies([post(1, date(2026, 11, 12))], [], Outline(SLOTS, closed, {"2026-01-01": "move"}))
    assert [copy.on for copy in moved.wanted] == [date(2026, 12, 11)]
    dropped = copies([post(1, date(2026, 11, 12))], [], Outline(SLOTS, closed, {"2026-01-01": "drop"}))
    assert [why for _, why in dropped.stays] == [Why.LEFT_OUT]


def test_what_is_over_or_was_copied_before_is_not_copied() -> None:
    found = copies([post(1, date(2026, 10, 1)), post(2, date(2026, 10, 29))], [], target=date(2026, 11, 1))
    assert [why for _, why in found.stays] == [Why.OVER, Why.NO_SUCH_DAY]
    again = copies([post(1, date(2026, 11, 12))], [post(9, date(2026, 12, 17), copied_from_id=1)])
    assert (again.wanted, again.there, again.stays) == ((), 1, ())


@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from(["service", "human", "community"])), max_size=12))
def test_copying_twice_copies_nothing_the_second_time_and_no_place_gets_two(days: list[tuple[int, str]]) -> None:
    planned = [post(number, date(2026, 11, day), kind) for number, (day, kind) in enumerate(days, 1)]
    first = copies(planned, [])
    made = [
        post(100 + number, copy.on, copy.post.kind, copy.at.hour, copied_from_id=copy.post.id)
        for number, copy in enumerate(first.wanted)
    ]
    again = copies(planned, made)
    assert (again.wanted, again.there) == ((), len(made))
    assert len(first.wanted) + len(first.stays) == len(planned)
    turns = Outline(SLOTS).turns(*copying.month_of(DECEMBER))
    placed = [copy for copy in first.wanted if any((t.on, t.slot.kind) == (copy.on, copy.post.kind) for t in turns)]
    assert len({(copy.on, copy.post.kind) for copy in placed}) == len(placed)
