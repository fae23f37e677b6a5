"""How one lead looks: just logged, with all that is known of it, and counted together with another one."""

from bot.blocks import kit, lead_phrases, saying
from bot.blocks.choices import option
from bot.blocks.leads import lead_button, menu
from bot.blocks.plan_phrases import capital, listed
from bot.blocks.surfaces import Message, message
from bot.commands import buttons
from bot.commands.vocabulary import MergeLeads, OpenLeadForm, ShowLead, SplitLead
from bot.domain.outcomes.leads import LeadAdded, LeadShown, LeadsMerged
from bot.domain.sources import SOURCES, source_of
from storage.tables import Lead

_CUT = "I kept the first three digits of the postcode and nothing else of it."


def draw_lead_added(outcome: LeadAdded) -> Message:
    """Echo a new lead, with the menu of how far it has come."""
    row = outcome.lead
    said = f"{lead_phrases.lead(row, outcome.today)}."
    blocks: list[kit.Block] = [kit.SectionBlock(f"*{said}*")]
    notes = [_CUT] if outcome.area_cut else []
    if source_of(row) not in SOURCES:
        notes.append("That is a source of your own. If it is somebody's name, please take it back: I keep no names.")
    if notes:
        blocks.append(kit.ContextBlock([kit.Text(" ".join(notes))]))
    if outcome.alike is not None:
        alike = f"{lead_phrases.called(outcome.alike)} came on {saying.day(outcome.alike.came_on)} with the same code."
        said += f" {alike} Is it the same enquiry?"
        same = lead_button("Yes, count them as one", MergeLeads(row.id or 0, outcome.alike.id or 0))
        blocks.append(kit.SectionBlock(f"{alike} Is it the same enquiry?", accessory=same))
    details = lead_button("Add details", OpenLeadForm(row.id))
    return message(said, [*blocks, menu(row, details, can_go=True)], in_place=True)


def draw_lead_shown(outcome: LeadShown) -> Message:
    """Show all that is known of a lead, what belongs to it, and what it may be the same as."""
    row = outcome.lead
    head = f"{lead_phrases.lead(row, outcome.today)}: {lead_phrases.standing(row)}."
    lines = [f"*{head}*", *_known(outcome)]
    blocks: list[kit.Block] = [kit.SectionBlock("\n".join(lines))]
    notes = [_CUT] if outcome.area_cut else []
    if outcome.whole is not None:
        notes.append(f"It counts as part of {lead_phrases.called(outcome.whole, inside=True)}, as one enquiry.")
    if notes:
        blocks.append(kit.ContextBlock([kit.Text(" ".join(notes))]))
    for part in outcome.parts:
        split = lead_button("Count apart", SplitLead(part.id or 0), apart=str(part.id))
        words = f"{lead_phrases.lead(part, outcome.today)}, is part of it."
        blocks.append(kit.SectionBlock(words, accessory=split))
    change = lead_button("Change", OpenLeadForm(row.id))
    if outcome.whole is not None:
        apart = lead_button("Count it apart", SplitLead(row.id or 0))
        whole = lead_button(lead_phrases.called(outcome.whole), ShowLead(outcome.whole.number))
        blocks.append(kit.ActionsBlock([apart, whole, change]))
    else:
        blocks.append(menu(row, change, can_go=False))
        blocks += _same_as(outcome)
    return message(head, blocks, in_place=outcome.in_place)


def draw_leads_merged(outcome: LeadsMerged) -> Message:
    """Say that two enquiries count as one, with a way back."""
    part, whole = outcome.part, outcome.whole
    said = f"{lead_phrases.called(part)} counts as part of {lead_phrases.called(whole, inside=True)} now: one enquiry."
    stands = f"*{lead_phrases.lead(whole, outcome.today)}: {lead_phrases.standing(whole)}.*"
    undo = lead_button("Undo", SplitLead(part.id or 0, outcome.was, whole.stage))
    blocks: list[kit.Block] = [kit.SectionBlock(said, accessory=undo), kit.SectionBlock(stands)]
    return message(said, [*blocks, menu(whole, can_go=False)], in_place=True)


def _known(outcome: LeadShown) -> list[str]:
    """Say the three sources apart, what was asked for, from which area, and since when it stands where."""
    row = outcome.lead
    sources = [
        f"{how} {lead_phrases.source(word)}"
        for how, word in (("tracked:", row.tracked), ("they said", row.said), ("our guess:", row.guessed))
        if word
    ]
    about = [f"Asked for {saying.plain(row.service)}"] if row.service else []
    about += [f"area {saying.plain(row.area)}"] if row.area else []
    about += [f"came at {saying.clock(row.came_at, outcome.zone)}"] if row.came_at else []
    dates = lead_phrases.dates(row, outcome.zone)
    return [
        *([f"{capital('; '.join(sources))}."] if sources else []),
        *([f"{capital('; '.join(about))}."] if about else []),
        *([f"{capital(listed(dates))}."] if dates else []),
    ]


def _same_as(outcome: LeadShown) -> list[kit.Block]:
    """Offer the leads of the days around it to be counted as one with it."""
    if not outcome.nearby:
        return []
    known = {"lead_id": outcome.lead.id}
    picks = kit.StaticSelectMenu(
        buttons.picked_action(MergeLeads, "with_id", known),
        options=[option(_brief(lead, outcome), str(lead.id)) for lead in outcome.nearby],
        placeholder="Count as one with",
    )
    return [kit.SectionBlock("Is it the same enquiry as another one?", accessory=picks)]


def _brief(lead: Lead, outcome: LeadShown) -> str:
    return f"{lead.number}{f' ({lead.code})' if lead.code else ''}: {lead_phrases.came(lead, outcome.today)}"
