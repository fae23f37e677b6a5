from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.domain import posts, steps, templates
from bot.domain.hours import Opening
from bot.domain.practice import DEFAULT_OPENING
from storage.tables import Step, Task

NEW_YORK = ZoneInfo("America/New_York")
MONDAY_NINE = datetime(2026, 11, 23, 9, tzinfo=NEW_YORK)


def due(publish: datetime, now: datetime = MONDAY_NINE, opening: Opening = DEFAULT_OPENING) -> dict[str, str]:
    planned = steps.due_times(publish, now=now, opening=opening, zone=NEW_YORK)
    return {step.task: f"{step.due_at.astimezone(NEW_YORK):%a %d %H:%M}" for step in planned}


def at(on: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, on, hour, minute, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("publish", "expected"),
    [
        (at(26, 16), ["Tue 24 16:00", "Wed 25 16:00", "Thu 26 16:00", "Fri 27 16:00"]),
        (at(28, 10), ["Thu 26 10:00", "Fri 27 10:00", "Fri 27 17:00", "Mon 30 10:00"]),
        (at(30, 10), ["Thu 26 10:00", "Fri 27 10:00", "Mon 30 10:00", "Tue 01 10:00"]),
        (at(27, 12, 30), ["Wed 25 12:00", "Thu 26 12:00", "Fri 27 12:00", "Mon 30 13:00"]),
        (at(27, 20), ["Wed 25 17:00", "Thu 26 17:00", "Fri 27 17:00", "Mon 30 17:00"]),
        (at(27, 7), ["Tue 24 17:00", "Wed 25 17:00", "Thu 26 17:00", "Mon 30 08:00"]),
    ],
    ids=["thursday afternoon", "weekend", "monday", "lunch", "evening", "before opening"],
)
def test_steps_are_due_backwards_from_the_post_on_working_days(publish: datetime, expected: list[str]) -> None:
    assert list(due(publish).values()) == expected


def test_closed_days_are_no_working_days() -> None:
    holidays = Opening(DEFAULT_OPENING.weekdays, frozenset({date(2026, 11, 26), date(2026, 11, 27)}))
    assert list(due(at(30, 10), opening=holidays).values()) == [
        "Tue 24 10:00",
        "Wed 25 10:00",
        "Mon 30 10:00",
        "Tue 01 10:00",
    ]


@pytest.mark.parametrize(
    ("publish", "now", "expected"),
    [
        (at(24, 16), at(23, 9), ["Mon 23 12:00", "Mon 23 16:00", "Tue 24 16:00"]),
        (at(23, 16), at(23, 9), ["Mon 23 10:30", "Mon 23 12:00", "Mon 23 16:00"]),
        (at(23, 9, 30), at(23, 9), ["Mon 23 09:05", "Mon 23 09:15", "Mon 23 09:30"]),
        (at(24, 8), at(23, 18), ["Tue 24 08:00"] * 3),
        (at(23, 20), at(23, 18), ["Mon 23 20:00"] * 3),
    ],
    ids=["tomorrow", "today", "in half an hour", "at opening", "tonight, when nobody is in"],
)
def test_a_post_that_is_soon_shares_the_time_that_is_left(
    publish: datetime, now: datetime, expected: list[str]
) -> None:
    assert list(due(publish, now).values())[:3] == expected


@settings(deadline=None)
@given(
    days=some.integers(1, 365),
    minute=some.integers(0, 24 * 60 - 1),
    early=some.integers(0, 7 * 24 * 60),
    zone=some.sampled_from(["America/New_York", "Australia/Lord_Howe", "Europe/Berlin"]),
)
def test_steps_are_in_order_and_within_opening_hours_whenever_there_is_time(
    days: int, minute: int, early: int, zone: str
) -> None:
    here = ZoneInfo(zone)
    now = (datetime(2026, 11, 23, tzinfo=here) + timedelta(minutes=early)).astimezone(UTC)
    on = now.astimezone(here).date() + timedelta(days)
    try:
        publish_at = posts.publish_moment(on, time(minute // 60, minute % 60), now=now, zone=here)
    except posts.plan_errors.Misread:
        return
    photo, caption, publish, check = steps.due_times(publish_at, now=now, opening=DEFAULT_OPENING, zone=here)
    assert now <= photo.due_at <= caption.due_at <= publish.due_at <= publish_at < check.due_at
    for step in (photo, caption, publish, check):
        assert DEFAULT_OPENING.is_open(step.due_at.astimezone(here)) or step.due_at == publish_at
    assert DEFAULT_OPENING.is_open(check.due_at.astimezone(here))
    somebody_is_in_at = DEFAULT_OPENING.next_open(now + timedelta(minutes=1), here)  # and not leaving this minute
    if publish_at >= somebody_is_in_at + timedelta(minutes=2):
        assert DEFAULT_OPENING.is_open(publish.due_at.astimezone(here))


def test_the_photo_is_the_assignees_or_the_adders_and_the_rest_is_the_leads() -> None:
    known = {"lead": 1, "UBEN": 2}
    assert templates.owners(templates.USUAL, named_id=2, adder_id=3, known=known) == {
        Task.PHOTO: 2,
        Task.CAPTION: 1,
        Task.PUBLISH: 1,
        Task.CHECK: 1,
    }
    assert templates.owners(templates.USUAL, named_id=None, adder_id=3, known=known)[Task.PHOTO] == 3


def test_only_the_check_is_left_once_a_post_is_out() -> None:
    rows = [
        Step(workspace_id=1, post_id=1, task=task, owner_id=1, due_at=MONDAY_NINE)
        for task in (Task.PHOTO, Task.CAPTION, Task.PUBLISH, Task.CHECK)
    ]
    rows[0].done_at = MONDAY_NINE
    assert [step.task for step in steps.closed_by_posting(rows, MONDAY_NINE)] == [Task.CAPTION, Task.PUBLISH]
