"""How leads look in lists and menus: the open ones, and one that was just moved, overtaken or taken back."""

from collections.abc import Iterable

from bot.blocks import kit, lead_phrases, saying
from bot.blocks.choices import options
from bot.blocks.plan_phrases import capital
from bot.blocks.surfaces import Message, message
from bot.commands import buttons
from bot.commands.vocabulary import AddLead, Command, MoveLead, OpenLeadForm, OpenLostForm, RemoveLead, ShowLeads
from bot.domain.leads import is_open
from bot.domain.outcomes.leads import LeadGone, LeadMoved, LeadOvertaken, LeadRemoved, LeadsShown
from bot.domain.sources import UNKNOWN
from storage.tables import Lead, Stage

_GONE = "That lead was taken back before. Nothing changed."


def draw_lead_moved(outcome: LeadMoved) -> Message:
    """Say where a lead stands now, with the menu for the next step."""
    row = outcome.lead
    since = f" since {saying.day(outcome.on)}" if outcome.on else ""
    said = f"{lead_phrases.lead(row, outcome.today)}: {lead_phrases.standing(row)}{since}."
    return message(said, [kit.SectionBlock(f"*{said}*"), menu(row, can_go=row.came_on == outcome.today)], in_place=True)


def draw_lead_overtaken(outcome: LeadOvertaken) -> Message:
    """Bring an old menu up to date where somebody else was quicker."""
    row = outcome.lead
    said = _overtaken(row)
    blocks = [
        kit.SectionBlock(f"*{lead_phrases.lead(row, outcome.today)}*"),
        kit.ContextBlock([kit.Text(said)]),
        menu(row, can_go=row.came_on == outcome.today),
    ]
    return message(said, blocks, in_place=True)


def draw_lead_gone(outcome: LeadGone) -> Message:  # noqa: ARG001 - every drawing takes its outcome
    """Bring an old menu up to date whose lead was taken back."""
    return message(
        _GONE, [kit.SectionBlock(_GONE), kit.ActionsBlock([lead_button("Open leads", ShowLeads())])], in_place=True
    )


def draw_lead_removed(outcome: LeadRemoved) -> Message:
    """Say that a lead is taken back, with a way to log it after all."""
    said = f"Lead {outcome.number} is taken back. Its number stays unused."
    again = lead_button("Log it again", AddLead(outcome.guessed or UNKNOWN, outcome.code, outcome.said))
    return message(said, [kit.SectionBlock(said), kit.ActionsBlock([again])], in_place=True)


def draw_leads_shown(outcome: LeadsShown) -> Message:
    """Draw this week's counts, and every open lead with its menu."""
    counts = _counts(outcome)
    blocks: list[kit.Block] = [kit.SectionBlock(f"*This week*: {counts}")]
    how = lead_phrases.how_known(outcome.tally) if outcome.tally else ""
    if how:
        blocks.append(kit.ContextBlock([kit.Text(how)]))
    after = just_done(outcome.after)
    if after:
        blocks.insert(0, kit.SectionBlock(after))
    blocks += _listed("*Open leads*, the last logged first", outcome.open, outcome)
    if outcome.more:
        older = f"and {saying.count(outcome.more, 'older open lead')}; `/leads` with a number shows any of them"
        blocks.append(kit.ContextBlock([kit.Text(older)]))
    blocks += _listed("*Started or lost this week*", outcome.closed, outcome)
    blocks.append(kit.ActionsBlock([lead_button("Log a lead", OpenLeadForm())]))
    text = (
        f"{after} This week: {counts} {capital(saying.count(len(outcome.open) + outcome.more, 'open lead'))}.".strip()
    )
    return message(text, blocks, in_place=True)


def menu(row: Lead, *more: kit.Element, can_go: bool) -> kit.ActionsBlock:
    """Offer each stage it can stand at now, the reason for lost being asked in a form, and what else is offered."""
    stages = [stage for stage in Stage if stage not in (row.stage, Stage.LOST)]
    moves: list[kit.Element] = [
        lead_button(
            "New again" if stage is Stage.NEW else stage.capitalize(), MoveLead(row.id or 0, stage, seen=row.stage)
        )
        for stage in stages
    ]
    moves += [] if row.stage == Stage.LOST else [lead_button("Lost…", OpenLostForm(row.id or 0))]
    moves += [lead_button("Take back", RemoveLead(row.id or 0))] if can_go else []
    return kit.ActionsBlock([*moves, *more])


def lead_button(
    words: str, command: Command, *, apart: str = "", sure: kit.ConfirmationDialogue | None = None
) -> kit.Button:
    """Make one button about a lead, perhaps after one more question."""
    apart = command.stage if isinstance(command, MoveLead) else apart
    return kit.Button(words, buttons.action_of(command, apart=apart), value=buttons.value_of(command), confirm=sure)


def _listed(heading: str, rows: Iterable[Lead], outcome: LeadsShown) -> Iterable[kit.Block]:
    held = list(rows)
    if held:
        yield kit.SectionBlock(heading)
    for row in held:
        words = f"{lead_phrases.lead(row, outcome.today)}{'' if is_open(row) else f': {lead_phrases.standing(row)}'}"
        yield kit.SectionBlock(words, accessory=lead_select(row, "list"))


def lead_select(row: Lead, where: str) -> kit.StaticSelectMenu:
    """Let a stage be picked for a lead; `where` is the place that shows what came of it."""
    stages = options((f"{stage.capitalize()}{'…' if stage is Stage.LOST else ''}", stage) for stage in Stage)
    known = {"lead_id": row.id, "seen": row.stage, "where": where}
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


def just_done(after: LeadMoved | LeadOvertaken | LeadGone | None) -> str:
    """Say what somebody just did to a lead where several are shown; nothing where they did nothing."""
    match after:
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
