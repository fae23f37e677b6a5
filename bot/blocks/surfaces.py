"""The three places a drawing can appear in, as plain values that the doors and the delivery send on.

Slack's limits and which block fits where are enforced by `kit` when a drawing is made.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.blocks import kit

Json = dict[str, Any]

_MOST_BLOCKS = 50
_WITHOUT_TOTALS = (
    kit.SectionBlock,
    kit.ContextBlock,
    kit.ActionsBlock,
    kit.DividerBlock,
    kit.HeaderBlock,
    kit.TableBlock,
)
"""Blocks that fit into any message and have no limits beyond their own, which they check when they are made."""
_CHARTS = ("data_visualization", "data_table")
_ONLY_IN_MESSAGES = {
    "data_table",
    "data_visualization",
    "table",
    "markdown",
    "carousel",
    "container",
    "context_actions",
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message: fallback text that reads well aloud, and blocks. In place means it replaces the one clicked.

    A problem with what somebody filled in names its field ("" for none in particular), so that a form can stay open.
    `plain` are the blocks that say the same without charts, for where Slack refuses those.
    """

    text: str
    blocks: list[Json]
    in_place: bool = False
    problem_field: str | None = None
    also: tuple[tuple[str, str], ...] = ()
    plain: list[Json] | None = None


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal view, opened from a command or button. Over one that is open it is pushed, or in place takes its turn."""

    view: Json
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """An App Home view."""

    view: Json


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing to show: what happened is seen elsewhere."""


Drawn = Message | Modal | Home | Nothing


def message(text: str, blocks: Sequence[kit.Block], *, in_place: bool = False) -> Message:
    """Make a message and hold it to Slack's limits."""
    if len(blocks) <= _MOST_BLOCKS and all(type(block) in _WITHOUT_TOTALS for block in blocks):
        # A whole message renders each block four times over to check totals that blocks like these don't have.
        return Message(text, [kit.draw(block) for block in blocks], in_place)
    made = kit.Message(channel="-", text=text, blocks=list(blocks))
    return Message(text, made.to_dict()["blocks"], in_place)


def modal(
    title: str,
    blocks: Sequence[kit.Block],
    *,
    form: str = "",
    submit: str | None = None,
    close: str = "Cancel",
    keeps: Mapping[str, Any] | None = None,
    in_place: bool = False,
) -> Modal:
    """Make a modal; `form` names the form that its submission fills in, `keeps` is what comes back with it."""
    view = kit.ModalView(
        title=title,
        blocks=[_Named(block) for block in blocks],
        close=close,
        submit=submit,
        callback_id=form or None,
        private_metadata=json.dumps(keeps) if keeps else None,
    )
    return Modal(_filled(view, blocks), in_place)


def shown_in_modal(shown: Message) -> Modal:
    """Show a message where only a modal fits, such as after a form."""
    is_lost = any(block["type"] == "table" for block in shown.blocks)
    drawn = shown.plain if is_lost and shown.plain is not None else shown.blocks
    blocks = [block for block in drawn if block["type"] not in _ONLY_IN_MESSAGES]
    view = {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Rounds"},
        "close": {"type": "plain_text", "text": "Done"},
        "blocks": blocks or [{"type": "section", "text": {"type": "plain_text", "text": shown.text}}],
    }
    return Modal(view)


def home(blocks: Sequence[kit.Block]) -> Home:
    """Make an App Home view."""
    return Home(_filled(kit.HomeTabView(blocks=[_Named(block) for block in blocks]), blocks))


class _Named(kit.Block):
    """Stands for a block by its type: a view asks for no more, but renders every block three times over to know it."""

    def __init__(self, block: kit.Block) -> None:
        self.type = block.type

    def _resolve(self) -> Json:
        return {"type": self.type.value}


def _filled(view: kit.View, blocks: Sequence[kit.Block]) -> Json:
    return {**view.to_dict(), "blocks": [kit.draw(block) for block in blocks]}


def draw_plain(message: Message) -> Message:
    """Draw a message that Slack has refused without its charts, or, where it has none, as its text alone."""
    if message.plain is not None:
        return Message(message.text, message.plain)
    kept = [block for block in message.blocks if block.get("type") not in _CHARTS]
    return Message(message.text, kept if len(kept) < len(message.blocks) else [])
