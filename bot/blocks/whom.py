"""How a form asks for a colleague, and the small print on minutes, wherever somebody is asked for something."""

from collections.abc import Sequence

from bot.blocks import duty_phrases, kit, saying
from bot.domain.notes import LONGEST, Note
from bot.domain.suggestions import Suggestion
from bot.domain.workload import Load


def asks(label: str, could: Sequence[Suggestion], *, hint: str) -> list[kit.Block]:
    """Ask for a colleague and say who agreed to do such things, the best chosen already."""
    menu = kit.UserSelectMenu(
        "value", placeholder="Choose a colleague", initial_user=could[0].member.user_id if could else None
    )
    asks: list[kit.Block] = [kit.InputBlock(label, menu, block_id="user_id", hint=hint)]
    return [*asks, kit.ContextBlock([kit.Text(duty_phrases.could(could))])] if could else asks


def note(example: str, *, asks: str = "What should they know?", hint: str | None = None) -> kit.Block:
    """Ask what whoever has it next should know."""
    field = kit.PlainTextInput("value", multiline=True, max_length=LONGEST, placeholder=example)
    return kit.InputBlock(asks, field, block_id="note", optional=True, hint=hint)


def said(notes: Sequence[Note]) -> list[str]:
    """Say what was left with a step, each in a line: "Ben says: two pictures are in #social"."""
    return [f"{saying.name(one.by) if one.by else 'Somebody'} says: {saying.plain(one.words)}" for one in notes]


def beyond(over: Sequence[Load]) -> list[kit.Block]:
    """Say in small print whose minutes something goes beyond."""
    return [kit.ContextBlock([kit.Text(duty_phrases.over(over))])] if over else []
