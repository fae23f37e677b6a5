"""The form about a comment, read back: where it was written, how it sounds, the link to it, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, LogComment

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def log_comment(filled: Filled) -> LogComment:
    """Read a comment that somebody logs."""
    return LogComment(
        filled.choice("network"),
        filled.choice("tone"),
        filled.text("link"),
        filled.date("on"),
        filled.time("at"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"log-comment": log_comment}
