"""One step in a list, for the person who reads it: the sentence about it as it is now, and what can be done.

Reminders state the time and offer a way out; nobody is told off, and a helper is asked, never ordered. Nudges, the list
of what waits and the App Home all use these, so that they can't disagree.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.blocks import answers, duty_phrases, event_phrases, kit, offers, saying, strategy, substitutes, whom
from bot.blocks.plan_phrases import capital, strong, substitute
from bot.blocks.step_phrases import button, doing, due, thing_for, things, until, when
from bot.commands.vocabulary import FinishStep, HandOver, OpenHandOverForm, OpenHelpForm, SnoozeStep
from bot.domain.nudging import OWN
from bot.domain.outcomes.steps import StepWaiting
from storage.tables import ApprovalState, Member, Reminder, Step, Task

_ANSWERED: dict[str, str] = {
    ApprovalState.HELD: "is on hold until you say more",
    ApprovalState.REJECTED: "has your no, and comes back to you once something changes",
}
_STOPPED: dict[str, str] = {
    ApprovalState.HELD: "is on hold, so it may come late",
    ApprovalState.REJECTED: "has a no for now, so it may come late",
}
_OPEN_QUESTIONS = (Reminder.UNANSWERED_BACKUP, Reminder.UNANSWERED_LEAD)


def words_of(item: StepWaiting, reader: Member, now: datetime, zone: ZoneInfo) -> str:
    """Say how a step stands, to this reader."""
    step, thing = item.step, thing_for(item.step, item.post)
    if step.done_at is not None:
        stands_in = substitute(item.post) if step.task == Task.PHOTO else ""
        return f"✓ {capital(stands_in)} stands in for {thing}." if stands_in else f"✓ {capital(thing)} is done."
    if item.post.removed_at is not None:
        return f"{strong(item.post)} is out of the plan."
    if item.offer is not None:
        return f"{offers.sentence(item.offer)}\n{capital(thing)} {due(step, now, zone)}."
    if item.stand_ins is not None:
        return substitutes.question(item, reader, now, zone)
    if step.owner_id == reader.id:
        return _own(item, now, zone)
    if item.asked is not None and item.asked.id != reader.id:
        asked, stays = saying.name(item.asked), saying.name(item.owner)
        return f"{asked} is asked about {thing}. Until {asked} says yes, it stays with {stays}."
    if _is_settled(item):
        return f"{capital(thing)} is with {saying.name(item.owner)} now."
    could = [duty_phrases.could(item.could[:1])] if item.could else []
    return "\n".join([_asked_to_help(item, now, zone), *whom.said(item.notes), *could])


def choices_of(item: StepWaiting, reader: Member, now: datetime, where: str) -> list[kit.Element]:
    """Give what this reader can do about a step; nothing where it is settled."""
    step = item.step
    if step.done_at is not None or item.post.removed_at is not None:
        return []
    if item.offer is not None:
        return answers.answers(item.offer, where)
    if item.stand_ins is not None:
        return substitutes.choices(item, item.stand_ins, where)
    step_id, apart = step.id or 0, f"step-{step.id}"
    label = "Look at it" if step.task == Task.APPROVAL else "Done"
    done = button(label, FinishStep(step_id, where), apart=apart, is_first=True)
    if step.owner_id == reader.id:
        is_ahead = item.event is not None and now < item.event.starts_at
        choices: list[kit.Element] = [] if is_ahead else [done]
        if step.help_asked_at is None:
            choices.append(button("Need help", OpenHelpForm(step_id, where), apart=apart))
        if (
            item.late is None
            and not (item.event and now < item.event.ends_at)
            and (step.snoozed_until is None or step.snoozed_until <= now)
        ):
            choices.append(button("Tomorrow", SnoozeStep(step_id, where), apart=apart))
        return choices
    if _is_settled(item) and item.asked is None:
        return []
    take = button("I'll take it", HandOver(step_id, reader.user_id, where), apart=apart, is_first=item.asked is None)
    if item.asked:
        return [take]
    ask = [
        button(
            f"Ask {saying.short(one.member.name, 40)}",
            HandOver(step_id, one.member.user_id, where),
            apart=f"{apart}-{one.member.id}",
        )
        for one in item.could[:1]
    ]
    return [take, *ask, button("Ask somebody else", OpenHandOverForm(step_id, where), apart=apart)]


def _own(item: StepWaiting, now: datetime, zone: ZoneInfo) -> str:
    """Say how a step stands to whoever has it."""
    if item.reminder == Reminder.MISSING_OWN:
        return substitutes.notice(item, now, zone)
    if item.late is not None:
        return _at_risk(item, item.late, now, zone)
    if item.event is not None and now < item.event.ends_at:
        is_leaving = item.reminder == Reminder.LEAVING and now < item.event.starts_at
        return (event_phrases.leaving if is_leaving else event_phrases.ahead)(item.event, now, zone)
    if item.step.answer in _ANSWERED:
        return f"{strong(item.post)} {_ANSWERED[item.step.answer]}."
    stands = f"{capital(thing_for(item.step, item.post))} {due(item.step, now, zone)}.{_known(item, now, zone)}"
    return "\n".join([stands, *([strategy.voice(item.voice)] if item.voice else []), *whom.said(item.notes)])


def _known(item: StepWaiting, now: datetime, zone: ZoneInfo) -> str:
    """Say what the owner has done about it so far."""
    step = item.step
    if step.snoozed_until is not None and step.snoozed_until > now:
        return f" I'll remind you again {when(step.snoozed_until, now, zone)}."
    if step.help_asked_at is not None:
        return " You've asked for a hand with it."
    is_asked = item.reminder == Reminder.OVERDUE and step.task != Task.APPROVAL
    return " If it's done, one click on *Done* is enough." if is_asked else ""


def _at_risk(item: StepWaiting, late: Step, now: datetime, zone: ZoneInfo) -> str:
    """Say that what a step waits for is not there yet; whose that is, is nobody else's business."""
    is_due = f"{capital(things([item.step]))} {due(item.step, now, zone)}"
    if late.answer in _STOPPED:
        return f"{strong(item.post)} {_STOPPED[late.answer]}. {is_due}."
    may_be_late = "" if item.step.due_at < now else ", so it may come late"
    return f"{capital(thing_for(late, item.post))} isn't there yet{may_be_late}. {is_due}. I've asked about it."


def _is_settled(item: StepWaiting) -> bool:
    """Whether the reader was reminded of something that is in somebody else's hands by now."""
    if item.reminder in _OPEN_QUESTIONS:
        return item.step.accepted_at is not None and item.owner is not None and item.step.owner_id == item.owner.id
    return item.reminder in OWN and not _is_orphaned(item) and item.away_until is None


def _is_orphaned(item: StepWaiting) -> bool:
    return item.owner is not None and item.owner.is_deactivated


def _asked_to_help(item: StepWaiting, now: datetime, zone: ZoneInfo) -> str:
    """Ask, for a reason, whether the reader could lend a hand."""
    owner, thing, is_due = saying.name(item.owner), thing_for(item.step, item.post), due(item.step, now, zone)
    if _is_orphaned(item):
        return f"{capital(thing)} {is_due}. It is with {owner}, whose account is deactivated. Who could do it?"
    if item.away_until is not None and item.reminder not in _OPEN_QUESTIONS:
        return (
            f"{capital(thing)} {is_due}. {owner} is away until {until(item.away_until, zone)}: could you lend a hand?"
        )
    match item.reminder:
        case Reminder.UNANSWERED_BACKUP | Reminder.UNANSWERED_LEAD:
            can = "Could you?" if item.reminder == Reminder.UNANSWERED_BACKUP else "Maybe somebody else can?"
            ask = f"{doing([item.step])} for {strong(item.post)}"
            if item.away_until is not None:
                back = until(item.away_until, zone)
                return f"{owner} was asked to {ask}, which {is_due}, and is away until {back}. Maybe somebody else can?"
            return f"{owner} hasn't found time to say whether to {ask}, which {is_due}. {can}"
        case Reminder.OVERDUE_BACKUP:
            return f"{capital(thing)} {is_due}. {owner} may have full hands today: could you lend one?"
        case Reminder.OVERDUE_LEAD:
            return f"{capital(thing)} {is_due} and is still open with {owner}. You could take it or ask somebody else."
        case _:
            return f"{owner} would like a hand with {thing}, which {is_due}."
