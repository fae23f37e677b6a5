"""Leads: logging one in two taps, saying how far it has come, and taking back a wrong one. Nobody is ever named."""

from datetime import timedelta

from bot.commands.vocabulary import AddLead, MoveLead, OpenLeadForm, OpenLostForm, RemoveLead, ShowLeads
from bot.domain import leads as enquiries
from bot.domain import number_errors
from bot.domain.outcomes.leads import (
    LeadAdded,
    LeadFormOpened,
    LeadGone,
    LeadMoved,
    LeadOvertaken,
    LeadRemoved,
    LeadsShown,
    LostFormOpened,
)
from bot.domain.weeks import Week
from bot.handlers.call import Call, Scene
from storage import leads, lines, members
from storage.tables import Lead, Role, Stage

_SHOWN = 15
_CLOSED_SHOWN = 5
_SAME_EPISODE = timedelta(days=30)
"""Enquiries of the same person within 30 days are one lead."""


def show_leads(command: ShowLeads, call: Call) -> LeadsShown:  # noqa: ARG001 - every handler takes both
    """Show the open leads and this week's counts."""
    return _shown(call)


def open_lead_form(command: OpenLeadForm, call: Call) -> LeadFormOpened:  # noqa: ARG001 - every handler takes both
    """Open the form that logs a lead."""
    return LeadFormOpened()


def add_lead(command: AddLead, call: Call) -> LeadAdded:
    """Log a lead under the next running number."""
    source = enquiries.read_source(command.source, call.today)
    code = enquiries.read_code(command.code, call.today)
    since = call.today - _SAME_EPISODE
    alike = leads.with_code(call.session, call.workspace_id, code, since) if code else None
    lead = Lead(
        workspace_id=call.workspace_id,
        number=leads.next_number(call.session, call.workspace_id),
        code=code,
        source=source,
        came_on=call.today,
        logged_by=call.member_id,
        logged_at=call.now,
    )
    call.session.add(lead)
    call.session.flush()
    return LeadAdded(lead, call.today, alike)


def move_lead(command: MoveLead, call: Call) -> LeadMoved | LeadOvertaken | LeadGone | LostFormOpened | LeadsShown:
    """Say how far a lead has come; in a list the whole list is shown again."""
    outcome = _moved(command, call)
    if command.listed and not isinstance(outcome, LostFormOpened):
        return _shown(call, outcome)
    return outcome


def open_lost_form(command: OpenLostForm, call: Call) -> LostFormOpened:
    """Open the form that asks for the reason."""
    lead = leads.by_id(call.session, call.workspace_id, command.lead_id)
    if lead is None:
        raise number_errors.no_such_lead()
    return LostFormOpened(lead)


def remove_lead(command: RemoveLead, call: Call) -> LeadRemoved | LeadGone:
    """Take back a lead on the day it was logged; whoever logged it can, and the lead of the program."""
    lead = leads.by_id(call.session, call.workspace_id, command.lead_id, to_change=True)
    if lead is None:
        return LeadGone()
    holders = members.holders(call.session, call.workspace_id)
    leading = [holders[role] for role in (Role.LEAD, Role.BACKUP) if role in holders]
    if call.member_id not in {lead.logged_by, *(member.id for member in leading)}:
        logger = members.by_id(call.session, call.workspace_id, lead.logged_by or 0)
        can = [member.name for member in (logger, *leading[:1]) if member]
        raise number_errors.not_your_lead(lead.number, " or ".join(dict.fromkeys(can)))
    logged_on = lead.logged_at.astimezone(call.zone).date()
    if logged_on != call.today:
        raise number_errors.lead_of_another_day(lead.number, logged_on)
    call.session.delete(lead)
    call.session.flush()
    return LeadRemoved(lead.number, lead.source, lead.code)


def in_use(scene: Scene) -> enquiries.InUse | None:
    """Give from when until when the leads are known; None before anybody logged one or said that none came."""
    first_on, _, touched_at = leads.touched(scene.session, scene.workspace_id)
    said = lines.last_week_without_leads(scene.session, scene.workspace_id)
    none_in = [Week.parse(said)] if said else []
    first = ([first_on] if first_on else []) or [week.monday for week in none_in]
    signs = [week.days[-1] for week in none_in] + ([touched_at.astimezone(scene.zone).date()] if touched_at else [])
    return enquiries.InUse(first[0], max(signs)) if first else None


def _moved(command: MoveLead, call: Call) -> LeadMoved | LeadOvertaken | LeadGone | LostFormOpened:
    stage = enquiries.read_stage(command.stage)
    lead = leads.by_id(call.session, call.workspace_id, command.lead_id, to_change=True)
    if lead is None:
        return LeadGone()
    if command.seen not in ("", lead.stage) and lead.stage != stage:
        return LeadOvertaken(lead, call.today)
    if stage is Stage.LOST and not command.reason:
        return LostFormOpened(lead)
    lead.sqlmodel_update(enquiries.move(lead, stage, reason=command.reason, now=call.now))
    call.session.add(lead)
    call.session.flush()
    return LeadMoved(lead, call.today)


def _shown(call: Call, after: LeadMoved | LeadOvertaken | LeadGone | None = None) -> LeadsShown:
    week = Week.of(call.today)
    still_open = leads.still_open(call.session, call.workspace_id)
    came = leads.came_between(call.session, call.workspace_id, week.monday, call.today)
    return LeadsShown(
        open=tuple(still_open[:_SHOWN]),
        more=len(still_open[_SHOWN:]),
        closed=tuple(
            leads.closed_since(call.session, call.workspace_id, week.starts_at(call.zone), most=_CLOSED_SHOWN)
        ),
        tally=enquiries.tally(came) if came else None,
        today=call.today,
        after=after,
    )
