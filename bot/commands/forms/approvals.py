"""The form that takes an approver's answer, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, DecideApproval

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def decide_approval(filled: Filled) -> DecideApproval:
    """Read what was ticked and said."""
    return DecideApproval(
        approval_id=int(filled.keeps["approval_id"]),
        decision=str(filled.keeps["decision"]),
        checks=filled.choices("checks"),
        labels=filled.choices("labels"),
        words=filled.text("words"),
    )


READERS: dict[str, Callable[[Filled], Command]] = {"decide-approval": decide_approval}
