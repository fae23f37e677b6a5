"""How the form looks in which people say how they want to be reminded, and why they hear from Rounds at all."""

from collections.abc import Sequence
from datetime import time

from bot.blocks import choices, kit
from bot.blocks.plan_phrases import listed
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.domain import said
from bot.domain.approvals import Look
from bot.domain.etiquette import MOST_A_DAY, Manners
from bot.domain.outcomes.people import RemindersFormOpened, RemindersSet
from bot.domain.outcomes.steps import StepWaiting
from storage.tables import Member, Reminder

_COUNTS = {1: "One", 2: "Two", 3: "Three"}
_LOOKS = {
    Look.SECOND: "you look at posts like this one second",
    Look.DELEGATE: "you look at posts like this one when the first one's time is up",
}
_DAY_BEFORE = (("Remind me", "yes"), ("Not me, only when it's due", "no"))


def why(items: Sequence[StepWaiting], reader: Member) -> str:
    """Say why somebody gets a message, and how to change it."""
    reasons = dict.fromkeys(_reason(item, reader) for item in items)
    return f"Why this? {listed(list(reasons)).capitalize()}. Change it: `/rounds reminders`"


def draw_reminders_form_opened(outcome: RemindersFormOpened) -> Modal:
    """Ask how often and when somebody wants to be reminded."""
    manners = outcome.manners
    counts = choices.options((words, str(number)) for number, words in _COUNTS.items())
    days = choices.options(_DAY_BEFORE)
    blocks: list[kit.Block] = [
        kit.ContextBlock([kit.Text("This is about you alone, and only you see it. `/mine` always shows all.")]),
        kit.InputBlock(
            "How many reminding messages a day, at most?",
            kit.StaticSelectMenu(
                "value", options=list(counts.values()), initial_option=counts[str(min(manners.most_a_day, MOST_A_DAY))]
            ),
            block_id="most_a_day",
            hint="What comes on top waits for the next opening day and comes in one message.",
        ),
        kit.InputBlock(
            "The day before something is due",
            kit.RadioButtonGroup(
                "value", list(days.values()), initial_option=days["no" if manners.skips_day_before else "yes"]
            ),
            block_id="day_before",
        ),
        _time("Not before", "not_before", manners.not_before, "Within your opening hours. Empty means all of them."),
        _time("Not after", "not_after", manners.not_after, None),
    ]
    return modal("Your reminders", blocks, form="set-reminders", submit="Save")


def draw_reminders_set(outcome: RemindersSet) -> Message:
    """Say how somebody is reminded from now on."""
    words = f"Noted. {_sentence(outcome.manners)} `/mine` shows everything at any time."
    return message(words.replace("`", ""), [kit.SectionBlock(words)])


def _sentence(manners: Manners) -> str:
    count = _COUNTS[manners.most_a_day].lower()
    times = "time" if manners.most_a_day == 1 else "times"
    hours = " while you are open"
    if manners.not_before and manners.not_after:
        hours = f", from {said.clock(manners.not_before)} to {said.clock(manners.not_after)}"
    elif manners.not_before:
        hours = f", not before {said.clock(manners.not_before)}"
    elif manners.not_after:
        hours = f", not after {said.clock(manners.not_after)}"
    early = " I'll leave out the day before." if manners.skips_day_before else ""
    return f"I'll write to remind you at most {count} {times} a day{hours}.{early}"


def _time(label: str, name: str, at: time | None, hint: str | None) -> kit.Block:
    picker = kit.TimePicker("value", initial_time=at.strftime("%H:%M") if at else None)
    return kit.InputBlock(label, picker, block_id=name, optional=True, hint=hint)


def _reason(item: StepWaiting, reader: Member) -> str:
    match item.reminder:
        case Reminder.UNANSWERED:
            return "you were asked"
        case Reminder.OVERDUE_BACKUP | Reminder.UNANSWERED_BACKUP:
            return "you step in when somebody's hands are full"
        case Reminder.UNANSWERED_LEAD | Reminder.OVERDUE_LEAD | Reminder.MISSING:
            return "you lead the program"
        case _ if item.away_until is not None:
            return "you step in while somebody is away"
        case _ if item.step.owner_id == reader.id:
            return _LOOKS[item.look] if item.look else "you said yes to it"
        case _:
            return "you look after what nobody has"
