"""The form for the steps of a kind, read back: one step on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, SetTemplate
from bot.domain import template_text
from bot.domain.templates import READY_MADE

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def set_template(filled: Filled) -> SetTemplate:
    """Read the lines, those that were picked ready-made, and whether they are for every kind."""
    picked = set(filled.choices("ready_made"))
    ready_made = [template_text.written(step, "") for step in READY_MADE if step.name in picked]
    return SetTemplate(
        kind=str(filled.keeps["kind"]),
        lines=template_text.read("\n".join([filled.text("steps"), *ready_made])),
        for_every_kind=bool(filled.choices("everywhere")),
        approval=filled.choice("approval") or "none",
        second=filled.choice("second"),
        delegate=filled.choice("delegate"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"set-template": set_template}
