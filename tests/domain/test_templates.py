"""Steps of a kind: lines that read back as they are written, owners that can be asked, and one plan for each."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.blocks.playbooks import PLAYBOOKS
from bot.domain import steps, template_text, templates
from bot.domain.errors import Misread
from bot.domain.practice import DEFAULT_OPENING
from bot.domain.templates import Planned
from storage.tables import Member, Role, Task

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
OWNERS = some.sampled_from([templates.NAMED, *map(str, Role)])
MOMENTS = some.one_of(
    some.tuples(some.integers(-20, 20), some.just(0)), some.tuples(some.just(0), some.integers(-40, 40))
)
NAMES = some.text("abcdefghij ,.'&-", min_size=3, max_size=60).map(lambda words: "Do " + " ".join(words.split()))


@some.composite
def planned(draw: some.DrawFn) -> Planned:
    (days, hours), minutes, owner = draw(MOMENTS), draw(some.integers(1, 480)), draw(OWNERS)
    return Planned("own", days=days, hours=hours, minutes=minutes, owner=owner, name=draw(NAMES)[:60].strip(" ,"))


@some.composite
def whole(draw: some.DrawFn) -> templates.Template:
    own = draw(some.lists(planned(), max_size=4, unique_by=lambda step: step.name.casefold()))
    built_in = draw(some.lists(some.sampled_from([Task.PHOTO, Task.CAPTION, Task.CHECK]), unique=True))
    times = [Planned(task, days=draw(some.integers(-3, 5)), minutes=5) for task in built_in]
    return templates.checked([*times, Planned(Task.PUBLISH, minutes=5), *own])


@given(planned())
def test_a_step_reads_back_as_it_is_written(step: Planned) -> None:
    [line] = template_text.read(template_text.written(step, "Ben"))
    parts = [part.strip() for part in step.name.split(",")]
    assert (line.step.days, line.step.hours, line.step.minutes) == (step.days, step.hours, step.minutes)
    assert line.owner == step.owner
    assert line.step.name == ", ".join(part for part in parts if part)


@given(whole())
def test_what_is_kept_comes_back(template: templates.Template) -> None:
    kept = templates.with_steps({}, "human", template)
    assert templates.of_kind(kept, "human") == template
    assert templates.of_kind(kept, "service") == templates.USUAL
    assert templates.with_steps(kept, "human", templates.USUAL) == {}


@given(
    template=whole(),
    named=some.none() | some.integers(1, 9),
    known=some.dictionaries(some.sampled_from([*map(str, Role), "UBEN"]), some.integers(1, 9)),
)
def test_every_step_has_exactly_one_owner_and_whoever_is_named_has_one(
    template: templates.Template, named: int | None, known: dict[str, int]
) -> None:
    owners = templates.owners(template, named_id=named, adder_id=3, known=known)
    assert set(owners) == {step.task for step in template}
    assert len(owners) == len(template)
    assert all(owners.values())
    assert named is None or named in owners.values()


@given(template=whole(), days=some.integers(1, 60), minute=some.integers(0, 24 * 60 - 1))
def test_steps_before_a_post_are_due_before_it_and_steps_after_it_later(
    template: templates.Template, days: int, minute: int
) -> None:
    publish_at = NOW + timedelta(days=days, minutes=minute)
    due = steps.due_times(publish_at, now=NOW, opening=DEFAULT_OPENING, zone=NEW_YORK, template=template)
    for step, each in zip(template, due, strict=True):
        assert each.task == step.task
        assert each.due_at >= NOW
        assert each.due_at > publish_at if step.is_after else each.due_at <= publish_at


def _member(name: str, user_id: str, **facts: bool) -> Member:
    return Member(workspace_id=1, user_id=user_id, name=name, seen_at=NOW, **facts)


def test_a_person_is_found_by_name_and_whoever_has_the_step_already_is_meant_first() -> None:
    people = [_member("Ana Ruiz", "U1"), _member("Ana Bell", "U2"), _member("Ben", "U3")]
    lines = template_text.read("photo, ben\ncaption, ana bell\npublish")
    assert [step.owner for step in template_text.with_owners(lines, people, templates.USUAL)] == ["U3", "U2", "lead"]
    unclear = template_text.read("photo, ana\npublish")
    with pytest.raises(Misread, match="More than one person here is called ana: Ana Ruiz, Ana Bell"):
        template_text.with_owners(unclear, people, templates.USUAL)
    before = (Planned(Task.PHOTO, owner="U2"),)
    assert template_text.with_owners(unclear, people, before)[0].owner == "U2"


@pytest.mark.parametrize("fact", ["is_bot", "is_foreign", "is_deactivated"])
def test_a_step_is_never_planned_for_somebody_who_cannot_be_asked(fact: str) -> None:
    with pytest.raises(Misread):
        template_text.with_owners(template_text.read("photo, ben"), [_member("Ben", "U3", **{fact: True})], ())


@pytest.mark.parametrize("task", list(Task))
def test_every_step_of_ours_says_how_it_is_done_well(task: Task) -> None:
    playbook = PLAYBOOKS[task]
    assert playbook.title
    assert playbook.example
    assert playbook.good
    assert len(playbook.checklist) >= 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("photo\ncaption", "Who puts the post out?"),
        ("publish\nPut the sign at the desk", "When is this due. Put the sign at the desk"),
        ("publish\nphoto\nphoto, lead", '"photo" stands there twice.'),
        ("publish\nTidy up, 1 day before\ntidy up, 2 days before", '"tidy up" stands there twice.'),
        ("publish, 99 days before", 'I can.t plan "99 days before".'),
        ("publish, 0 min", "A step can take 1 to 480 minutes"),
        ("publish\n" + "\n".join(f"Thing {number}, 1 day before" for number in range(11)), "That is 12 steps"),
        ("publish\n, 2 days before", "Which step is this."),
        ("publish\n" + "Tidy " * 20 + ", 2 days before", "That is a long name for a step"),
    ],
)
def test_a_line_that_makes_no_plan_is_refused_with_what_works(typed: str, said: str) -> None:
    with pytest.raises(Misread, match=said) as refused:
        templates.checked(template_text.with_owners(template_text.read(typed), (), ()))
    assert refused.value.hint
    assert refused.value.field == "steps"
