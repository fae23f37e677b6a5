"""The form for one side's line in the digest, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import AddLine, Command
from bot.domain.weeks import Week

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def add_line(filled: Filled) -> AddLine:
    """Read the parts of a line, which week and side it is for, and whether the box for "no leads" is ticked."""
    return AddLine(
        week=Week.parse(filled.keeps["week"]),
        side=filled.keeps["side"],
        good=filled.text("good"),
        bad=filled.text("bad"),
        in_between=filled.text("in_between"),
        none_came=bool(filled.choices("none")),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"add-line": add_line}
