"""Whom to ask is decided the same way each time, and minutes are added up week by week."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from bot.blocks import duty_phrases
from bot.domain import suggestions, workload
from bot.domain.suggestions import Roster
from bot.domain.weeks import Week
from storage.tables import Agreement, Duty, Member, Step, Task

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
WEEK = Week(2026, 48)


def member(number: int, **about: bool) -> Member:
    return Member(id=number, workspace_id=1, user_id=f"U{number}", name=f"P{number}", seen_at=NOW, **about)


def agreed(number: int, interest: int, skill: int, minutes: int, **about: bool) -> tuple[Agreement, Member]:
    agreement = Agreement(
        workspace_id=1, member_id=number, duty=Duty.PHOTO, interest=interest, skill=skill, minutes=minutes
    )
    return agreement, member(number, **about)


def step(number: int, owner: int, due: datetime, task: Task = Task.PHOTO, minutes: int = 20) -> Step:
    return Step(id=number, workspace_id=1, post_id=number, task=task, owner_id=owner, due_at=due, minutes=minutes)


def test_time_then_interest_then_being_on_time_then_skill_decide_in_whatever_order_people_agreed() -> None:
    people = [
        agreed(1, 3, 3, 60),  # has no time left
        agreed(2, 2, 1, 60),
        agreed(3, 2, 3, 60),  # often late
        agreed(4, 3, 1, 30),
        agreed(5, 2, 1, 60),  # as 2, met later
        agreed(6, 3, 3, 60, is_foreign=True),
        agreed(7, 3, 3, 60),  # away
    ]
    for order in list(permutations(people))[::97]:
        roster = Roster(WEEK, order, {(1, Duty.PHOTO): 50}, frozenset({7}), frozenset({3}))
        assert [one.member.id for one in roster.rank(Duty.PHOTO, 20)] == [4, 2, 5, 3, 1]
        assert [one.member.id for one in roster.rank(Duty.PHOTO, 20, but={4, 5})] == [2, 3, 1]
        assert roster.rank(Duty.WRITING, 20) == ()


def test_neither_lateness_nor_skill_changes_a_word_of_the_reason() -> None:
    said = set()
    for skill in (1, 2, 3):
        for late in (frozenset[int](), frozenset({1})):
            roster = Roster(WEEK, [agreed(1, 3, skill, 60)], {(1, Duty.PHOTO): 20}, often_late=late)
            said.add(duty_phrases.could(roster.rank(Duty.PHOTO, 20)))
    assert said == {"*P1* would love to take photos, 40 min free that week."}


@pytest.mark.parametrize(
    ("late", "on_time", "is_often"), [(3, 0, False), (4, 0, True), (2, 2, False), (3, 2, True), (5, 6, False)]
)
def test_only_who_is_late_more_often_than_not_is_often_late(late: int, on_time: int, *, is_often: bool) -> None:
    finished = [(1, NOW, NOW + timedelta(hours=4))] * late + [(1, NOW, NOW + timedelta(hours=2))] * on_time
    assert suggestions.often_late(finished) == (frozenset({1}) if is_often else frozenset())


def test_minutes_count_in_the_week_in_which_a_step_is_due_where_the_practice_is() -> None:
    sunday_night = datetime(2026, 11, 30, 4, tzinfo=UTC)  # still Sunday in New York
    steps = [step(1, 2, sunday_night), step(2, 2, sunday_night + timedelta(hours=2)), step(3, 1, NOW)]
    assert workload.weeks_of(steps, ZONE) == (WEEK, WEEK.next())
    people = [agreed(1, 2, 2, 30)[0]]
    planned = {WEEK: {(1, Duty.PHOTO): 20}, WEEK.next(): {}}
    found = workload.over(member(1), steps, people, planned, ZONE)
    assert [(load.week, load.planned, load.agreed, load.free) for load in found] == [(WEEK, 40, 30, -10)]
    assert duty_phrases.over(found) == "That makes 40 of P1's 30 minutes for photo that week."
    assert duty_phrases.over(found, 1) == "That makes 40 of your 30 minutes for photo that week."


def test_five_hours_of_a_duty_of_two_are_named_with_their_sum() -> None:
    steps = [step(number, 2, NOW, minutes=60) for number in range(5)]
    found = workload.over(member(1), steps, [agreed(1, 2, 2, 120)[0]], {WEEK: {}}, ZONE)
    assert [(load.planned, load.agreed) for load in found] == [(300, 120)]
    assert workload.over(member(2), steps, [], {WEEK: {}}, ZONE) == (), "who agreed to nothing has no limit"


def test_tasks_add_up_to_duties_and_own_steps_to_none() -> None:
    rows = {(1, str(Task.PHOTO)): 20, (1, str(Task.CHECK)): 5, (1, "own-1"): 60, (2, str(Task.CAPTION)): 20}
    assert workload.by_duty(rows) == {(1, Duty.PHOTO): 20, (1, Duty.FIGURES): 5, (2, Duty.WRITING): 20}
