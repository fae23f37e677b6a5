import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import evergreen
from bot.domain.errors import PlanError
from storage.tables import Post

FIRST = date(2026, 9, 3)


def post(number: int, on: date, *, kind: str = "human", rest: int = 8, repeats: int = 3) -> Post:
    at = datetime(on.year, on.month, on.day, 21, tzinfo=UTC)
    told = {"kind": kind, "what": "Us", "publish_at": at, "rest_weeks": rest, "repeats": repeats}
    return Post(id=number, workspace_id=1, number=number, on=on, **told)


@pytest.mark.parametrize(
    ("weeks", "kind", "runs", "expected"),
    [
        (8, "human", (), 1),
        (7, "human", (), None),
        (8, "service", (), None),
        (16, "human", (8,), 1),
        (15, "human", (8,), None),
        (10, "human", (17,), None),
        (40, "human", (8, 16), 1),
        (40, "human", (8, 16, 24), None),
    ],
)
def test_a_post_is_suggested_once_it_has_rested_and_while_repeats_are_left(
    weeks: int, kind: str, runs: tuple[int, ...], expected: int | None
) -> None:
    original = post(1, FIRST)
    repeats = [post(10 + number, FIRST + timedelta(weeks=number)) for number in runs]
    found = evergreen.suggested([original], {1: repeats}, FIRST + timedelta(weeks=weeks), kind)
    assert (found and found.id) == expected


def test_of_several_the_one_that_has_rested_longest_comes_first() -> None:
    older, newer = post(1, FIRST), post(2, FIRST + timedelta(weeks=1))
    on = FIRST + timedelta(weeks=30)
    assert evergreen.suggested([newer, older], {}, on, "human") is older
    assert evergreen.suggested([newer, older], {1: [post(3, FIRST + timedelta(weeks=20))]}, on, "human") is newer


@settings(max_examples=40, deadline=None)
@given(rest=st.integers(1, 12), repeats=st.integers(1, 6), asked=st.lists(st.integers(1, 60), max_size=30))
def test_whoever_follows_the_suggestions_never_has_two_runs_within_the_rest(
    rest: int, repeats: int, asked: list[int]
) -> None:
    original, runs = post(1, FIRST, rest=rest, repeats=repeats), []
    for week in asked:
        on = FIRST + timedelta(weeks=week)
        if evergreen.suggested([original], {1: runs}, on, "human"):
            runs.append(post(100 + week, on))
    days = sorted(run.on for run in (original, *runs))
    assert all(after - before >= timedelta(weeks=rest) for before, after in itertools.pairwise(days))
    assert len(runs) <= repeats


@pytest.mark.parametrize(("rest", "repeats"), [(8, None), (None, 3), (105, 3), (8, 51), (0, 3)])
def test_half_an_answer_and_what_no_plan_holds_are_refused(rest: int | None, repeats: int | None) -> None:
    with pytest.raises(PlanError):
        evergreen.checked(rest, repeats)
    assert evergreen.checked(None, None) == evergreen.checked(0, 0) == (0, 0)


@pytest.mark.parametrize(
    ("weeks", "days", "near"),
    [
        (2, (0, 14, 28), None),
        (3, (0, 14, 35), (0, 14)),
        (3, (0, 21, 35), (21, 35)),
        (3, (-35, -28, 0), None),
        (0, (0, 0), None),
        (4, (), None),
    ],
)
def test_a_rest_longer_than_what_lies_between_two_runs_to_come_names_them(
    weeks: int, days: tuple[int, ...], near: tuple[int, int] | None
) -> None:
    runs = [FIRST + timedelta(days=day) for day in days]
    found = evergreen.too_near(weeks, runs, FIRST)
    assert found == (near and tuple(FIRST + timedelta(days=day) for day in near))
