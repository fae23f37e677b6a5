"""Enquiries of the same person counted once: the later one becomes part of the earlier one, and can be taken out again.

Nothing of either is lost. The earlier one moves on to where the later one stands, unless it is further or lost.
"""

from bot.commands.vocabulary import MergeLeads, SplitLead
from bot.domain import lead_errors
from bot.domain import leads as enquiries
from bot.domain.outcomes.leads import LeadGone, LeadShown, LeadsMerged
from bot.handlers.call import Call
from bot.handlers.lead_card import card
from storage import leads
from storage.tables import Lead, Stage


def merge_leads(command: MergeLeads, call: Call) -> LeadsMerged | LeadGone:
    """Count two enquiries as one; merging them once more changes nothing."""
    ids = sorted({command.lead_id, command.with_id})
    found = [leads.by_id(call.session, call.workspace_id, each, to_change=True) for each in ids]
    pair = sorted((lead for lead in found if lead is not None), key=lambda lead: (lead.came_on, lead.number))
    if len(pair) < len(("whole", "part")):
        return LeadGone()
    whole, part = pair
    if part.merged_into_id == whole.id or whole.merged_into_id == part.id:
        part, whole = (part, whole) if part.merged_into_id else (whole, part)
        return LeadsMerged(part, whole, call.today, was="")
    _check_apart(call, whole, part)
    was = whole.stage
    part.merged_into_id = whole.id
    whole.sqlmodel_update(enquiries.moved_on_by(whole, part))
    call.session.add_all(pair)
    call.session.flush()
    return LeadsMerged(part, whole, call.today, was)


def split_lead(command: SplitLead, call: Call) -> LeadShown | LeadGone:
    """Count a lead for itself again; what merging moved goes back where nobody has moved it since."""
    part = leads.by_id(call.session, call.workspace_id, command.lead_id, to_change=True)
    if part is None:
        return LeadGone()
    whole = leads.by_id(call.session, call.workspace_id, part.merged_into_id or 0, to_change=True)
    part.merged_into_id = None
    moved_it = command.was and command.was != command.became
    if whole is not None and moved_it and whole.stage == command.became and command.was in enquiries.OPEN_STAGES:
        whole.sqlmodel_update(enquiries.move(whole, Stage(command.was), reason="", now=call.now))
        call.session.add(whole)
    call.session.add(part)
    call.session.flush()
    return card(call, part, is_changed=True)


def _check_apart(call: Call, whole: Lead, part: Lead) -> None:
    if part.came_on - whole.came_on > enquiries.SAME_EPISODE:
        raise lead_errors.far_apart(enquiries.SAME_EPISODE.days)
    if whole.merged_into_id is not None:
        raise lead_errors.already_merged(whole.number)
    if part.merged_into_id is not None or leads.parts_of(call.session, call.workspace_id, part.id or 0):
        raise lead_errors.already_merged(part.number)
