from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import cadence, pauses, stall
from bot.domain.cadence import Place
from bot.domain.errors import PlanError
from bot.domain.outline import Outline
from bot.domain.stall import Memory, Sign
from bot.domain.weeks import Week
from storage.tables import Post, Slot

NEW_YORK = ZoneInfo("America/New_York")
WEEK = Week(2026, 48)
THURSDAY = datetime(2026, 11, 26, 14, tzinfo=UTC)
"""Thursday, 9:00 in New York."""
SLOTS = [
    Slot(id=number, workspace_id=1, weekday=place.weekday, at=place.at, kind=place.kind)
    for number, place in enumerate(cadence.DEFAULT, 1)
]
MISSED, EMPTY, HALF = frozenset({Sign.MISSED}), frozenset({Sign.EMPTY}), frozenset({Sign.HALF})


def post(on: str, slot: int, *, out: bool = True) -> Post:
    day = date.fromisoformat(on)
    at = datetime.combine(day, SLOTS[slot - 1].at, NEW_YORK).astimezone(UTC)
    number = day.toordinal()
    told = {"kind": SLOTS[slot - 1].kind, "what": "Us", "publish_at": at, "posted_at": at if out else None}
    return Post(id=number, workspace_id=1, number=number, slot_id=slot, on=day, **told)


def entries(posts: Sequence[Post], paused: dict[str, str] | None = None) -> tuple[cadence.Entry, ...]:
    outline = Outline(SLOTS, pauses=paused or {})
    return cadence.lay_out_days(date(2026, 11, 2), date(2026, 12, 6), outline, posts, now=THURSDAY, zone=NEW_YORK)


COMING = post("2026-12-01", 1, out=False)
COMING.on, COMING.kind, COMING.slot_id = date(2026, 11, 30), "service", 1
STEADY = [
    *(post(day, 1) for day in ("2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23")),
    *(post(day, 2) for day in ("2026-11-05", "2026-11-12", "2026-11-19")),
]


@pytest.mark.parametrize(
    ("posts", "closed", "paused", "expected"),
    [
        ([*STEADY, COMING], (), {}, frozenset()),
        (STEADY, (), {}, EMPTY),
        ([*STEADY[:3], *STEADY[4:], COMING], (), {}, MISSED),
        ([COMING], (), {}, MISSED | HALF),
        ([*STEADY[:3], *STEADY[4:], COMING], ("2026-11-23",), {}, frozenset()),
        ([*STEADY[:3], *STEADY[4:], COMING], (), {"2026-11-20": "2026-11-25"}, frozenset()),
        (STEADY, (), {"2026-11-27": "2026-12-10"}, frozenset()),
        (STEADY, ("2026-11-30", "2026-12-03", "2026-12-05"), {}, frozenset()),
        ([COMING], (), {"2026-11-01": "2026-11-26"}, frozenset()),
    ],
)
def test_a_plan_stands_still_by_any_of_three_signs_and_what_was_closed_or_paused_is_none(
    posts: list[Post], closed: tuple[str, ...], paused: dict[str, str], expected: frozenset[Sign]
) -> None:
    days = frozenset(date.fromisoformat(day) for day in closed)
    assert stall.signs(entries(posts, paused), days, WEEK) == expected


def test_the_lead_hears_once_and_again_only_of_something_new_after_three_weeks() -> None:
    found = [MISSED, MISSED, MISSED | EMPTY, frozenset(), MISSED, MISSED, MISSED, frozenset(), MISSED]
    memory, told = Memory(), []
    for number, seen in enumerate(found):
        today = date(2026, 11, 26) + timedelta(weeks=number)
        memory, is_told = stall.weigh(Memory.of(memory.to_json()), seen, Week.of(today), today)
        told.append(is_told)
    assert told == [True, False, False, False, True, False, False, False, True]
    assert memory.times == 3
    assert memory.looked == "2027-W03"


def test_a_smaller_outline_keeps_what_was_kept_most_and_what_comes_monthly() -> None:
    monthly = Place(1, time(15), "human", rank=2)
    outline = [
        *zip(SLOTS, cadence.DEFAULT, strict=True),
        (Slot(id=9, workspace_id=1, weekday=1, kind="human", rank=2), monthly),
    ]
    assert stall.smaller(outline, entries(STEADY[4:]), frozenset()) == (cadence.DEFAULT[1], monthly)
    assert stall.smaller(outline, entries(STEADY), frozenset()) == (*cadence.DEFAULT[:2], monthly)
    with pytest.raises(PlanError, match="no more than one place a week"):
        stall.smaller(outline[2:], (), frozenset())


def test_weeks_are_counted_kindly() -> None:
    weeks = stall.kept(entries(STEADY[:3], {"2026-11-09": "2026-11-16"}), frozenset())
    assert [(each.week.number, each.kept, each.places) for each in weeks] == [
        (45, 1, 3),
        (46, 1, 1),
        (47, 1, 3),
        (48, 0, 1),
    ]


def test_a_pause_begins_today_is_moved_and_ends_when_somebody_says_so() -> None:
    today = date(2026, 11, 26)
    begun = pauses.begun({}, today, date(2027, 1, 7))
    assert pauses.until(begun, today) == pauses.until(begun, date(2027, 1, 6)) == date(2027, 1, 7)
    assert pauses.until(begun, date(2027, 1, 7)) is pauses.until(begun, date(2026, 11, 25)) is None
    assert pauses.begun(begun, date(2026, 12, 1), date(2026, 12, 20)) == {"2026-11-26": "2026-12-20"}
    assert pauses.ended(begun, date(2026, 12, 1)) == {"2026-11-26": "2026-12-01"}
    assert pauses.ended(begun, today) == {}
    for until_on in (today, date(2028, 1, 1)):
        with pytest.raises(PlanError):
            pauses.begun({}, today, until_on)
