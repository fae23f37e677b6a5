"""One lead with all that is known of it, what is merged into it, and what it may be the same as. It changes nothing."""

from bot.commands.vocabulary import ShowLead
from bot.domain import lead_errors
from bot.domain import leads as enquiries
from bot.domain.outcomes.leads import LeadShown
from bot.handlers.call import Call
from storage import leads
from storage.tables import Lead

_NEARBY_SHOWN = 20


def show_lead(command: ShowLead, call: Call) -> LeadShown:
    """Show all that is known of one lead."""
    return card(call, numbered(call, command.number))


def card(call: Call, lead: Lead, *, is_changed: bool = False, area_cut: bool = False) -> LeadShown:
    """Gather all that is known of a lead."""
    session, workspace_id = call.session, call.workspace_id
    parts = leads.parts_of(session, workspace_id, lead.id or 0)
    first, last = lead.came_on - enquiries.SAME_EPISODE, lead.came_on + enquiries.SAME_EPISODE
    is_alone = lead.merged_into_id is None
    near = leads.came_between(session, workspace_id, first, last) if is_alone else ()
    near = sorted((other for other in near if other.id != lead.id), key=lambda other: -other.number)
    return LeadShown(
        lead,
        call.today,
        call.zone,
        parts=parts,
        whole=leads.by_id(session, workspace_id, lead.merged_into_id) if lead.merged_into_id else None,
        nearby=tuple(near[:_NEARBY_SHOWN]),
        is_changed=is_changed,
        area_cut=area_cut,
        in_place=is_changed,
    )


def numbered(call: Call, number: int) -> Lead:
    """Give the lead of a running number."""
    lead = leads.by_number(call.session, call.workspace_id, number)
    if lead is None:
        raise lead_errors.no_lead_of_number(number)
    return lead
