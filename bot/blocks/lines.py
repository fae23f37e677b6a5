"""The form for a side's line in the digest, and the thanks for one: good, bad or in between, each of them optional."""

from bot.blocks import kit, saying
from bot.blocks.choices import option
from bot.blocks.plan_phrases import capital
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.domain.digest import LONGEST
from bot.domain.outcomes.digest import LineAdded, LineFormOpened
from storage.tables import Line

_PARTS = {
    "good": ("What was good?", "Something that worked, or that people liked to hear"),
    "bad": ("What was bad?", "Something that was hard or missing"),
    "in_between": ("What lies in between?", "Anything else the other side should know"),
}
_NAMES = {"good": "good", "bad": "bad", "in_between": "in between"}


def draw_line_form_opened(outcome: LineFormOpened) -> Modal:
    """Ask for one side's line, part by part."""
    line = outcome.side.line
    blocks: list[kit.Block] = [
        kit.SectionBlock(
            f"*Week {outcome.week.number}: what should the channel know?* One part is enough. "
            "Please nothing that could name a patient."
        )
    ]
    blocks += [_part(part, getattr(line, part) if line else "") for part in _PARTS]
    blocks += [_none_came(outcome)] if outcome.may_say_none else []
    keeps = {"week": str(outcome.week), "side": outcome.side.role}
    return modal(f"A line for {outcome.side.role}", blocks, form="add-line", submit="Add it", keeps=keeps)


def draw_line_added(outcome: LineAdded) -> Message:
    """Thank for a line and say where it stands."""
    line = outcome.side.line
    where = "is in" if outcome.messages else "will be in"
    said = f"Thank you. Your line {where} the digest of week {outcome.week.number}"
    told = parts(line) if line else ""
    words = f". {capital(told)}" if told else ", which says that no leads came."
    return message(f"{said}{words}", [kit.SectionBlock(f"{said}{words}")])


def parts(line: Line) -> str:
    """Say a line as it was typed: "good: “Faces work.” In between: “Rain on Saturday.”"."""
    told = [f"{_NAMES[part]}: “{saying.plain(words)}”" for part in _PARTS if (words := getattr(line, part))]
    return " ".join([*told[:1], *(each[0].upper() + each[1:] for each in told[1:])])


def _part(part: str, words: str) -> kit.InputBlock:
    question, hint = _PARTS[part]
    typed = kit.PlainTextInput("value", initial_value=words or None, max_length=LONGEST, placeholder=hint)
    return kit.InputBlock(question, typed, block_id=part, optional=True)


def _none_came(outcome: LineFormOpened) -> kit.InputBlock:
    """Offer to say that no leads came: an empty log alone does not tell that from a log that nobody kept."""
    choice = option(f"No leads came in week {outcome.week.number}", "none")
    line = outcome.side.line
    ticked = [choice] if line and line.says_none else None
    boxes = kit.CheckboxGroup("value", [choice], initial_options=ticked)
    return kit.InputBlock("No leads are logged for that week", boxes, block_id="none", optional=True)
