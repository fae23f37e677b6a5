"""The fields that the forms about a post share, empty or filled with what the post says now.

Slack keeps what a person put into a field of the same name when a form is drawn over itself; where the field is to show
something newer instead, it needs another `name`.
"""

from collections.abc import Mapping
from datetime import date, time

from bot.blocks import choices, kit
from bot.blocks.plan_phrases import MEANT_FOR, capital
from bot.domain import said
from bot.domain.posts import MOST_LINK
from storage.tables import AdKind, Kind

VALUE = "value"
MOST_TYPED = 3000
"""Slack's limit for a text input (docs.slack.dev, plain-text input element)."""
TEXTS = {
    "why": ("Why? What should come of it", "New faces before the holidays", 1000),
    "network": ("Where does it go out?", "Instagram and Facebook", 200),
    "link": ("Link, if people should go somewhere", "https://…", MOST_LINK),
    "takes": ("What does it take?", "A portrait by the window, 10 minutes", 1000),
    "shows": ("Who or what is in the picture?", "Dana at the window, smiling", 1000),
}
"""Each question that is answered in words: its label, an example, and how much a form holds of it."""


def what(initial: str = "", *, name: str = VALUE) -> kit.Block:
    """Ask what it is about; words that came in by typing may be longer than a form holds, and then they stay."""
    if len(initial) > MOST_TYPED:
        return kit.ContextBlock([kit.Text("What it is about is longer than a form of Slack's holds, so it stays.")])
    field = kit.PlainTextInput(
        name,
        multiline=True,
        max_length=MOST_TYPED,
        placeholder="Meet our hygienist",
        initial_value=initial or None,
        focus_on_load=True,
    )
    hint = "The idea in a few words. Please no patient's name."
    return kit.InputBlock("What is it about?", field, block_id="what", hint=hint)


def day(initial: date, *, name: str = VALUE) -> kit.Block:
    """Ask for the day."""
    return kit.InputBlock("Which day?", kit.DatePicker(name, initial_date=initial.isoformat()), block_id="on")


def hour(initial: time | None, *, hint: str = "", name: str = VALUE) -> kit.Block:
    """Ask for the time."""
    picker = kit.TimePicker(name, initial_time=initial.strftime("%H:%M") if initial else None)
    return kit.InputBlock("What time?", picker, block_id="at", optional=True, hint=hint or None)


def kind(initial: str, *, name: str = VALUE) -> kit.Block:
    """Ask what it is for."""
    options = choices.options((f"{capital(said.kind(kind))}: {MEANT_FOR[kind]}", str(kind)) for kind in _kinds(initial))
    menu = kit.StaticSelectMenu(
        name,
        options=list(options.values()),
        initial_option=options.get(initial),
        placeholder="As that day's free place",
    )
    return kit.InputBlock("What is it for?", menu, block_id="kind", optional=True)


def _kinds(initial: str) -> tuple[str, ...]:
    """The three kinds of posts, and an ad's where it is one."""
    return (*Kind, initial) if initial in set(AdKind) else tuple(Kind)


def answer(field: str, initial: str = "", *, name: str = VALUE) -> kit.Block:
    """Ask one of the open questions; words that are too long for a form of Slack's stay as they are."""
    label, example, most = TEXTS[field]
    if len(initial) > most:
        words = f"{label} That is longer than a form of Slack's holds, so it stays as it is."
        return kit.ContextBlock([kit.Text(words)])
    element = kit.PlainTextInput(name, max_length=most, placeholder=example, initial_value=initial or None)
    return kit.InputBlock(label, element, block_id=field, optional=True)


def choice(field: str, label: str, pairs: Mapping[str, str], initial: str, *, name: str = VALUE) -> kit.Block:
    """Ask for one of a few things, or none."""
    options = choices.options((capital(words), value) for value, words in pairs.items())
    menu = kit.StaticSelectMenu(
        name, options=list(options.values()), initial_option=options.get(initial), placeholder="Whatever fits"
    )
    return kit.InputBlock(label, menu, block_id=field, optional=True)
