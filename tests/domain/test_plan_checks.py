from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import cadence, checks
from bot.domain.checks import Finding
from bot.domain.outline import Outline
from bot.domain.weeks import Week
from storage.tables import Post, Slot, Step

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
OUTLINE = Outline(
    [
        Slot(id=number, workspace_id=1, weekday=place.weekday, at=place.at, kind=place.kind)
        for number, place in enumerate(cadence.DEFAULT, 1)
    ]
)


def post(on: date, kind: str = "human", what: str = "Meet us", **given: str) -> Post:
    publish_at = datetime.combine(on, time(16), NEW_YORK).astimezone(UTC)
    number = on.toordinal()
    return Post(id=number, workspace_id=1, number=number, on=on, kind=kind, what=what, publish_at=publish_at, **given)


def found(posts: list[Post], week: Week, *, uses_ads: bool = False) -> tuple[Finding, ...]:
    entries = cadence.lay_out(week, OUTLINE, posts, now=NOW, zone=NEW_YORK)
    return checks.mix(posts, entries, week, uses_ads=uses_ads)


def test_the_next_seven_days_miss_empty_places_a_yes_and_answers() -> None:
    asked, settled = post(MONDAY + timedelta(3)), post(MONDAY + timedelta(5), "community")
    settled.why = settled.network = settled.takes = "said"
    far = post(MONDAY + timedelta(10))
    step = Step(workspace_id=1, post_id=asked.id, task="photo", owner_id=2, due_at=NOW)
    entries = cadence.lay_out_days(
        MONDAY, MONDAY + timedelta(14), OUTLINE, [asked, settled, far], now=NOW, zone=NEW_YORK
    )
    gaps = checks.gaps(entries, {asked.id or 0: (step,)}, now=NOW)
    assert [entry.on for entry in gaps.empty] == [MONDAY]
    assert [(each.post.id, len(each.unanswered)) for each in gaps.unsettled] == [(asked.id, 1)]
    assert gaps.unsettled[0].questions == ("why", "how", "what it takes")


def test_a_week_without_a_filled_place_is_said_and_one_with_an_extra_post_is_not() -> None:
    assert Finding.NEXT_WEEK_EMPTY in found([], Week(2026, 48))
    assert Finding.NEXT_WEEK_EMPTY not in found([post(MONDAY + timedelta(1))], Week(2026, 48))


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["service", "service", "service", "human", "community"], False),
        (["service", "service", "service", "awareness", "community"], True),
        (["service", "service", "service", "service"], False),
    ],
)
def test_more_than_sixty_percent_promotion_in_four_weeks_is_said_and_sixty_is_not(
    kinds: list[str], expected: bool
) -> None:
    posts = [post(MONDAY + timedelta(number), kind) for number, kind in enumerate(kinds)]
    assert (Finding.TOO_MUCH_PROMOTION in found(posts, Week(2026, 48))) is expected


def test_a_mix_that_leans_is_said_once_when_it_begins_to() -> None:
    posts = [post(MONDAY - timedelta(number), "service") for number in range(1, 7)]
    posts.append(post(MONDAY, "service"))
    assert Finding.TOO_MUCH_PROMOTION in found(posts, Week(2026, 47))
    assert Finding.TOO_MUCH_PROMOTION not in found(posts, Week(2026, 48))


MIDDLE = Week.of(date(2026, 12, 15))


@pytest.mark.parametrize(
    ("post_", "uses_ads", "expected"),
    [
        (post(date(2026, 12, 3)), False, [Finding.NO_INVITATION]),
        (post(date(2026, 12, 3), what="Come by for cocoa"), False, []),
        (post(date(2026, 12, 3), link="https://a.example"), False, []),
        (post(date(2026, 12, 3), link="https://a.example"), True, [Finding.NO_ADS]),
        (post(date(2026, 12, 7), "retargeting"), True, [Finding.ONLY_ADS]),
        (post(date(2026, 11, 30), what="Join us"), False, [Finding.NO_INVITATION]),
    ],
)
def test_what_a_month_lacks_is_said_in_its_middle(post_: Post, uses_ads: bool, expected: list[Finding]) -> None:
    of_month = set(found([post_], MIDDLE, uses_ads=uses_ads)) - {Finding.NEXT_WEEK_EMPTY}
    assert of_month == set(expected)
    before = set(found([post_], MIDDLE.previous(), uses_ads=uses_ads)) - {Finding.NEXT_WEEK_EMPTY}
    assert before == set()


def test_in_every_month_there_is_exactly_one_week_of_its_middle() -> None:
    week, said = Week.of(date(2026, 1, 1)), []
    while week.monday < date(2029, 1, 1):
        if Finding.NO_INVITATION in found([], week):
            said.append(week)
        week = week.next()
    assert len(said) == 36
