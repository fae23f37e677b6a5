"""Goals: what may be aimed for, and how far it has come, counted from leads that are old enough to judge."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import goals
from bot.domain.errors import Misread
from bot.domain.goals import Metric
from bot.domain.progress import Grounds, Progress, progress
from bot.domain.verdict import Share
from storage.tables import Goal, Lead

ZONE = ZoneInfo("America/New_York")
TODAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 22)
NOW = datetime(2026, 11, 27, 15, tzinfo=UTC)


def a_goal(metric: str, **otherwise: object) -> Goal:
    values = {"kind": "sales", "words": "More", "target": 30, "due_on": date(2027, 3, 31), "owner_id": 1, "set_at": NOW}
    return Goal(workspace_id=1, metric=metric, **{**values, **otherwise})


def a_lead(days_ago: int, *, reached: int | None = None, booked: int | None = None, lost: str = "") -> Lead:
    """One lead, reached or booked so many days after it came."""
    came = TODAY - timedelta(days=days_ago)

    def after(days: int | None) -> datetime | None:
        return (
            None if days is None else datetime(came.year, came.month, came.day, 16, tzinfo=UTC) + timedelta(days=days)
        )

    return Lead(
        workspace_id=1,
        number=1,
        said="instagram",
        came_on=came,
        logged_at=NOW,
        reached_at=after(reached),
        booked_at=after(booked),
        lost_reason=lost,
    )


@pytest.mark.parametrize(
    "words",
    [
        "Go viral on TikTok",
        "buy 5,000 followers",
        "Bought likes for the new page",
        "paid reviews",
        "giveaway for likes",
    ],
)
def test_what_no_practice_should_aim_for_is_answered_with_what_it_could(words: str) -> None:
    with pytest.raises(Misread) as refused:
        goals.read_words(words)
    assert refused.value.field == "words"
    assert "enquiries" in refused.value.sentence


@pytest.mark.parametrize("words", ["Fill the Friday mornings", "More implant consultations", "Book the reviewed plan"])
def test_what_a_practice_may_aim_for_is_kept_as_typed(words: str) -> None:
    assert goals.read_words(f"  {words} ") == words


@pytest.mark.parametrize("sign", ["likes", "followers"])
def test_likes_and_followers_are_never_the_only_goal(sign: str) -> None:
    with pytest.raises(Misread, match="look, not that they come"):
        goals.read_metric(sign)


@pytest.mark.parametrize(("target", "metric"), [(None, Metric.LEADS), (0, Metric.LEADS), (101, Metric.BOOKED_SHARE)])
def test_a_target_must_be_a_number_that_can_be_reached(target: int | None, metric: Metric) -> None:
    with pytest.raises(Misread, match="How many"):
        goals.check_target(target, metric)


@pytest.mark.parametrize("due_on", [None, TODAY, date(2029, 1, 1)])
def test_a_goal_has_a_day_ahead(due_on: date | None) -> None:
    with pytest.raises(Misread):
        goals.check_due(due_on, TODAY)


@pytest.mark.parametrize(
    ("metric", "leads", "stands"),
    [
        ("leads", [a_lead(1), a_lead(20), a_lead(40), a_lead(3, lost="spam")], Progress(count=2)),
        ("booked", [a_lead(40, booked=20), a_lead(2, booked=1), a_lead(60, booked=1)], Progress(count=2)),
        ("booked-share", [a_lead(18, booked=1), a_lead(19, booked=1), a_lead(25), a_lead(75, booked=1)],
         Progress(share=Share(1, 2))),
        ("same-day", [a_lead(5, reached=0), a_lead(6, reached=1), a_lead(7), a_lead(0, reached=0)],
         Progress(share=Share(1, 3))),
        ("shown-share", [], Progress(share=Share(0, 0))),
    ],
)  # fmt: skip
def test_how_far_a_goal_has_come(metric: str, leads: list[Lead], stands: Progress) -> None:
    assert progress(a_goal(metric), Grounds(leads, TODAY, SUNDAY, ZONE)) == stands


def test_a_goal_is_aimed_for_through_its_last_day_and_the_first_due_comes_first() -> None:
    soon, later = a_goal("leads", id=2, due_on=TODAY), a_goal("booked", id=1)
    ended = a_goal("started", id=3, ended_at=NOW)
    over = a_goal("same-day", id=4, due_on=TODAY - timedelta(days=1))
    assert goals.open_ones([later, soon, ended, over], TODAY) == [soon, later]
