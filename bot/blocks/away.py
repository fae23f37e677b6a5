"""How being away looks: to whoever says so, to who stands in, to whoever is back; and when somebody has left."""

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import capital
from bot.blocks.step_phrases import button, due, thing_for, unmarked, until
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import ComeBack, OpenHandOverForm
from bot.domain.outcomes.people import AwayCovered, AwaySaid, BackSaid, Returned, StepsLeft

_MOST_SHOWN = 8


def draw_away_said(outcome: AwaySaid) -> Message:
    """Say from when until when somebody is away, and who is reminded instead."""
    absence, zone = outcome.absence, outcome.zone
    is_now = absence.from_at <= outcome.now
    begins = "now" if is_now else f"from {saying.day(absence.from_at.astimezone(zone).date())} on"
    instead = "Nobody is reminded of your steps meanwhile, because there is no backup yet."
    if outcome.stand_in is not None:
        instead = f"Meanwhile I'll go to {saying.name(outcome.stand_in)} with what is due. Your steps stay yours."
    words = f"You're away {begins}, and back on {until(absence.until_at, zone)}. I won't remind you. {instead}"
    back = button("I'm here after all", ComeBack(), apart="back")
    return message(unmarked(words), [kit.SectionBlock(words), kit.ActionsBlock([back])])


def draw_back_said(outcome: BackSaid) -> Message:
    """Welcome somebody back, and point to what is theirs."""
    if not outcome.was_away:
        words = "You're here already, as far as I know. `/rounds away until mon` tells me when you're not."
    elif outcome.steps:
        waiting = saying.count(len(outcome.steps), "step of yours is", "steps of yours are")
        words = f"Welcome back! {waiting} waiting: `/mine` shows all."
    else:
        words = "Welcome back! Nothing of yours is waiting."
    return message(words.replace("`", ""), [kit.SectionBlock(words)])


def draw_away_covered(outcome: AwayCovered) -> Message:
    """Tell a stand-in who is away and what of theirs is due meanwhile."""
    who = saying.name(outcome.member)
    words = f"{who} is away until {until(outcome.until_at, outcome.zone)}. I'll come to you with what is due meanwhile:"
    blocks: list[kit.Block] = [kit.SectionBlock(words), kit.SectionBlock(_listed(outcome))]
    note = f"Nothing to do right now, and nobody else was told. Once {who} is back, it is all {who}'s again."
    blocks.append(kit.ContextBlock([kit.Text(note)]))
    return message(unmarked(words), blocks)


def draw_returned(outcome: Returned) -> Message:
    """Welcome somebody back with what is theirs."""
    words = "Welcome back! From now on I'll come to you again. Yours:"
    blocks: list[kit.Block] = [kit.SectionBlock(words), kit.SectionBlock(_listed(outcome))]
    blocks.append(kit.ContextBlock([kit.Text("`/mine` shows each with its buttons.")]))
    return message(unmarked(words), blocks)


def draw_steps_left(outcome: StepsLeft) -> Message:
    """Tell the lead what somebody who has left had said yes to, each with a way to give it on."""
    words = f"{saying.name(outcome.gone)}'s account is deactivated, so this is with you now:"
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    for item in outcome.items[:_MOST_SHOWN]:
        line = f"{capital(thing_for(item.step, item.post))} {due(item.step, outcome.now, outcome.zone)}"
        opens = OpenHandOverForm(item.step.id or 0)
        give = button("Ask somebody else", opens, apart=f"step-{item.step.id}")
        blocks.append(kit.SectionBlock(line, accessory=give))
    note = "`/mine` shows all that is yours. Nobody else was told."
    blocks.append(kit.ContextBlock([kit.Text(note)]))
    return message(unmarked(words), blocks)


def _listed(outcome: AwayCovered | Returned) -> str:
    shown = outcome.steps[:_MOST_SHOWN]
    lines = [f"{capital(thing_for(step, post))} {due(step, outcome.now, outcome.zone)}" for step, post in shown]
    more = len(outcome.steps) - len(shown)
    return "\n".join([*lines, *([f"and {more} more"] if more else [])])
