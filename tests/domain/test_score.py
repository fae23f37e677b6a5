from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import cadence, score
from bot.domain.outline import Outline
from bot.domain.score import Quality, Reason, Tick
from storage.tables import Post, Slot, Step

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
TODAY = date(2026, 11, 23)
THURSDAYS = Outline([Slot(id=1, workspace_id=1, weekday=3, at=time(16), kind="human")])


def post(weeks: int, **given: object) -> Post:
    """A post of the Thursday so many weeks from this one; what is behind is out."""
    on = date(2026, 11, 26) + timedelta(weeks=weeks)
    at = datetime.combine(on, time(16), NEW_YORK).astimezone(UTC)
    out = {"posted_at": at} if at < NOW else {}
    return Post(
        id=100 + weeks,
        workspace_id=1,
        number=100 + weeks,
        on=on,
        kind="human",
        what="Us",
        publish_at=at,
        **out,
        **given,
    )


def ticks(posts: list[Post], *, counted: tuple[int, ...] = (), is_answered: bool = True) -> dict[Quality, Tick]:
    days = (TODAY - score.FOUR_WEEKS, TODAY + score.FOUR_WEEKS)
    entries = cadence.lay_out_days(*days, THURSDAYS, posts, now=NOW, zone=NEW_YORK)
    steps = {
        one.id or 0: (
            Step(
                workspace_id=1,
                post_id=one.id,
                task="photo",
                owner_id=2,
                due_at=NOW,
                accepted_at=NOW if is_answered else None,
            ),
        )
        for one in posts
    }
    behind = [entry for entry in entries if entry.publish_at <= NOW]
    ahead = [entry for entry in entries if entry.publish_at > NOW]
    return {tick.quality: tick for tick in score.score(behind, ahead, steps, counted, now=NOW)}


@pytest.mark.parametrize(
    ("posts", "counted", "quality", "expected"),
    [
        ([], (), Quality.STRATEGIC, (None, Reason.SAYS_WHY, 0, 0)),
        ([post(0, why="New faces"), post(1)], (), Quality.STRATEGIC, (False, Reason.SAYS_WHY, 1, 2)),
        ([post(0, why="New faces"), post(1, goal="sales")], (), Quality.STRATEGIC, (True, Reason.SAYS_WHY, 2, 2)),
        ([post(-2), post(-1)], (98,), Quality.TRACKABLE, (False, Reason.HAS_FIGURES, 1, 2)),
        ([post(-2), post(-1)], (98, 99), Quality.TRACKABLE, (True, Reason.HAS_FIGURES, 2, 2)),
        ([post(0)], (), Quality.TRACKABLE, (None, Reason.HAS_FIGURES, 0, 0)),
        ([post(-1)], (), Quality.MANAGEABLE, (False, Reason.KEPT, 1, 4)),
        ([post(-1), post(-3)], (), Quality.MANAGEABLE, (True, Reason.KEPT, 2, 4)),
    ],
)
def test_each_tick_has_the_counts_that_decide_it(
    posts: list[Post], counted: tuple[int, ...], quality: Quality, expected: tuple[object, ...]
) -> None:
    tick = ticks(posts, counted=counted)[quality]
    assert (tick.holds, tick.reason, tick.part, tick.whole) == expected


def test_a_step_without_a_yes_is_no_plan_that_can_be_managed() -> None:
    tick = ticks([post(0), post(-1), post(-2), post(-3), post(-4)], is_answered=False)[Quality.MANAGEABLE]
    assert (tick.holds, tick.reason, tick.part, tick.whole) == (False, Reason.WAITS_FOR_A_YES, 1, 1)
