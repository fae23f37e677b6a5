"""Moving leads on that a file says more about, and back when the file is taken out again.

What each lead was like before stands with the file. A lead that somebody has moved since stays where it is.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.lead_changes import Change
from bot.handlers.call import Call
from storage import leads
from storage.tables import Lead, Stage

Undo = list[Any]
"""A lead's row id, what it was like before, and what it is like with the file."""


def change(call: Call, changes: Iterable[Change]) -> list[Undo]:
    """Change these leads and give what takes it back, as plain values."""
    undo: list[Undo] = []
    for each in changes:
        lead = leads.by_id(call.session, call.workspace_id, each.lead_id, to_change=True)
        if lead is None:
            continue
        after: dict[str, Any] = {"network": each.network, "tracked": each.network} if each.network else {}
        if each.stage:
            after |= {"stage": Stage(each.stage), f"{each.stage}_at": call.now}
        undo.append([each.lead_id, _plain(lead, after), {name: _told(value) for name, value in after.items()}])
        lead.sqlmodel_update(after)
        call.session.add(lead)
    return undo


def change_back(call: Call, undo: Iterable[Undo]) -> int:
    """Take changes back, and say how many leads stay as they are because they have been changed since."""
    stay = 0
    for lead_id, before, after in undo:
        lead = leads.by_id(call.session, call.workspace_id, lead_id, to_change=True)
        if lead is None:
            continue
        if _plain(lead, after) != after:
            stay += 1
            continue
        lead.sqlmodel_update({name: _read(name, value) for name, value in before.items()})
        call.session.add(lead)
    return stay


def _plain(lead: Lead, names: Iterable[str]) -> dict[str, Any]:
    return {name: _told(getattr(lead, name)) for name in names}


def _told(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _read(name: str, value: Any) -> object:  # noqa: ANN401 - as JSON has it
    return datetime.fromisoformat(value) if name.endswith("_at") and value else value
