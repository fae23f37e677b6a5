"""What a practice decides about its leads: the services people ask for, the areas near, and the day for open leads.

Marketing, sales and whoever leads look after it.
"""

from bot.commands.vocabulary import OpenLeadSettings, SetLeadSettings
from bot.domain import lead_errors, lead_words, roles
from bot.domain.digest import writer_of
from bot.domain.outcomes.leads import LeadSettingsOpened, LeadSettingsSet
from bot.handlers.call import Call
from storage import members
from storage.tables import Role

_LOOK_AFTER = (Role.LEAD, Role.BACKUP, Role.MARKETING, Role.SALES)


def open_lead_settings(command: OpenLeadSettings, call: Call) -> LeadSettingsOpened:  # noqa: ARG001 - as everywhere
    """Open the form as it is set now."""
    check_may_look_after(call)
    kept = call.workspace
    return LeadSettingsOpened(tuple(kept.services), tuple(kept.areas), kept.leads_weekday, _sales(call))


def set_lead_settings(command: SetLeadSettings, call: Call) -> LeadSettingsSet:
    """Remember the services, the areas and the day; leads keep the service they were logged with."""
    check_may_look_after(call)
    kept, weekday = call.workspace, command.weekday
    services = lead_words.read_services(command.services, call.today)
    kept.services, kept.areas = services, lead_words.read_areas(command.areas, call.today)
    kept.leads_weekday = weekday if weekday is not None and 0 <= weekday <= 6 else None
    call.session.add(kept)
    call.session.flush()
    return LeadSettingsSet(tuple(kept.services), tuple(kept.areas), kept.leads_weekday, _sales(call))


def check_may_look_after(call: Call) -> None:
    """Refuse whoever does not look after leads."""
    holders = members.holders(call.session, call.workspace_id)
    if not roles.holds_one_of(_LOOK_AFTER, call.member, holders):
        raise lead_errors.not_yours_to_look_after(call.lead().name)


def _sales(call: Call) -> str:
    writer = writer_of(Role.SALES, members.holders(call.session, call.workspace_id))
    return writer.name if writer else ""
