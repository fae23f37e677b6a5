"""How it looks when somebody is reminded of steps, told that one needs help, or hands one over."""

from bot.blocks import kit, saying, whom
from bot.blocks.plan_phrases import capital
from bot.blocks.reminders import why
from bot.blocks.step_lines import choices_of, words_of
from bot.blocks.step_phrases import OUT_OF_DATE, is_old_news, just_said, thing_for, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.domain.outcomes.steps import (
    HandOverFormOpened,
    HelpAsked,
    HelpFormOpened,
    HelpWanted,
    Just,
    NudgeShown,
    StepHandedOver,
    StepTakenOver,
    StepWaiting,
)

_MOST_SHOWN = 5
_LAST = "My last reminder for today. What else comes up is in `/mine`, and in one message on the next opening day."


def draw_nudge_shown(outcome: NudgeShown) -> Message:
    """Draw what one message reminds of, each step with what can be done about it."""
    blocks: list[kit.Block] = []
    said = []
    waiting = []
    for item in outcome.items[:_MOST_SHOWN]:
        words = _words(item, outcome)
        said.append(words)
        blocks.append(kit.SectionBlock(words))
        choices = choices_of(item, outcome.reader, outcome.now, outcome.key)
        if choices:
            blocks.append(kit.ActionsBlock(choices))
            waiting.append(item)
    if not said:
        said.append("Nothing in this message waits for you any more.")
        blocks.append(kit.SectionBlock(said[0]))
    more = len(outcome.items) - _MOST_SHOWN
    if more > 0:
        blocks.append(kit.ContextBlock([kit.Text(f"And {more} more: type `/mine` for all.")]))
    if is_old_news(outcome.just):
        blocks.append(kit.ContextBlock([kit.Text(OUT_OF_DATE)]))
    notes = [*([_LAST] if outcome.is_last else []), *([why(waiting, outcome.reader)] if waiting else [])]
    if notes:
        blocks.append(kit.ContextBlock([kit.Text("\n".join(notes))]))
    count = len(outcome.items)
    text = unmarked(said[0]) if count < 2 else f"{count} things wait for you. {unmarked(said[0])}"
    return message(text, blocks, in_place=outcome.in_place)


def draw_help_wanted(outcome: HelpWanted) -> Message:
    """Tell somebody privately that a step needs a hand, and what can be done about it."""
    words = _words(outcome.item, outcome)
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    choices = choices_of(outcome.item, outcome.reader, outcome.now, outcome.key)
    if choices:
        blocks.append(kit.ActionsBlock(choices))
    note = "Nobody else was told." if outcome.item.step.help_asked_at else ""
    note = OUT_OF_DATE if is_old_news(outcome.just) else note
    if note:
        blocks.append(kit.ContextBlock([kit.Text(note)]))
    return message(unmarked(words), blocks, in_place=outcome.in_place)


def draw_just(outcome: Just) -> Message:
    """Say what was just done about one step, where no message shows it."""
    words = just_said(outcome)
    more = whom.beyond(outcome.over) if isinstance(outcome, StepHandedOver) else []
    return message(unmarked(words), [kit.SectionBlock(words), *more])


def draw_hand_over_form_opened(outcome: HandOverFormOpened) -> Modal:
    """Ask whom to give a step to."""
    stays = (
        f"Until they say yes, it stays with {saying.name(outcome.owner)}." if outcome.owner else "They are asked first."
    )
    keeps = {"step_id": outcome.step.id, "opened_in": outcome.opened_in}
    blocks: list[kit.Block] = [
        kit.SectionBlock(
            f"{capital(thing_for(outcome.step, outcome.post))}, due {saying.moment(outcome.step.due_at, outcome.zone)}"
        ),
        *whom.asks("Who could do it?", outcome.could, hint=stays),
        whom.note("Two pictures are in #social, the third is missing"),
    ]
    return modal("Ask somebody else", blocks, form="hand-over", submit="Ask", keeps=keeps)


def draw_help_form_opened(outcome: HelpFormOpened) -> Modal:
    """Ask what would help; nothing said is fine."""
    told = outcome.told.name or "the lead"
    example = "Two pictures are there, and somebody has to hold the light"
    hint = f"You needn't. {told} reads it, and whoever takes it over. Please nothing about a patient."
    blocks: list[kit.Block] = [
        kit.SectionBlock(
            f"{capital(thing_for(outcome.step, outcome.post))}, due {saying.moment(outcome.step.due_at, outcome.zone)}"
        ),
        whom.note(example, asks="What would help?", hint=hint),
    ]
    keeps = {"step_id": outcome.step.id, "opened_in": outcome.opened_in}
    return modal("Need help", blocks, form="ask-for-help", submit="Ask for help", keeps=keeps)


def _words(item: StepWaiting, shown: NudgeShown | HelpWanted) -> str:
    """Say how a step stands or, where its reader has just asked for a hand or given one, what came of that."""
    just = shown.just
    if isinstance(just, HelpAsked | StepTakenOver) and just.step.id == item.step.id and not is_old_news(just):
        return just_said(just)
    return words_of(item, shown.reader, shown.now, shown.zone)
