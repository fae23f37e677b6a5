"""The form for one side's line in the digest, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import AddLine, Command
from bot.domain.weeks import Week

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def add_line(filled: Filled) -> AddLine:
    """Read the line, and which week and side it is for."""
    return AddLine(Week.parse(filled.keeps["week"]), filled.keeps["side"], filled.text("words"))


READERS: dict[str, Callable[[Filled], Command]] = {"add-line": add_line}
