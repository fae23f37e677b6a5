"""Who waits for whom, and that nobody is told of a risk before there is one."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from bot.domain import dependencies, nudging
from bot.domain.practice import DEFAULT_OPENING
from bot.domain.team import Team
from storage.tables import Reminder, Step, Task

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
TASKS = (*Task, "own-1", "own-2")


@some.composite
def posts(draw: some.DrawFn) -> list[Step]:
    made = []
    for post_id in range(1, draw(some.integers(1, 3)) + 1):
        for number, task in enumerate(draw(some.lists(some.sampled_from(TASKS), unique=True)), start=1):
            due_at = NOW + timedelta(hours=draw(some.integers(-100, 200)))
            step = Step(workspace_id=1, post_id=post_id, task=task, owner_id=draw(some.integers(1, 3)), due_at=due_at)
            step.id = post_id * 100 + number
            step.accepted_at = NOW - timedelta(days=7)
            step.done_at = NOW if draw(some.booleans()) else None
            made.append(step)
    return made


@given(posts())
def test_a_step_waits_for_open_steps_of_others_in_its_own_post_and_never_in_a_circle(steps: list[Step]) -> None:
    held = dependencies.held_up(steps)
    of_id = {step.id: step for step in steps}
    for step_id, before in held.items():
        step = of_id[step_id]
        assert before.post_id == step.post_id
        assert before.done_at is None
        assert step.done_at is None
        assert step.task == Task.CHECK or before.owner_id != step.owner_id
        assert list(Task).index(Task(before.task)) < list(Task).index(Task(step.task))


@given(posts())
def test_somebody_can_always_go_on(steps: list[Step]) -> None:
    """Of the open steps of a post there is always one that waits for nothing."""
    held = dependencies.held_up(steps)
    for post_id in {step.post_id for step in steps if step.done_at is None}:
        assert any(step.id not in held for step in steps if step.post_id == post_id and step.done_at is None)


@given(posts())
def test_a_risk_is_told_in_opening_hours_once_what_is_waited_for_is_late(steps: list[Step]) -> None:
    of_id = {step.id: step for step in steps}
    for step_id, before in dependencies.held_up(steps).items():
        step = of_id[step_id]
        if step.owner_id == before.owner_id:
            assert not dependencies.of_waiting(step, before, Team(1, 2), DEFAULT_OPENING, NEW_YORK)
            continue
        [due] = dependencies.of_waiting(step, before, Team(1, 2), DEFAULT_OPENING, NEW_YORK)
        assert due.reminder is Reminder.AT_RISK
        assert due.member_id == step.owner_id
        assert DEFAULT_OPENING.is_open(due.moment_at.astimezone(NEW_YORK))
        assert due.moment_at >= DEFAULT_OPENING.add_open_time(before.due_at, nudging.OVERDUE_AFTER, NEW_YORK)
