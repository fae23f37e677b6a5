from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.commands import grammar
from bot.commands import vocabulary as v
from bot.commands.when import Reading
from bot.domain import series
from bot.domain.errors import PlanError
from bot.domain.practice import DEFAULT_OPENING
from storage.tables import Post

TODAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 26)
READING = Reading(
    now=datetime(2026, 11, 23, 14, tzinfo=UTC),
    zone=ZoneInfo("America/New_York"),
    day_first=False,
    opening=DEFAULT_OPENING,
)


def said(first: date, every: int, until: str = "", times: int | None = None, closed: tuple[str, ...] = ()) -> str:
    end = date.fromisoformat(until) if until else None
    days = frozenset(map(date.fromisoformat, closed))
    found, left_out = series.days(first, every, until_on=end, times=times, closed_days=days, today=TODAY)
    return " ".join(f"{on:%d.%m.}" for on in found) + (
        " but " + " ".join(f"{on:%d.%m.}" for on in left_out) if left_out else ""
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((THURSDAY, 1, "2026-12-17"), "26.11. 03.12. 10.12. 17.12."),
        ((THURSDAY, 2, "2027-01-07"), "26.11. 10.12. 24.12. 07.01."),
        ((THURSDAY, 2, "", 3), "26.11. 10.12. 24.12."),
        ((THURSDAY, 1, "2026-12-17", 2), "26.11. 03.12."),
        ((THURSDAY, 2, "", 3, ("2026-12-24",)), "26.11. 10.12. 07.01. but 24.12."),
        ((THURSDAY, 0, "2027-03-01"), "26.11. 24.12. 28.01. 25.02."),
        ((date(2026, 11, 30), 0, "2027-05-31"), "30.11. 29.03. 31.05."),
    ],
)
def test_a_series_comes_on_its_days_and_ends(told: tuple[object, ...], expected: str) -> None:
    assert said(*told) == expected


@pytest.mark.parametrize(
    "told",
    [
        (THURSDAY, 1),
        (THURSDAY, 1, "2026-11-25"),
        (THURSDAY, 1, "", 1),
        (THURSDAY, 1, "", 41),
        (THURSDAY, 1, "2026-11-30"),
        (THURSDAY, 1, "2028-01-01"),
    ],
)
def test_a_series_without_a_sensible_end_is_refused(told: tuple[object, ...]) -> None:
    with pytest.raises(PlanError):
        said(*told)


def test_each_post_knows_which_of_how_many_it_is() -> None:
    def post(number: int, of: int | None) -> Post:
        at = datetime(2026, 12, number, 21, tzinfo=UTC)
        return Post(
            id=number, workspace_id=1, number=number, on=at.date(), kind="human", what="Us", publish_at=at, series_id=of
        )

    posts = [post(9, 2), post(2, 2), post(5, 2), post(3, None), post(4, 4)]
    assert series.positions(posts) == {2: (1, 3), 5: (2, 3), 9: (3, 3), 4: (1, 1)}
    assert [each.id for each in series.following(posts[1], posts[:3])] == [9, 5]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "every second thu 4pm until mar 31 Tip of the week #human",
            (THURSDAY, "16:00", 2, "2027-03-31", None, "Tip of the week", "human"),
        ),
        (
            "every other thu until dec 31 Tip until you drop",
            (THURSDAY, "", 2, "2026-12-31", None, "Tip until you drop", ""),
        ),
        ("thu 4pm 6 times Tip of the week", (THURSDAY, "16:00", 1, "", 6, "Tip of the week", "")),
        (
            "every 3rd thu 10am 4 times #human 10 tips for 10 teeth",
            (THURSDAY, "10:00", 3, "", 4, "10 tips for 10 teeth", "human"),
        ),
    ],
)
def test_a_series_is_read_as_people_type_it(typed: str, expected: tuple[object, ...]) -> None:
    read = grammar.read("/plan", f"series {typed}", READING)
    assert isinstance(read, v.AddSeries)
    end = read.until_on.isoformat() if read.until_on else ""
    at = read.at.strftime("%H:%M") if read.at else ""
    assert (read.on, at, read.every, end, read.times, read.what, read.kind) == expected


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("every thu 4pm Tip of the week", "When does the series end?"),
        ("every thu 4pm until someday Tip", "someday"),
        ("every thu 4pm 6 times Tip <@U1|ben>", "Nobody is asked for a whole series"),
        ("every thu 4pm until mar 31", "What is the post about?"),
    ],
)
def test_a_series_that_cannot_be_read_is_refused_with_what_is_missing(typed: str, reason: str) -> None:
    with pytest.raises(PlanError) as refused:
        grammar.read("/plan", f"series {typed}", READING)
    assert reason in refused.value.sentence


def test_a_post_that_comes_every_week_is_told_apart_from_a_place_of_the_outline() -> None:
    with pytest.raises(PlanError) as refused:
        grammar.read("/plan", "add every monday 10am Tip", READING)
    assert "/plan series" in refused.value.sentence
    assert "/plan cadence" in refused.value.sentence
