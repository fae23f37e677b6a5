"""The form for the steps of a kind, read back: one step on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, SetTemplate
from bot.domain import template_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def set_template(filled: Filled) -> SetTemplate:
    """Read the lines, and whether they are for every kind."""
    return SetTemplate(
        kind=str(filled.keeps["kind"]),
        lines=template_text.read(filled.text("steps")),
        for_every_kind=bool(filled.choices("everywhere")),
        approval=filled.choice("approval") or "none",
        second=filled.choice("second"),
        delegate=filled.choice("delegate"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"set-template": set_template}
