"""How it looks when somebody is asked about numbers: leads, each with its menu, and what a digest still lacks."""

from collections.abc import Iterable, Sequence

from bot.blocks import kit, lead_phrases, saying
from bot.blocks.leads import just_done, lead_button, lead_select
from bot.blocks.plan_phrases import capital, listed, title
from bot.blocks.surfaces import Message, message
from bot.commands import buttons
from bot.commands.vocabulary import OpenFiguresForm, OpenLeadForm, OpenWeekForm, SayNoneCame
from bot.domain.leads import is_open
from bot.domain.outcomes.asked import LeadsAsked, NoneCameSaid, NumbersAsked
from storage.tables import Lead, Member

_THANKS = "All of it is answered. Thank you!"


def draw_leads_asked(outcome: LeadsAsked) -> Message:
    """Ask how far leads have come, each with its menu; what is answered stays and says so."""
    waiting = [lead for lead in outcome.leads if is_open(lead)]
    head = _head(outcome, len(waiting))
    blocks: list[kit.Block] = [kit.SectionBlock(f"*{head}*")]
    if outcome.after is not None:
        blocks.append(kit.ContextBlock([kit.Text(just_done(outcome.after))]))
    blocks += _leads(outcome.leads, outcome)
    notes = [_more(outcome)] if outcome.more else []
    notes += _instead(outcome.instead_of)
    if outcome.came_by_web:
        notes.append("How to reach them is where your form keeps it; I never see it.")
    else:
        notes.append("Once a week, on the day that `/leads services` says.")
    blocks.append(kit.ContextBlock([kit.Text(" ".join(notes))]))
    oldest = f" The oldest: {lead_phrases.lead(waiting[0], outcome.today)}." if waiting else ""
    return message(f"{head}{oldest}", blocks, in_place=outcome.in_place)


def draw_numbers_asked(outcome: NumbersAsked) -> Message:
    """Ask for what a digest still lacks, each with the button that brings it."""
    goes_out = f"The digest of week {outcome.week.number} goes out {saying.moment(outcome.digest_at, outcome.zone)}."
    blocks: list[kit.Block] = [kit.SectionBlock(f"{goes_out} {_THANKS if outcome.lacks_nothing else _lacks(outcome)}")]
    if outcome.after is not None:
        blocks.append(kit.ContextBlock([kit.Text(just_done(outcome.after))]))
    for post in outcome.posts:
        opens = OpenFiguresForm(post.id or 0)
        enter = kit.Button("Enter", buttons.action_of(opens, apart=str(post.id)), value=buttons.value_of(opens))
        blocks.append(kit.SectionBlock(f"{title(post)}, {saying.day(post.on)}: no figures yet.", accessory=enter))
    if outcome.posts:
        accounts = OpenWeekForm(outcome.week)
        week = kit.Button("Numbers of the week", buttons.action_of(accounts), value=buttons.value_of(accounts))
        blocks.append(kit.ActionsBlock([week]))
    if outcome.says_nothing:
        blocks.append(kit.SectionBlock("No lead is logged for this week."))
        none = lead_button("None came", SayNoneCame(outcome.week, outcome.key))
        blocks.append(kit.ActionsBlock([lead_button("Log one", OpenLeadForm()), none]))
    blocks += _leads(outcome.untouched, outcome)
    notes = [f"And {outcome.more} more in `/leads`."] if outcome.more else []
    notes += _instead(outcome.instead_of)
    notes += [] if outcome.lacks_nothing else ["What stays open counts as not known, never as zero."]
    if notes:
        blocks.append(kit.ContextBlock([kit.Text(" ".join(notes))]))
    text = f"{goes_out} {_THANKS if outcome.lacks_nothing else _lacks(outcome)}"
    return message(text, blocks, in_place=outcome.in_place)


def draw_none_came_said(outcome: NoneCameSaid) -> Message:
    """Say that a week is known to have brought no leads."""
    words = f"Noted: no leads came in week {outcome.week.number}."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def _more(outcome: LeadsAsked) -> str:
    if outcome.came_by_web:
        return f"And {outcome.more} more in `/leads`."
    turns = "is open; its turn comes" if outcome.more == 1 else "are open; their turn comes"
    return f"{outcome.more} more {turns} in the next weeks."


def _head(outcome: LeadsAsked, left: int) -> str:
    if not left:
        return _THANKS
    if outcome.came_by_web:
        came = len(outcome.leads) + outcome.more
        return f"{capital(saying.count(came, 'new lead'))} came by the web. How far did you get?"
    count = left + outcome.more
    verb = "is" if count == 1 else "are"
    return (
        f"{capital(saying.count(count, 'lead'))} {verb} open. How far {'has it' if count == 1 else 'have they'} come?"
    )


def _leads(leads: Sequence[Lead], outcome: LeadsAsked | NumbersAsked) -> Iterable[kit.Block]:
    for lead in leads:
        standing = "" if is_open(lead) else f": {lead_phrases.standing(lead)}"
        words = f"{lead_phrases.lead(lead, outcome.today)}{standing}"
        yield kit.SectionBlock(words, accessory=lead_select(lead, outcome.key))


def _lacks(outcome: NumbersAsked) -> str:
    lacking = [f"figures of {saying.count(len(outcome.posts), 'post')}"] if outcome.posts else []
    lacking += ["whether any leads came"] if outcome.says_nothing else []
    new = len(outcome.untouched) + outcome.more
    lacking += [f"how far {saying.count(new, 'lead')} came"] if new else []
    return f"Still open: {listed(lacking)}."


def _instead(absent: Member | None) -> list[str]:
    return [f"{saying.name(absent)} is away, so I ask you."] if absent else []
