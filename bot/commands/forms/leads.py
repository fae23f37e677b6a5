"""The forms about leads, read back: a new lead, and why one was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import AddLead, Command, MoveLead

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled


def add_lead(filled: Filled) -> AddLead:
    """Read a new lead."""
    return AddLead(source=filled.choice("source"), code=filled.text("code"))


def lose_lead(filled: Filled) -> MoveLead:
    """Read why a lead was lost; a form without a reason asks again."""
    kept = filled.keeps
    return MoveLead(int(kept["lead_id"]), "lost", reason=filled.choice("reason"), seen=str(kept.get("seen", "")))


READERS: dict[str, Callable[[Filled], Command]] = {"add-lead": add_lead, "lose-lead": lose_lead}
