from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outline import Outline, comes_round
from bot.domain.practice import DEFAULT_OPENING
from storage.tables import Post, Slot


def slot(weekday: int, **given: object) -> Slot:
    return Slot(id=1, workspace_id=1, weekday=weekday, at=time(10), kind="human", **given)


def days(slot: Slot, first: date, last: date) -> list[date]:
    return [turn.on for turn in Outline([slot]).turns(first, last)]


@pytest.mark.parametrize(
    ("weekday", "rank", "expected"),
    [
        (1, 2, [date(2027, 2, 9), date(2027, 3, 9)]),
        (0, 1, [date(2027, 2, 1), date(2027, 3, 1)]),
        (6, -1, [date(2027, 2, 28), date(2027, 3, 28)]),
        (4, -1, [date(2027, 2, 26), date(2027, 3, 26)]),
        (0, 4, [date(2027, 2, 22), date(2027, 3, 22)]),
    ],
)
def test_a_monthly_place_comes_round_once_in_every_month(weekday: int, rank: int, expected: list[date]) -> None:
    assert days(slot(weekday, rank=rank), date(2027, 2, 1), date(2027, 3, 31)) == expected


def test_a_place_comes_round_between_its_first_and_its_last_day_and_both_count() -> None:
    stretch = slot(3, since_on=date(2026, 12, 3), until_on=date(2026, 12, 17))
    assert days(stretch, date(2026, 11, 1), date(2027, 1, 31)) == [date(2026, 12, day) for day in (3, 10, 17)]


@given(st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]), st.integers(2024, 2040), st.integers(1, 12))
def test_whatever_the_month_a_monthly_place_has_exactly_one_day_in_it(
    weekday: int, rank: int, year: int, month: int
) -> None:
    monthly = slot(weekday, rank=rank)
    found = [day for day in range(1, 32) if exists(year, month, day) and comes_round(monthly, date(year, month, day))]
    assert len(found) == 1


def exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


THURSDAY = date(2026, 11, 26)
NEXT = date(2026, 12, 3)


def turns(slot: Slot, first: date, last: date) -> list[tuple[date, time, str]]:
    return [(turn.on, turn.at, turn.fate) for turn in Outline([slot]).turns(first, last)]


def test_a_turn_left_out_by_hand_leaves_the_others() -> None:
    skipped = slot(3, moves={"2026-11-26": ""})
    assert days(skipped, THURSDAY, date(2026, 12, 10)) == [NEXT, date(2026, 12, 10)]
    [out] = Outline([skipped]).left_out(THURSDAY, NEXT)
    assert (out.due_on, out.fate) == (THURSDAY, "left out")


def test_a_turn_moved_by_hand_comes_on_its_new_day_also_from_another_month() -> None:
    moved = slot(3, moves={"2026-11-26": "2026-12-01T15:30"})
    assert turns(moved, THURSDAY, date(2026, 11, 30)) == []
    assert turns(moved, date(2026, 12, 1), NEXT) == [
        (date(2026, 12, 1), time(15, 30), "moved"),
        (NEXT, time(10), "as usual"),
    ]
    assert [out.on for out in Outline([moved]).left_out(THURSDAY, THURSDAY)] == [date(2026, 12, 1)]


@given(st.dictionaries(st.integers(0, 9), st.none() | st.integers(-20, 20), max_size=8))
def test_whatever_is_moved_or_left_out_no_turn_is_lost_and_none_comes_twice(moves: dict[int, int | None]) -> None:
    by_hand = {
        (THURSDAY + timedelta(weeks=week)).isoformat(): ""
        if by is None
        else f"{THURSDAY + timedelta(weeks=week, days=by)}T09:00"
        for week, by in moves.items()
    }
    outline = Outline([slot(3, moves=by_hand)])
    first, last = THURSDAY - timedelta(days=40), THURSDAY + timedelta(days=120)
    found = outline.turns(first, last)
    out = [turn for turn in outline.left_out(first, last) if turn.fate == "left out"]
    usual = [first + timedelta(days=n) for n in range((last - first).days + 1) if (first + timedelta(n)).weekday() == 3]
    assert sorted(turn.due_on for turn in [*found, *out]) == usual
    weeks = [first + timedelta(days=7 * n) for n in range(23)]
    assert sorted(turn.due_on for monday in weeks for turn in outline.turns(monday, monday + timedelta(6))) == sorted(
        turn.due_on for turn in found
    )


HOLIDAYS = frozenset(
    {date(2026, 11, 26), *(date(2026, 12, 24) + timedelta(days=number) for number in range(9)), date(2026, 12, 7)}
)
OPENING = replace(DEFAULT_OPENING, closed_days=HOLIDAYS)


def closed(rule: str, *slots: Slot, since: str = "2026-11-01") -> Outline:
    return Outline(slots, OPENING, {since: rule})


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("keep", [date(2026, 11, 26), date(2026, 12, 3)]),
        ("move", [date(2026, 11, 27), date(2026, 12, 3)]),
        ("drop", [date(2026, 12, 3)]),
    ],
)
def test_a_place_on_a_closed_day_stays_moves_or_is_left_out(rule: str, expected: list[date]) -> None:
    assert [turn.on for turn in closed(rule, slot(3)).turns(THURSDAY, NEXT)] == expected


def test_a_place_moves_over_the_weekend_into_the_next_week() -> None:
    outline = closed("move", slot(5))
    saturday = replace(OPENING, closed_days=frozenset({date(2026, 11, 28)}))
    moved = replace(outline, opening=saturday)
    assert moved.on(date(2026, 11, 28)) == ()
    [turn] = moved.on(date(2026, 11, 30))
    assert (turn.due_on, turn.fate) == (date(2026, 11, 28), "moved, closed")


def test_over_a_long_holiday_places_do_not_pile_up_on_the_first_day_after_it() -> None:
    outline = closed("move", slot(0), slot(3), slot(5))
    found = outline.turns(date(2026, 12, 21), date(2027, 1, 10))
    assert [(turn.on.isoformat(), turn.slot.weekday) for turn in found] == [
        ("2026-12-21", 0),
        ("2027-01-02", 5),
        ("2027-01-04", 0),
        ("2027-01-04", 3),
        ("2027-01-07", 3),
        ("2027-01-09", 5),
    ]
    out = [turn.due_on.isoformat() for turn in outline.left_out(date(2026, 12, 21), date(2026, 12, 31))]
    assert out == ["2026-12-28", "2026-12-24", "2026-12-31", "2026-12-26"]


def test_a_place_that_has_its_post_stays_on_its_closed_day() -> None:
    post = Post(id=1, workspace_id=1, slot_id=1, on=THURSDAY, kind="human", what="Thanks")
    for rule in ("move", "drop"):
        outline = closed(rule, slot(3))
        assert [turn.on for turn in outline.turns(THURSDAY, date(2026, 11, 27), [post])] == [THURSDAY]


def test_what_was_moved_by_hand_counts_more_than_a_closed_day() -> None:
    by_hand = slot(3, moves={"2026-11-26": "2026-11-25T12:00"})
    assert [turn.on for turn in closed("drop", by_hand).turns(date(2026, 11, 23), NEXT)] == [date(2026, 11, 25), NEXT]


def test_a_new_rule_leaves_the_closed_days_before_it_as_they_were() -> None:
    outline = closed("drop", slot(3), slot(0), since="2026-12-01")
    assert THURSDAY in [turn.on for turn in outline.turns(date(2026, 11, 23), date(2026, 11, 29))]
    assert date(2026, 12, 7) not in [turn.on for turn in outline.turns(date(2026, 12, 7), date(2026, 12, 9))]
