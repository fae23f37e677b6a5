"""The form for the figures of a post, read back: what is left empty is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, LogFigures

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def log_figures(filled: Filled) -> LogFigures:
    """Read the numbers that were entered."""
    return LogFigures(
        post_id=int(filled.keeps["post_id"]),
        reach=filled.number("reach"),
        views=filled.number("views"),
        reactions=filled.number("reactions"),
        comments=filled.number("comments"),
        shares=filled.number("shares"),
        saves=filled.number("saves"),
        clicks=filled.number("clicks"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"log-figures": log_figures}
