"""The forms about leads, read back: a new lead, what is known of one, why one was lost, and the practice's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import AddLead, Command, EditLead, MoveLead, SetLeadSettings, SetMetaSecret
from bot.domain import lead_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from bot.commands.forms.filled import Filled


def add_lead(filled: Filled) -> AddLead:
    """Read a new lead."""
    return AddLead(**_known(filled))


def edit_lead(filled: Filled) -> EditLead:
    """Read what is known of a lead by now."""
    return EditLead(
        int(filled.keeps["lead_id"]),
        **_known(filled),
        reached_on=filled.date("reached_on"),
        booked_on=filled.date("booked_on"),
        shown_on=filled.date("shown_on"),
        started_on=filled.date("started_on"),
        lost_on=filled.date("lost_on"),
    )


def lose_lead(filled: Filled) -> MoveLead:
    """Read why a lead was lost; a form without a reason asks again."""
    kept = filled.keeps
    return MoveLead(int(kept["lead_id"]), "lost", reason=filled.choice("reason"), seen=str(kept.get("seen", "")))


def lead_settings(filled: Filled) -> SetLeadSettings:
    """Read the services, the areas near and the day for open leads."""
    weekday = filled.choice("weekday")
    return SetLeadSettings(filled.text("services"), int(weekday) if weekday.isdecimal() else None, filled.text("areas"))


def meta_secret(filled: Filled) -> SetMetaSecret:
    """Read the secret of the practice's app at Meta."""
    return SetMetaSecret(filled.text("secret"))


def _known(filled: Filled) -> dict[str, Any]:
    on, at = filled.date("on"), filled.time("at")
    if on is not None and on > filled.reading.today:
        raise lead_errors.came_ahead()
    return {
        "guessed": filled.choice("guessed"),
        "said": filled.choice("said"),
        "code": filled.text("code"),
        "service": filled.choice("service"),
        "area": filled.text("area"),
        "on": on,
        "at": at,
    }


READERS: dict[str, Callable[[Filled], Command]] = {
    "add-lead": add_lead,
    "edit-lead": edit_lead,
    "lose-lead": lose_lead,
    "lead-settings": lead_settings,
    "meta-secret": meta_secret,
}
