"""How it looks when somebody is asked to take a step, from the question to how it ended.

Nobody is put under pressure: every question can be swapped or declined, and says so.
"""

from collections.abc import Sequence

from bot.blocks import answers, duty_phrases, event_phrases, kit, saying, strategy, whom
from bot.blocks.plan_phrases import capital, strong
from bot.blocks.seen import brief
from bot.blocks.step_phrases import OUT_OF_DATE, doing, thing_for, things, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.domain.offers import Standing
from bot.domain.outcomes.offers import (
    DeclineFormOpened,
    OfferDeclined,
    OfferSeen,
    OfferSwapped,
    StepTaken,
    SwapFormOpened,
)
from storage.tables import Post, Step, Task

_MOST_TYPED = 300


def draw_offer_seen(outcome: OfferSeen) -> Message:
    """Draw a question, or how it was answered, in the message that asks it.

    A swap that came to nothing is asked about in a new message, because an edit rings nobody's phone.
    """
    words = sentence(outcome)
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    more = details(outcome)
    if more:
        blocks.append(kit.SectionBlock(more))
    is_asked_below = outcome.standing is Standing.BACK and not outcome.where
    choices = [] if is_asked_below else answers.answers(outcome, outcome.where)
    if choices:
        blocks.append(kit.ActionsBlock(choices))
    note = OUT_OF_DATE if outcome.stale and outcome.standing is not Standing.YOURS else _NOTES.get(outcome.standing)
    note = None if outcome.standing is Standing.YOURS and not answers.helps(outcome) else note
    note = "I've asked you again in a new message below." if is_asked_below else note
    if note:
        blocks.append(kit.ContextBlock([kit.Text(note)]))
    return message(unmarked(words), blocks, in_place=outcome.in_place)


def draw_swap_form_opened(outcome: SwapFormOpened) -> Modal:
    """Ask whom to ask instead."""
    hint = "They are asked first. Until they say yes, it stays where it is."
    blocks: list[kit.Block] = [
        kit.SectionBlock(capital(_subject(outcome.steps, outcome.post))),
        *whom.asks("Who could do it instead?", outcome.could, hint=hint),
        whom.note("Two pictures are in #social, the third is missing"),
    ]
    return modal("Ask somebody else", blocks, form="swap-offer", submit="Ask", keeps={"offer_id": outcome.offer.id})


def draw_offer_swapped(outcome: OfferSwapped) -> Message:
    """Say that somebody else was asked, and whose it is until they answer."""
    asked, subject = saying.name(outcome.asked), _subject(outcome.steps, outcome.post)
    words = f"I've asked {asked} about {subject}. {_until(outcome.steps, asked)} with you."
    return message(unmarked(words), [kit.SectionBlock(words), *whom.beyond(outcome.over)])


def draw_decline_form_opened(outcome: DeclineFormOpened) -> Modal:
    """Say where the steps go and, where the lead hears of it, ask why; no reason is fine."""
    subject = capital(_subject(outcome.steps, outcome.post))
    goes = f"will go back to {saying.name(outcome.passes_to)}" if not outcome.asks_why else "will go to the lead"
    passes = f"{subject} {goes}." if outcome.passes_to else f"{subject} will stay with you, as the lead."
    blocks: list[kit.Block] = [kit.SectionBlock(passes)]
    if outcome.asks_why:
        why = kit.InputBlock(
            "Would you like to say why?",
            kit.PlainTextInput("value", multiline=True, max_length=_MOST_TYPED),
            block_id="reason",
            optional=True,
            hint="You needn't. Only the lead sees it.",
        )
        blocks.append(why)
    submit, keeps = "Pass it on" if outcome.passes_to else "All right", {"offer_id": outcome.offer.id}
    return modal("That's fine", blocks, form="decline-offer", submit=submit, keeps=keeps)


def draw_offer_declined(outcome: OfferDeclined) -> Message:
    """Say where declined steps went, and that it is all right."""
    subject = _subject(outcome.steps, outcome.post)
    if outcome.passed_to is None:
        words = _kept(outcome.steps, subject)
    else:
        words = f"That's fine. I've told {saying.name(outcome.passed_to)} about {subject}, and nobody else."
    return message(unmarked(words), [kit.SectionBlock(words)])


def draw_step_taken(outcome: StepTaken) -> Message:
    """Tell whoever had a step that somebody else has it now."""
    words = (
        f"{saying.name(outcome.by)} has {thing_for(outcome.step, outcome.post)} now. Nothing left for you to do there."
    )
    return message(unmarked(words), [kit.SectionBlock(words)])


def sentence(seen: OfferSeen) -> str:
    """Say in one or two sentences how an offer stands."""
    if seen.standing in _QUESTIONS:
        return " ".join([_question(seen), *([duty_phrases.unsaid(seen.unsaid)] if seen.unsaid else [])])
    steps, other = seen.steps, saying.name(seen.other)
    subject = _subject(steps, seen.post)
    match seen.standing:
        case Standing.WAITING:
            return f"You asked {other} about {subject}. {_until(steps, other)} with you."
        case Standing.YOURS:
            return f"Thank you! {capital(subject)} {_are(steps)} yours. I'll remind you when it's time."
        case Standing.TAKEN if seen.other is not None:
            return f"{other} has {subject} now. Nothing left for you to do."
        case Standing.DECLINED:
            told = f" I've told {other}, and nobody else." if seen.other is not None else ""
            return f"You can't do {subject} this time, and that's fine.{told}"
        case Standing.DONE:
            return f"{capital(subject)} {_are(steps)} done. Nothing left for you to do."
        case _ if seen.post.removed_at is not None:
            return f"{strong(seen.post)} is out of the plan, so nothing is needed from you any more."
        case _:
            return f"{capital(subject)} {_are(steps)} not needed from you any more."


def details(seen: OfferSeen) -> str:
    """Say when each step is due, what the post takes, and the reason that is for the reader only."""
    lines = []
    is_yours = seen.standing is Standing.YOURS
    open_steps = [step for step in seen.steps if not step.done_at]
    if seen.standing.is_answerable or is_yours:
        lines += [f"{capital(things([step]))}: by {saying.moment(step.due_at, seen.zone)}" for step in open_steps]
        if seen.post.takes:
            lines.append(f"What it takes: {saying.plain(saying.short(seen.post.takes, _MOST_TYPED))}")
    if any(step.task == Task.PHOTO for step in open_steps) and (seen.post.shows or seen.post.shape):
        lines.append(brief(seen.post))
    if seen.voice and (seen.standing.is_answerable or is_yours):
        lines.append(strategy.voice(seen.voice))
    if seen.event is not None and (seen.standing.is_answerable or is_yours):
        lines.append(event_phrases.agreed_to(seen.event, seen.zone))
    elif is_yours and any(step.task == Task.PHOTO for step in open_steps):
        lines.append("Once you have it, share it in any channel I'm in.")
    lines += _beside(seen)
    if seen.reason:
        lines.append(f"{saying.name(seen.other)} says: {saying.plain(saying.short(seen.reason, _MOST_TYPED))}")
    return "\n".join(lines)


def _beside(seen: OfferSeen) -> list[str]:
    """Say what others left with it, who looks it over, and what the agreements say."""
    lines = whom.said(seen.notes) if seen.standing.is_answerable or seen.standing is Standing.YOURS else []
    if seen.standing.is_answerable and any(step.reviews for step in seen.steps):
        lines.append("Whoever makes it is new to it, and a second look before it goes out helps.")
    if seen.looks:
        lines.append(f"It's one of your first: {saying.name(seen.looks)} is asked to look it over before it goes out.")
    if seen.agreed:
        lines.append(duty_phrases.agreed(seen.agreed))
    if seen.over and seen.standing.is_answerable:
        lines.append(duty_phrases.over(seen.over, seen.offer.member_id))
    return [*lines, duty_phrases.could(seen.could[:1])] if seen.could else lines


_NOTES = {
    Standing.YOURS: "Fine by then? Then that was all. If it gets tight, *Need help* reaches the lead, and nobody else.",
    Standing.ASKED: "*Swap* lets you ask somebody else. *Can't* is fine too, and needs no reason.",
    Standing.PASSED_ON: "*Can't* is fine too, and needs no reason.",
    Standing.FELL: "Only you see this.",
}


_QUESTIONS = frozenset({Standing.ASKED, Standing.PASSED_ON, Standing.BACK, Standing.FELL, Standing.KEPT})


def _question(seen: OfferSeen) -> str:
    steps, other = seen.steps, saying.name(seen.other)
    ask = f"{doing(steps)} for {strong(seen.post)}, {saying.moment(seen.post.publish_at, seen.zone)}"
    match seen.standing:
        case Standing.ASKED:
            return f"{other} asks whether you could {ask}."
        case Standing.PASSED_ON:
            return f"{other} asks whether you could {ask}. {_until(steps, 'you')} with {other}."
        case Standing.BACK:
            return f"{other} can't {ask}, so {_it(steps)} {_are(steps)} back with you."
        case Standing.FELL:
            return f"{other} can't {ask}. It comes to you, as the lead."
        case _:
            return _kept(steps, _subject(steps, seen.post))


def _subject(steps: Sequence[Step], post: Post) -> str:
    return f"{things(steps)} for {strong(post)}"


def _kept(steps: Sequence[Step], subject: str) -> str:
    return f"{capital(subject)} {_stay(steps)} with you, as the lead, until somebody takes {_them(steps)}."


def _until(steps: Sequence[Step], asked: str) -> str:
    return f"Until {asked} {'say' if asked == 'you' else 'says'} yes, {_it(steps)} {_stay(steps)}"


def _are(steps: Sequence[Step]) -> str:
    return "are" if len(steps) > 1 else "is"


def _stay(steps: Sequence[Step]) -> str:
    return "stay" if len(steps) > 1 else "stays"


def _it(steps: Sequence[Step]) -> str:
    return "they" if len(steps) > 1 else "it"


def _them(steps: Sequence[Step]) -> str:
    return "them" if len(steps) > 1 else "it"
