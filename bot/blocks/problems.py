"""How a problem is told: what happened in one sentence, and what to do about it."""

import slackblocks as kit

from bot.blocks import surfaces
from bot.blocks.surfaces import Message
from bot.domain.errors import PlanError


def draw_problem(problem: PlanError) -> Message:
    """Tell a person what was not understood or not possible; nothing was changed."""
    said = [problem.sentence, problem.hint] if problem.hint else [problem.sentence]
    text = " ".join(part for part in said if part)
    drawn = surfaces.message(text, [kit.SectionBlock(problem.sentence), *_hint(problem)])
    return Message(drawn.text, drawn.blocks, problem_field=problem.field or "")


def draw_unavailable() -> Message:
    """Tell that nothing could be saved just now."""
    text = "I can't reach my notes right now, so nothing was changed. Please try again in a minute."
    return surfaces.message(text, [kit.SectionBlock(text)])


def draw_apology(reference: str) -> Message:
    """Tell that the fault is ours, with the reference under which it was logged."""
    text = f"Sorry, something went wrong on my side and nothing was changed. If it happens again, mention reference {reference}."
    return surfaces.message(text, [kit.SectionBlock(text)])


def _hint(problem: PlanError) -> list[kit.Block]:
    return [kit.ContextBlock([kit.Text(problem.hint)])] if problem.hint else []
