"""Slack's blocks and elements as every drawing uses them, held to Slack's limits by slackblocks.

What nearly every message is made of is drawn at one go here. The library's own blocks each ask the system for a random
name, which Slack gives by itself where there is none, and go through what they draw once for each level that it is
deep: a tenth of a whole command. What a block may hold stays for the library to say, and what one means for whoever
draws with it.
"""

from collections.abc import Sequence
from typing import Any

import slackblocks
from slackblocks import (
    AxisConfig,
    BarChart,
    Block,
    ChannelMultiSelectMenu,
    CheckboxGroup,
    ColumnSettings,
    ConfirmationDialogue,
    DataPoint,
    DataSeries,
    DataTableBlock,
    DataVisualizationBlock,
    DatePicker,
    DividerBlock,
    Element,
    HeaderBlock,
    HomeTabView,
    ImageBlock,
    InputBlock,
    Message,
    ModalView,
    NumberInput,
    Option,
    PlainText,
    PlainTextInput,
    RadioButtonGroup,
    RawNumber,
    RawText,
    RichText,
    RichTextBlock,
    RichTextLink,
    RichTextObject,
    RichTextSection,
    SlackFile,
    StaticSelectMenu,
    TableBlock,
    Text,
    TextType,
    TimePicker,
    UserMultiSelectMenu,
    UserSelectMenu,
    View,
)
from slackblocks.objects import CompositionObject

__all__ = [
    "ActionsBlock",
    "AxisConfig",
    "BarChart",
    "Block",
    "Button",
    "ChannelMultiSelectMenu",
    "CheckboxGroup",
    "ColumnSettings",
    "ConfirmationDialogue",
    "ContextBlock",
    "DataPoint",
    "DataSeries",
    "DataTableBlock",
    "DataVisualizationBlock",
    "DatePicker",
    "DividerBlock",
    "Element",
    "HeaderBlock",
    "HomeTabView",
    "ImageBlock",
    "InputBlock",
    "Message",
    "ModalView",
    "NumberInput",
    "Option",
    "PlainText",
    "PlainTextInput",
    "RadioButtonGroup",
    "RawNumber",
    "RawText",
    "RichText",
    "RichTextBlock",
    "RichTextLink",
    "RichTextObject",
    "RichTextSection",
    "SectionBlock",
    "SlackFile",
    "StaticSelectMenu",
    "TableBlock",
    "Text",
    "TextType",
    "TimePicker",
    "UserMultiSelectMenu",
    "UserSelectMenu",
    "View",
    "draw",
]

Json = dict[str, Any]

_NAMELESS = "-"
"""Stands for no name where the library would make one up."""
_OF_A_BUTTON = ("action_id", "style", "url", "value", "accessibility_label", "agent_prompt", "agent_prompt_display")


def draw(part: Block | Element | CompositionObject) -> Json:
    """Draw one block, or a part of one, as Slack takes it."""
    return part._resolve()  # noqa: SLF001 - the library has a public name for it for whole messages only


class SectionBlock(slackblocks.SectionBlock):
    """A text, up to ten fields, and one element beside them."""

    def __init__(
        self,
        text: str | Text | None = None,
        block_id: str | None = None,
        fields: list[str | Text] | None = None,
        accessory: Element | None = None,
    ) -> None:
        super().__init__(text, block_id or _NAMELESS, fields, accessory)

    def _resolve(self) -> Json:
        drawn = _begun("section", self)
        if self.text:
            drawn["text"] = draw(self.text)
        if self.fields:
            drawn["fields"] = [draw(field) for field in self.fields]
        if self.accessory:
            drawn["accessory"] = draw(self.accessory)
        return drawn


class ContextBlock(slackblocks.ContextBlock):
    """Small text beside or below something."""

    def __init__(self, elements: Sequence[Text] = (), block_id: str | None = None) -> None:
        super().__init__(list(elements), block_id or _NAMELESS)

    def _resolve(self) -> Json:
        drawn = _begun("context", self)
        drawn["elements"] = [draw(element) for element in self.elements]
        return drawn


class ActionsBlock(slackblocks.ActionsBlock):
    """Up to 25 elements to click or choose from."""

    def __init__(self, elements: Sequence[Element] = (), block_id: str | None = None) -> None:
        super().__init__(list(elements), block_id or _NAMELESS)

    def _resolve(self) -> Json:
        drawn = _begun("actions", self)
        drawn["elements"] = [draw(element) for element in self.elements or ()]
        return drawn


class Button(slackblocks.Button):
    """A button that stands for a command, or leads to an address."""

    def _resolve(self) -> Json:
        drawn: Json = {"type": "button", "text": draw(self.text)}
        for name in _OF_A_BUTTON:
            value = getattr(self, name)
            if value is not None:
                drawn[name] = value
        if self.confirm is not None:
            drawn["confirm"] = draw(self.confirm)
        return drawn


def _begun(kind: str, block: Block) -> Json:
    return {"type": kind} if block.block_id == _NAMELESS else {"type": kind, "block_id": block.block_id}
