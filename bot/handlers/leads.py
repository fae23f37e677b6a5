"""Leads: logging one in two taps, saying how far it has come, and taking back a wrong one. Nobody is ever named."""

from datetime import date, datetime, time
from typing import Any

from bot.commands.vocabulary import (
    AddLead,
    EditLead,
    MoveLead,
    OpenLeadForm,
    OpenLostForm,
    RemoveLead,
    SayStage,
    ShowLeads,
)
from bot.domain import lead_errors, lead_words, number_errors, sources
from bot.domain import leads as enquiries
from bot.domain.localtime import first_instant
from bot.domain.outcomes.home import HomeShown
from bot.domain.outcomes.leads import (
    LeadAdded,
    LeadFormOpened,
    LeadGone,
    LeadMoved,
    LeadOvertaken,
    LeadRemoved,
    LeadShown,
    LeadsShown,
    LostFormOpened,
)
from bot.domain.weeks import Week
from bot.handlers import asked, home
from bot.handlers.call import Call, Scene
from bot.handlers.lead_card import card, numbered
from storage import leads, lines, members
from storage.tables import Lead, Role, Stage

_SHOWN = 15
_CLOSED_SHOWN = 5
Moved = LeadMoved | LeadOvertaken | LeadGone | LostFormOpened


def show_leads(command: ShowLeads, call: Call) -> LeadsShown:  # noqa: ARG001 - every handler takes both
    """Show the open leads and this week's counts."""
    return _listed(call)


def open_lead_form(command: OpenLeadForm, call: Call) -> LeadFormOpened:
    """Open the form that logs a lead, or the one that changes what is known of it."""
    lead = leads.by_id(call.session, call.workspace_id, command.lead_id) if command.lead_id else None
    if command.lead_id and lead is None:
        raise number_errors.no_such_lead()
    return LeadFormOpened(call.today, call.zone, tuple(call.workspace.services), lead)


def add_lead(command: AddLead, call: Call) -> LeadAdded:
    """Log a lead under the next running number."""
    known, cut = _known(command, call)
    lead = Lead(
        workspace_id=call.workspace_id,
        number=leads.next_number(call.session, call.workspace_id),
        logged_by=call.member_id,
        logged_at=call.now,
        **known,
    )
    alike = _alike(call, lead)
    call.session.add(lead)
    call.session.flush()
    return LeadAdded(lead, call.today, alike, area_cut=cut)


def edit_lead(command: EditLead, call: Call) -> LeadShown | LeadGone:
    """Change what is known of a lead; what it was tracked by stays as it is."""
    lead = leads.by_id(call.session, call.workspace_id, command.lead_id, to_change=True)
    if lead is None:
        return LeadGone()
    known, cut = _known(command, call, lead)
    days = {stage: on for stage in Stage if (on := getattr(command, f"{stage}_on", None)) is not None}
    with call.session.no_autoflush:
        lead.sqlmodel_update(known)
        lead.sqlmodel_update(enquiries.dated(lead, days, now=call.now, zone=call.zone))
    call.session.add(lead)
    call.session.flush()
    return card(call, lead, is_changed=True, area_cut=cut)


def say_stage(command: SayStage, call: Call) -> Moved | LeadsShown | HomeShown | asked.Asked:
    """Say how far the lead of a number has come."""
    lead = numbered(call, command.number)
    return move_lead(MoveLead(lead.id or 0, command.stage, command.reason, on=command.on), call)


def move_lead(command: MoveLead, call: Call) -> Moved | LeadsShown | HomeShown | asked.Asked:
    """Say how far a lead has come, and show that where it was said: a list, the Home, a message that asked."""
    outcome = _moved(command, call)
    if isinstance(outcome, LostFormOpened):
        return outcome
    if command.where == "list":
        return _listed(call, outcome)
    if command.where == "home":
        return home.show(call, after=outcome)
    return asked.show(call, command.where, outcome) or outcome


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
    return LeadRemoved(lead.number, lead.guessed, lead.said, lead.code)


def in_use(scene: Scene) -> enquiries.InUse | None:
    """Give from when until when the leads are known; None before anybody logged one or said that none came."""
    first_on, _, touched_at, filed_on = leads.touched(scene.session, scene.workspace_id)
    said = lines.last_week_without_leads(scene.session, scene.workspace_id)
    none_in = [Week.parse(said)] if said else []
    first = ([first_on] if first_on else []) or [week.monday for week in none_in]
    signs = [week.days[-1] for week in none_in] + ([touched_at.astimezone(scene.zone).date()] if touched_at else [])
    signs += [filed_on] if filed_on else []
    return enquiries.InUse(first[0], max(signs)) if first else None


def _known(command: AddLead | EditLead, call: Call, before: Lead | None = None) -> tuple[dict[str, Any], bool]:
    """Read what is known of a lead, and tell whether something of a postcode was cut off."""
    today = call.today
    guessed = command.guessed or (sources.UNKNOWN if command.said or before else "")
    guessed = sources.kept(sources.read_source(guessed, today))
    said = sources.kept(sources.read_source(command.said or sources.UNKNOWN, today))
    area, cut = lead_words.read_area(command.area, today)
    services = [*call.workspace.services, *([before.service] if before and before.service else [])]
    on = command.on or (before.came_on if before else today)
    known = {
        "guessed": guessed,
        "said": said,
        "network": sources.network_of(before.tracked if before else "", said, guessed),
        "code": lead_words.read_code(command.code, today),
        "service": lead_words.read_service(command.service, services),
        "area": area,
        "came_on": on,
        "came_at": _came_at(on, command.at, call, before),
    }
    return known, cut


def _came_at(on: date, at: time | None, call: Call, before: Lead | None) -> datetime | None:
    """Give the moment a lead came, where it is known: as it was unless another day or time is said."""
    if at is None:
        return None
    if before is not None and before.came_at is not None:
        local = before.came_at.astimezone(call.zone)
        if (local.date(), local.time().replace(second=0, microsecond=0)) == (on, at):
            return before.came_at
    came_at = first_instant(on, at, call.zone)
    if came_at > call.now:
        raise lead_errors.came_ahead()
    return came_at


def _alike(call: Call, lead: Lead) -> Lead | None:
    """Give a lead of the days around with the same code."""
    if not lead.code:
        return None
    first, last = lead.came_on - enquiries.SAME_EPISODE, lead.came_on + enquiries.SAME_EPISODE
    return leads.with_code(call.session, call.workspace_id, lead.code, first, last)


def _moved(command: MoveLead, call: Call) -> Moved:
    stage = enquiries.read_stage(command.stage)
    lead = leads.by_id(call.session, call.workspace_id, command.lead_id, to_change=True)
    if lead is not None and lead.merged_into_id is not None:  # what is said of a part is so of the whole
        lead = leads.by_id(call.session, call.workspace_id, lead.merged_into_id, to_change=True)
    if lead is None:
        return LeadGone()
    if command.seen not in ("", lead.stage) and lead.stage != stage:
        return LeadOvertaken(lead, call.today)
    if stage is Stage.LOST and not command.reason:
        return LostFormOpened(lead)
    at = enquiries.moment_of(command.on, came_on=lead.came_on, now=call.now, zone=call.zone)
    lead.sqlmodel_update(enquiries.move(lead, stage, reason=command.reason, now=call.now, at=at))
    call.session.add(lead)
    call.session.flush()
    return LeadMoved(lead, call.today, command.on if command.on != call.today else None)


def _listed(call: Call, after: LeadMoved | LeadOvertaken | LeadGone | None = None) -> LeadsShown:
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
