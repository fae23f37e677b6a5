"""Work around a post: written and read back as any other step, once a month or a quarter, and there from the start."""

from dataclasses import replace

import pytest

from bot.blocks import playbooks
from bot.domain import template_text, templates
from bot.domain.templates import INVITE, READY_MADE, SIGN, Planned


@pytest.mark.parametrize("step", READY_MADE, ids=lambda step: step.name)
def test_a_step_to_pick_is_read_back_as_it_is_written_and_has_a_how_to(step: Planned) -> None:
    (line,) = template_text.read(template_text.written(step, ""))
    assert replace(line.step, owner=line.owner) == step
    assert playbooks.of(step.name) is not None


@pytest.mark.parametrize(
    ("words", "every"),
    [
        ("once a quarter", "quarter"),
        ("every quarter", "quarter"),
        ("Quarterly", "quarter"),
        ("once per quarter", "quarter"),
        ("once a month", "month"),
        ("Monthly", "month"),
        ("each month", "month"),
    ],
)
def test_any_step_can_come_once_a_month_or_quarter(words: str, every: str) -> None:
    (line,) = template_text.read(f"Wash the flags, {words}, 3 hours before, 5 min, lead")
    assert (line.step.name, line.step.every, line.step.hours) == ("Wash the flags", every, 3)


def test_what_an_earlier_post_of_the_quarter_had_is_left_out() -> None:
    template = (*templates.USUAL, SIGN)
    assert templates.due_now(template, {"quarter": frozenset()}) == template
    assert templates.due_now(template, {"quarter": {SIGN.name}}) == templates.USUAL
    kept = templates.with_steps({}, "human", template)
    assert templates.of_kind(kept, "human") == template


def test_the_usual_steps_of_a_community_post_invite_and_pass_every_check() -> None:
    usual = templates.of_kind({}, "community")
    assert templates.checked([replace(step, task="own") if step.name else step for step in usual]) == usual
    assert [(step.name, step.every) for step in usual if step.name] == [(SIGN.name, "quarter"), (INVITE.name, "month")]
    assert templates.with_steps({}, "community", usual) == {}
    kept = templates.with_steps({}, "community", templates.USUAL)
    assert templates.of_kind(kept, "community") == templates.USUAL
