from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import cadence, reshaping
from bot.domain.cadence import DEFAULT, Place
from bot.domain.errors import Misread
from bot.domain.outline import Outline
from bot.domain.reshaping import Reach
from storage.tables import Post, Slot

NEW_YORK = ZoneInfo("America/New_York")
WEDNESDAY = datetime(2026, 11, 25, 15, tzinfo=UTC)
"""Ten in the morning in New York."""


def standing(*places: Place) -> list[tuple[Slot, Place]]:
    return [
        (Slot(id=n, workspace_id=1, weekday=place.weekday, at=place.at, kind=place.kind, rank=place.rank), place)
        for n, place in enumerate(places, 1)
    ]


def post(slot: Slot, on: date) -> Post:
    at = datetime.combine(on, slot.at, NEW_YORK).astimezone(UTC)
    return Post(id=1, workspace_id=1, number=1, slot_id=slot.id, on=on, publish_at=at, kind=slot.kind, what="Meet us")


def test_a_place_stays_while_its_day_and_kind_do() -> None:
    wanted = (Place(0, time(10), "service"), Place(3, time(15), "human"), Place(4, time(9), "community"))
    change = reshaping.compare(standing(*DEFAULT), wanted)
    assert [(slot.id, place.at) for slot, place in change.moved] == [(2, time(15))]
    assert change.added == (Place(4, time(9), "community"),)
    assert [slot.id for slot in change.gone] == [3]


def test_the_same_outline_again_changes_nothing() -> None:
    assert not reshaping.compare(standing(*DEFAULT), DEFAULT)


@pytest.mark.parametrize(
    "wanted",
    [
        (),
        (Place(0, time(10), "promo"),),
        (Place(0, time(10), "human", since_on=date(2027, 1, 4), until_on=date(2026, 12, 31)),),
        (Place(0, time(10), "human", until_on=date(2026, 11, 24)),),
    ],
)
def test_an_outline_without_a_place_of_an_unknown_kind_or_that_never_comes_is_refused(
    wanted: tuple[Place, ...],
) -> None:
    with pytest.raises(Misread):
        reshaping.check(wanted, date(2026, 11, 25))


def test_of_two_places_of_a_day_and_kind_the_one_that_stays_is_found_first() -> None:
    early, late = Place(3, time(9), "human"), Place(3, time(16), "human")
    change = reshaping.compare(standing(early, late), (late, Place(3, time(11), "human")))
    assert [(slot.id, place.at) for slot, place in change.moved] == [(1, time(11))]
    assert not change.gone
    assert not change.added


@pytest.mark.parametrize(
    ("hours", "expected"),
    [((time(16),), date(2026, 11, 25)), ((time(16), time(9)), date(2026, 11, 26)), ((), date(2026, 11, 25))],
)
def test_an_edit_holds_from_today_unless_an_hour_of_it_has_passed(hours: tuple[time, ...], expected: date) -> None:
    assert reshaping.holds_from(*hours, now=WEDNESDAY, zone=NEW_YORK) == expected


def test_in_the_night_the_clocks_go_back_an_edit_still_holds_from_the_right_day() -> None:
    first_one_thirty = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert reshaping.holds_from(time(1, 30), now=first_one_thirty, zone=NEW_YORK) == date(2026, 11, 2)
    assert reshaping.holds_from(time(1, 45), now=first_one_thirty, zone=NEW_YORK) == date(2026, 11, 1)


def test_what_an_edit_reaches_is_counted_for_a_season_and_leaves_out_what_is_over() -> None:
    outline = standing(*DEFAULT)
    change = reshaping.compare(outline, DEFAULT[:1])
    filled = [post(outline[1][0], date(2026, 11, 26)), post(outline[0][0], date(2026, 11, 30))]
    assert reshaping.reach(change, outline, filled, now=WEDNESDAY, zone=NEW_YORK) == Reach(24, 1)


def test_a_post_of_a_place_that_stays_is_not_counted_for_the_one_beside_it_that_goes() -> None:
    early, late = Place(3, time(9), "human"), Place(3, time(16), "human")
    outline = standing(early, late)
    filled = [post(outline[0][0], date(2026, 11, 26))]
    goes, stays = (reshaping.compare(outline, (place,)) for place in (early, late))
    assert reshaping.reach(goes, outline, filled, now=WEDNESDAY, zone=NEW_YORK) == Reach(12, 0)
    assert reshaping.reach(stays, outline, filled, now=WEDNESDAY, zone=NEW_YORK) == Reach(12, 1)


_PLACES = st.lists(
    st.builds(
        Place,
        st.integers(0, 6),
        st.sampled_from([time(9), time(12), time(16, 30)]),
        st.sampled_from(["service", "human", "community"]),
        st.sampled_from([0, 2, -1]),
    ),
    min_size=1,
    max_size=6,
    unique=True,
)


@given(before=_PLACES, after=_PLACES, filled=st.sets(st.integers(0, 40)))
def test_every_place_either_stays_changes_or_goes_and_the_wanted_outline_comes_of_it(
    before: list[Place], after: list[Place], filled: set[int]
) -> None:
    outline = standing(*before)
    rows = [slot for slot, _ in outline]
    change = reshaping.compare(outline, after)
    left = [slot for slot in rows if slot not in change.gone]
    now_at = {id(slot): place for slot, place in change.moved}
    was = {id(slot): place for slot, place in outline}
    result = [now_at.get(id(slot), was[id(slot)]) for slot in left] + list(change.added)
    assert sorted(result, key=str) == sorted(after, key=str)
    today = WEDNESDAY.astimezone(NEW_YORK).date()
    turns = Outline(rows).turns(today, today + timedelta(days=60))
    posts = [post(turn.slot, turn.on) for number, turn in enumerate(turns) if number in filled]
    for number, each in enumerate(posts):
        each.id = number
    reached = reshaping.reach(change, outline, posts, now=WEDNESDAY, zone=NEW_YORK)
    touched = {slot.id for slot in change.touched}
    ahead = [each for each in posts if each.slot_id in touched and each.publish_at > WEDNESDAY]
    assert reached.filled == len(ahead)
    laid_out = cadence.lay_out_days(
        today, today + timedelta(days=60), Outline(left), posts, now=WEDNESDAY, zone=NEW_YORK
    )
    assert {id(entry.post) for entry in laid_out if entry.post} == {id(each) for each in posts}
