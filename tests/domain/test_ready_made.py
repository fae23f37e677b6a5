"""Steps that practices can pick: written and read back as any other, and once a quarter where they say so."""

from dataclasses import replace

import pytest

from bot.blocks import playbooks
from bot.domain import template_text, templates
from bot.domain.templates import READY_MADE, SIGN, Planned


@pytest.mark.parametrize("step", READY_MADE, ids=lambda step: step.name)
def test_a_step_to_pick_is_read_back_as_it_is_written_and_has_a_how_to(step: Planned) -> None:
    (line,) = template_text.read(template_text.written(step, ""))
    assert replace(line.step, owner=line.owner) == step
    assert playbooks.of(step.name) is not None


@pytest.mark.parametrize("words", ["once a quarter", "every quarter", "Quarterly", "once per quarter"])
def test_any_step_can_come_once_a_quarter(words: str) -> None:
    (line,) = template_text.read(f"Wash the flags, {words}, 3 hours before, 5 min, lead")
    assert (line.step.name, line.step.every, line.step.hours) == ("Wash the flags", "quarter", 3)


def test_what_an_earlier_post_of_the_quarter_had_is_left_out() -> None:
    template = (*templates.USUAL, SIGN)
    assert templates.due_now(template, frozenset()) == template
    assert templates.due_now(template, {SIGN.name}) == templates.USUAL
    kept = templates.with_steps({}, "human", template)
    assert templates.of_kind(kept, "human") == template
