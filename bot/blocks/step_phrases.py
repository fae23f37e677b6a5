"""How steps, due times and what was just done about a step are said. It refuses to know which message they are for."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import TASK_WORDS, capital, listed, strong, task_word
from bot.commands import buttons
from bot.commands.vocabulary import Command
from bot.domain.outcomes.steps import (
    HelpAsked,
    Just,
    StepFinished,
    StepHandedOver,
    StepSettled,
    StepSnoozed,
    StepTakenOver,
    SubstituteUsed,
)
from storage.tables import Post, Step, Task

OUT_OF_DATE = "Something changed since I wrote this. Now it's up to date."
_NOW = timedelta(minutes=30)
_THINGS = {
    **TASK_WORDS,
    Task.PHOTO: "the photo",
    Task.GRAPHIC: "the graphic",
    Task.CAPTION: "the caption",
    Task.APPROVAL: "the approval",
}
_DOING = {
    Task.PHOTO: "take the photo",
    Task.GRAPHIC: "make the graphic",
    Task.CAPTION: "write the caption",
    Task.APPROVAL: "give the approval",
    Task.PUBLISH: "publish it",
    Task.CHECK: "check on it afterwards",
}


def things(steps: Sequence[Step]) -> str:
    """Name steps as things: "the caption and publishing"."""
    return listed([task_word(step, _THINGS) for step in steps]) or "the step"


def doing(steps: Sequence[Step]) -> str:
    """Name steps as what there is to do: "write the caption and publish it"."""
    return listed([_do(step) for step in steps]) or "help"


def _do(step: Step) -> str:
    return f"do {task_word(step)}" if step.name else _DOING[Task(step.task)]


def thing_for(step: Step, post: Post) -> str:
    """Name a step and its post: "the photo for *Meet our hygienist*"."""
    return f"{things([step])} for {strong(post)}"


def due(step: Step, now: datetime, zone: ZoneInfo) -> str:
    """Say when a step is or was due: "is due tomorrow at 4:00 PM", "was due Mon 23 Nov at 4:00 PM"."""
    if step.due_at <= now < step.due_at + _NOW:
        return "is due now"
    return f"{'is' if step.due_at > now else 'was'} due {when(step.due_at, now, zone)}"


def when(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Say a moment as near people would: "today at 4:00 PM", "tomorrow at 9:00 AM", "Mon 30 Nov at 9:00 AM"."""
    on, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    names = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return f"{names.get((on - today).days) or saying.day(on)} at {saying.clock(at, zone)}"


def until(at: datetime, zone: ZoneInfo) -> str:
    """Say when somebody is back: a day, with its hour unless it is the beginning of that day."""
    local = at.astimezone(zone)
    is_a_day = local - local.replace(hour=0, minute=0, second=0, microsecond=0) < timedelta(minutes=1)
    return saying.day(local.date()) if is_a_day else saying.moment(at, zone)


def just_said(just: Just) -> str:
    """Say what was just done about a step."""
    if just.step is None or just.post is None:
        return "That is no longer in the plan."
    thing = thing_for(just.step, just.post)
    match just:
        case StepFinished(is_news=is_news):
            return f"✓ {capital(thing)} is done. Thank you!" if is_news else f"{capital(thing)} was done already."
        case HelpAsked(told=told, is_news=is_news):
            news = f"I've told {saying.name(told)} that {thing} needs a hand. Nobody else hears of it."
            return news if is_news else f"{saying.name(told)} knows already that {thing} needs a hand."
        case StepSnoozed(until_at=until_at, zone=zone):
            return f"All right. I'll remind you of {thing} again {saying.moment(until_at, zone)}."
        case StepTakenOver():
            return f"{capital(thing)} is yours now. Thank you for stepping in!"
        case StepHandedOver(asked=asked, owner=owner):
            stays = f" Until {saying.name(asked)} says yes, it stays with {saying.name(owner)}." if owner else ""
            return f"I've asked {saying.name(asked)} about {thing}.{stays}"
        case SubstituteUsed(photo=photo):
            yours = f"✓ A graphic stands in for {thing}. It is on your list now; share it here once you have it."
            return f"✓ Photo {photo.number} stands in for {thing}." if photo else yours
        case StepSettled(owner=owner):
            held = f"{capital(thing)} is with {saying.name(owner)} now."
            return held if owner else f"{strong(just.post)} is no longer in the plan."


def is_old_news(just: object) -> bool:
    """Whether a button belonged to something that was settled before."""
    return isinstance(just, StepSettled) or getattr(just, "is_news", True) is False


def button(
    words: str,
    command: Command,
    *,
    apart: str = "",
    is_first: bool = False,
    sure: kit.ConfirmationDialogue | None = None,
) -> kit.Button:
    """Make a button that carries a command, perhaps after one more question; the first of several stands out."""
    return kit.Button(
        words,
        buttons.action_of(command, apart=apart),
        value=buttons.value_of(command),
        style="primary" if is_first else None,
        confirm=sure,
    )


def unmarked(words: str) -> str:
    """The same words for a notification, where bold marks would be read aloud."""
    return words.replace("*", "").replace("\n", " ")
