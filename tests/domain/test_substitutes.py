"""When the lead is asked what stands in for a picture, which kept photos would do, and which one is the real one."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import substitutes
from bot.domain.hours import Opening
from bot.domain.practice import DEFAULT_OPENING
from bot.domain.substitutes import Missing
from bot.domain.team import Team
from storage.tables import Photo, PhotoState, Post, Reminder, Shape, Step, Substitute, Task

NEW_YORK = ZoneInfo("America/New_York")
LONG_AGO = datetime(2026, 11, 2, 14, tzinfo=UTC)


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


def _missing(publish_at: datetime, *, due_at: datetime = LONG_AGO, planned_at: datetime = LONG_AGO) -> Missing:
    step = Step(id=1, workspace_id=1, post_id=1, task=Task.PHOTO, owner_id=3, due_at=due_at, accepted_at=LONG_AGO)
    return Missing(step, publish_at, planned_at)


@pytest.mark.parametrize(
    ("publish_at", "asked_at"),
    [
        pytest.param(_at(26, 16), _at(25, 16), id="a day before"),
        pytest.param(_at(23, 10), _at(20, 10), id="on Friday for Monday"),
        pytest.param(_at(28, 10), _at(27, 10), id="on Friday for a Saturday"),
        pytest.param(_at(26, 12, 30), _at(25, 13), id="after lunch"),
        pytest.param(_at(26, 20), _at(25, 17), id="by closing time"),
    ],
)
def test_the_lead_is_asked_an_opening_day_before_the_post_goes_out(publish_at: datetime, asked_at: datetime) -> None:
    assert substitutes.asked_at(_missing(publish_at), DEFAULT_OPENING, NEW_YORK) == asked_at


def test_nobody_is_asked_about_a_post_that_came_later_and_a_photo_planned_for_later_is_waited_for() -> None:
    late = _missing(_at(26, 16), planned_at=_at(25, 16, 1))
    assert substitutes.asked_at(late, DEFAULT_OPENING, NEW_YORK) is None
    planned_for_then = _missing(_at(26, 16), due_at=_at(26, 13))
    assert substitutes.asked_at(planned_for_then, DEFAULT_OPENING, NEW_YORK) == _at(26, 13)
    assert substitutes.asked_at(_missing(_at(26, 16), due_at=_at(26, 16)), DEFAULT_OPENING, NEW_YORK) is None
    assert substitutes.asked_at(_missing(_at(26, 16)), Opening(((),) * 7), NEW_YORK) is None


@pytest.mark.parametrize(
    ("team", "accepted_at", "told"),
    [
        (Team(1, 2), LONG_AGO, [(3, Reminder.MISSING_OWN), (1, Reminder.MISSING)]),
        (Team(1, 2), None, [(1, Reminder.MISSING)]),
        (Team(1, 2, away=frozenset({1})), LONG_AGO, [(3, Reminder.MISSING_OWN), (2, Reminder.MISSING)]),
        (Team(1, 2, away=frozenset({3})), LONG_AGO, [(1, Reminder.MISSING)]),
        (Team(3, 2), LONG_AGO, [(3, Reminder.MISSING)]),
        (Team(), LONG_AGO, []),
    ],
    ids=["both know", "nobody has said yes", "the lead is away", "the owner is away", "the lead has it", "no lead"],
)
def test_the_lead_is_asked_and_whoever_has_it_knows(
    team: Team, accepted_at: datetime | None, told: list[tuple[int, Reminder]]
) -> None:
    missing = _missing(_at(26, 16))
    missing.step.accepted_at = accepted_at
    found = substitutes.questions(missing, team, DEFAULT_OPENING, NEW_YORK)
    assert [(due.member_id, due.reminder) for due in found] == told


def _photo(number: int, width: int, height: int, state: str = PhotoState.READY) -> Photo:
    at = LONG_AGO + timedelta(days=number)
    return Photo(
        workspace_id=1, number=number, file_id=str(number), shared_by=3, shared_at=at, state=state,
        width=width, height=height,
    )  # fmt: skip


def _post(*, shape: str = "", substitute: str = "") -> Post:
    return Post(
        workspace_id=1, number=1, on=date(2026, 11, 26), publish_at=_at(26, 16), kind="human", what="Meet us",
        added_at=LONG_AGO, shape=shape, substitute=substitute,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("shape", "numbers"), [("", [6, 4, 3]), (Shape.UPRIGHT, [4, 2]), (Shape.WIDE, [3, 1]), (Shape.SQUARE, [6])]
)
def test_the_newest_three_photos_that_are_held_as_asked_are_offered(shape: str, numbers: list[int]) -> None:
    kept = [
        _photo(1, 1800, 1200), _photo(2, 1200, 1800), _photo(3, 1600, 900), _photo(4, 900, 1600),
        _photo(5, 1000, 1000, PhotoState.BLOCKED), _photo(6, 1000, 1000),
    ]  # fmt: skip
    assert [photo.number for photo in substitutes.fitting(kept, _post(shape=shape))] == numbers


@pytest.mark.parametrize(
    ("stood_in", "shared", "by", "then"),
    [
        ("", "later", 3, ""),
        (Substitute.LIBRARY, "later", 3, ""),
        (Substitute.LIBRARY, "before", 4, Substitute.LIBRARY),
        (Substitute.GRAPHIC, "later", 1, Substitute.GRAPHIC),
        (Substitute.GRAPHIC, "later", 3, ""),
        (Substitute.GRAPHIC, "before", 4, Substitute.LIBRARY),
    ],
)
def test_what_is_shared_after_the_choice_is_the_real_one_unless_it_is_the_graphic(
    stood_in: str, shared: str, by: int, then: str
) -> None:
    chosen_at = LONG_AGO + timedelta(days=10)
    picture = Step(workspace_id=1, post_id=1, task=Task.PHOTO, owner_id=3, due_at=LONG_AGO, done_at=chosen_at)
    graphic = Step(workspace_id=1, post_id=1, task=Task.GRAPHIC, owner_id=1, due_at=LONG_AGO)
    photo = _photo(11 if shared == "later" else 9, 1200, 900)
    photo.shared_by = by
    found = substitutes.after_attaching(photo, _post(substitute=stood_in), picture, graphic if stood_in else None)
    assert found == then
