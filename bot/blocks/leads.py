"""How leads look: the one just logged with its menu, the list of open ones, and the two small forms."""

from collections.abc import Iterable

import slackblocks as kit

from bot.blocks import lead_phrases, saying
from bot.blocks.choices import option, options
from bot.blocks.plan_phrases import capital
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands import buttons
from bot.commands.vocabulary import AddLead, Command, MoveLead, OpenLeadForm, OpenLostForm, RemoveLead, ShowLeads
from bot.domain.leads import REASONS, SOURCES, is_open
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
from storage.tables import Lead, Stage

_GONE = "That lead was taken back before. Nothing changed."


def draw_lead_added(outcome: LeadAdded) -> Message:
    """Echo a new lead, with the menu of how far it has come."""
    row = outcome.lead
    said = f"{lead_phrases.lead(row, outcome.today)}."
    blocks: list[kit.Block] = [kit.SectionBlock(f"*{said}*")]
    if row.source not in SOURCES:
        own = "That is a source of your own. If it is somebody's name, please take it back: I keep no names."
        blocks.append(kit.ContextBlock([kit.Text(own)]))
    if outcome.alike is not None:
        alike = f"{lead_phrases.called(outcome.alike)} came on {saying.day(outcome.alike.came_on)} with the same code."
        said += f" {alike}"
        blocks.append(kit.ContextBlock([kit.Text(f"{alike} If it is the same enquiry, take this one back.")]))
    return message(said, [*blocks, _menu(row, can_go=True)], in_place=True)


def draw_lead_moved(outcome: LeadMoved) -> Message:
    """Say where a lead stands now, with the menu for the next step."""
    row = outcome.lead
    said = f"{lead_phrases.lead(row, outcome.today)}: {lead_phrases.standing(row)}."
    return message(
        said, [kit.SectionBlock(f"*{said}*"), _menu(row, can_go=row.came_on == outcome.today)], in_place=True
    )


def draw_lead_overtaken(outcome: LeadOvertaken) -> Message:
    """Bring an old menu up to date where somebody else was quicker."""
    row = outcome.lead
    said = _overtaken(row)
    blocks = [
        kit.SectionBlock(f"*{lead_phrases.lead(row, outcome.today)}*"),
        kit.ContextBlock([kit.Text(said)]),
        _menu(row, can_go=row.came_on == outcome.today),
    ]
    return message(said, blocks, in_place=True)


def draw_lead_gone(outcome: LeadGone) -> Message:  # noqa: ARG001 - every drawing takes its outcome
    """Bring an old menu up to date whose lead was taken back."""
    return message(
        _GONE, [kit.SectionBlock(_GONE), kit.ActionsBlock([_button("Open leads", ShowLeads())])], in_place=True
    )


def draw_lead_removed(outcome: LeadRemoved) -> Message:
    """Say that a lead is taken back, with a way to log it after all."""
    said = f"Lead {outcome.number} is taken back. Its number stays unused."
    again = _button("Log it again", AddLead(outcome.source, outcome.code))
    return message(said, [kit.SectionBlock(said), kit.ActionsBlock([again])], in_place=True)


def draw_leads_shown(outcome: LeadsShown) -> Message:
    """Draw this week's counts, and every open lead with its menu."""
    counts = _counts(outcome)
    blocks: list[kit.Block] = [kit.SectionBlock(f"*This week*: {counts}")]
    after = _after(outcome)
    if after:
        blocks.insert(0, kit.SectionBlock(after))
    blocks += _listed("*Open leads*, the newest first", outcome.open, outcome)
    if outcome.more:
        blocks.append(kit.ContextBlock([kit.Text(f"and {saying.count(outcome.more, 'older open lead')}")]))
    blocks += _listed("*Started or lost this week*", outcome.closed, outcome)
    blocks.append(kit.ActionsBlock([_button("Log a lead", OpenLeadForm())]))
    text = (
        f"{after} This week: {counts} {capital(saying.count(len(outcome.open) + outcome.more, 'open lead'))}.".strip()
    )
    return message(text, blocks, in_place=True)


def draw_lead_form_opened(outcome: LeadFormOpened) -> Modal:  # noqa: ARG001 - every drawing takes its outcome
    """Ask for the source, and for the practice's own code where it has one."""
    sources = [option(capital(lead_phrases.source(source)), source) for source in SOURCES]
    blocks = [
        kit.InputBlock(
            "Where did this lead come from?",
            kit.StaticSelectMenu("value", options=sources, placeholder="Pick one"),
            block_id="source",
        ),
        kit.InputBlock(
            "Your own code",
            kit.PlainTextInput("value", max_length=40, placeholder="A-117"),
            block_id="code",
            optional=True,
            hint="Never a name, a phone number or a date of birth. The lead gets a running number in any case.",
        ),
    ]
    return modal("Log a lead", blocks, form="add-lead", submit="Log it")


def draw_lost_form_opened(outcome: LostFormOpened) -> Modal:
    """Ask why a lead was lost."""
    row = outcome.lead
    reasons = [option(capital(reason), reason) for reason in REASONS]
    asked = kit.InputBlock("What was it?", kit.RadioButtonGroup("value", reasons), block_id="reason")
    keeps = {"lead_id": row.id, "seen": row.stage}
    return modal(f"Lead {row.number} was lost", [asked], form="lose-lead", submit="Mark lost", keeps=keeps)


def _menu(row: Lead, *, can_go: bool) -> kit.ActionsBlock:
    """One button for each stage it can stand at now, the reason for lost being asked in a form."""
    stages = [stage for stage in Stage if stage not in (row.stage, Stage.LOST)]
    moves: list[kit.Element] = [
        _button("New again" if stage is Stage.NEW else stage.capitalize(), MoveLead(row.id or 0, stage, seen=row.stage))
        for stage in stages
    ]
    moves += [] if row.stage == Stage.LOST else [_button("Lost…", OpenLostForm(row.id or 0))]
    moves += [_button("Take back", RemoveLead(row.id or 0))] if can_go else []
    return kit.ActionsBlock(moves)


def _button(words: str, command: Command) -> kit.Button:
    apart = command.stage if isinstance(command, MoveLead) else ""
    return kit.Button(words, buttons.action_of(command, apart=apart), value=buttons.value_of(command))


def _listed(heading: str, rows: Iterable[Lead], outcome: LeadsShown) -> Iterable[kit.Block]:
    held = list(rows)
    if held:
        yield kit.SectionBlock(heading)
    for row in held:
        words = f"{lead_phrases.lead(row, outcome.today)}{'' if is_open(row) else f': {lead_phrases.standing(row)}'}"
        yield kit.SectionBlock(words, accessory=_select(row))


def _select(row: Lead) -> kit.StaticSelectMenu:
    stages = options((f"{stage.capitalize()}{'…' if stage is Stage.LOST else ''}", stage) for stage in Stage)
    known = {"lead_id": row.id, "seen": row.stage, "listed": True}
    return kit.StaticSelectMenu(
        buttons.picked_action(MoveLead, "stage", known),
        options=list(stages.values()),
        initial_option=stages[row.stage],
        placeholder="How far?",
    )


def _counts(outcome: LeadsShown) -> str:
    if outcome.tally is None:
        return "no leads logged yet."
    parts = [lead_phrases.sources(outcome.tally)]
    parts += [lead_phrases.progress(outcome.tally)] if outcome.tally.leads else []
    parts += [rest] if (rest := lead_phrases.rest(outcome.tally)) else []
    return f"{'. '.join(parts)}."


def _after(outcome: LeadsShown) -> str:
    match outcome.after:
        case LeadMoved(lead=row):
            return f"{lead_phrases.called(row)} is {lead_phrases.standing(row)} now."
        case LeadOvertaken(lead=row):
            return _overtaken(row)
        case LeadGone():
            return _GONE
        case None:
            return ""


def _overtaken(row: Lead) -> str:
    return f"{lead_phrases.called(row)} is {lead_phrases.standing(row)} by now, so I changed nothing."
