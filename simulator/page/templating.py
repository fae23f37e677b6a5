"""The templates and the words they may use: every block family has a template, every value is escaped.

A `Reader` is one person looking at one place; its methods are what the templates call.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from simulator import drawing
from simulator.drawing import elements, mrkdwn, tables
from simulator.page import charts, emoji, prose_html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from simulator.rows import Json

FAMILIES = {
    **dict.fromkeys(("header", "section", "context", "divider", "rich_text", "markdown"), "text"),
    **dict.fromkeys(("actions", "context_actions"), "actions"),
    **dict.fromkeys(("table", "data_table"), "table"),
    **dict.fromkeys(("alert", "card", "carousel", "container", "task_card", "plan"), "cards"),
    **dict.fromkeys(("image", "video", "file"), "media"),
    "input": "input",
    "data_visualization": "chart",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """One person reading one message or view: their names, what they chose in it, what was refused."""

    names: drawing.Names
    place: str
    state: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    users: Sequence[tuple[str, str]] = ()
    channels: Sequence[tuple[str, str]] = ()
    conversations: Sequence[tuple[str, str]] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)

    def blocks(self, held: Sequence[Mapping[str, Any]]) -> Markup:
        """Show blocks one below the other."""
        return Markup("").join(self._block(block) for block in held)

    def words(self, held: object) -> str:
        """Give the bare words of a text object or string."""
        return mrkdwn.said(held, self.names)

    def bare(self, held: object) -> str:
        """Give the words of a label without any marks, emoji as pictures."""
        spans = [span for line in mrkdwn.seen(held, self.names) for span in line.spans]
        return "".join(emoji.glyph(span.emoji) if span.emoji else span.words for span in spans)

    def label(self, held: object) -> Markup:
        """Show the words of a label on one line, emoji and bold included."""
        lines = mrkdwn.seen(held, self.names)
        return Markup("<br>").join(prose_html.spans(line.spans) for line in lines)

    def text(self, held: object) -> Markup:
        """Show a text object."""
        return prose_html.text(held, self.names)

    def mrkdwn(self, said: str) -> Markup:
        """Show a bare string in which Slack reads mrkdwn: the text of a message or attachment."""
        return prose_html.paragraphs(mrkdwn.read(said, self.names))

    def rich(self, block: Mapping[str, Any]) -> Markup:
        """Show rich text."""
        return prose_html.rich(block, self.names)

    def cell(self, held: Mapping[str, Any] | None) -> Markup:
        """Show one cell of a table."""
        if held and held.get("type") == "rich_text":
            return prose_html.rich(held, self.names)
        return self.label({"type": "plain_text", "text": tables.cell(held, self.names)})

    def drawn(self, block: Mapping[str, Any]) -> str:
        """Give a block as text, for those who do not see the picture."""
        return drawing.text(block, self.names)

    def asks(self, block: Mapping[str, Any], element: Mapping[str, Any]) -> str:
        """Say what a control asks for."""
        return elements.label(block, element, self.names) or "Choose"

    def held(self, block: Mapping[str, Any], element: Mapping[str, Any]) -> list[str]:
        """Give the values a control holds now, as a form would send them."""
        entry = (self.state.get(block.get("block_id", "")) or {}).get(element.get("action_id", ""))
        source = entry if entry is not None else element
        return [value for key, chosen in source.items() for value in self._value(key, chosen)]

    def chosen(self, block: Mapping[str, Any], element: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Give the options chosen in an outside list, which nobody can look up any more."""
        source = (self.state.get(block.get("block_id", "")) or {}).get(element.get("action_id", "")) or element
        one = source.get("selected_option") or source.get("initial_option")
        many = source.get("selected_options") or source.get("initial_options") or []
        return [(option["value"], self.bare(option["text"])) for option in ([one] if one else []) + list(many)]

    def offered(self, element: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
        """List the people or places a menu offers by itself."""
        kind = str(element.get("type")).removeprefix("multi_")
        return {
            "users_select": self.users,
            "channels_select": self.channels,
            "conversations_select": self.conversations,
        }.get(kind, ())

    def field_id(self, block: Mapping[str, Any], element: Mapping[str, Any]) -> str:
        """Name a field for its label."""
        return f"f-{self.place}-{block.get('block_id')}-{element.get('action_id')}"

    def picture_source(self, element: Mapping[str, Any]) -> str:
        """Give the address of a picture this page keeps itself; pictures from elsewhere are not fetched."""
        held = element.get("slack_file") or {}
        return self.pictures.get(held.get("id") or held.get("url") or element.get("image_url") or "", "")

    def attachment(self, part: Mapping[str, Any]) -> Markup:
        """Show what hangs below a message, with a bar at its side."""
        shown = _environment().get_template("block-attachment.html").render(part=part, reader=self, bar=0)
        return Markup(shown)  # noqa: S704 - from a template that escapes

    def _block(self, block: Mapping[str, Any]) -> Markup:
        family = FAMILIES.get(str(block.get("type")), "unknown")
        shown = _environment().get_template(f"block-{family}.html").render(block=block, reader=self)
        return Markup(shown)  # noqa: S704 - from a template that escapes

    def _value(self, key: str, chosen: Any) -> list[str]:  # noqa: ANN401
        if not chosen or not key.startswith(("selected_", "initial_", "value", "rich_text_value")):
            return []
        if key.endswith("date_time"):
            return [f"{self.names.local(int(chosen)):%Y-%m-%dT%H:%M}"]
        many = chosen if isinstance(chosen, list) else [chosen]
        return [self._one(one) for one in many]

    def _one(self, chosen: object) -> str:
        if not isinstance(chosen, dict):
            return str(chosen)
        return str(chosen["value"]) if "value" in chosen else elements.rich(chosen, self.names)


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """Fill in a template."""
    return _environment().get_template(template).render(**values)


def iso(at: datetime) -> str:
    """Write a moment for a `datetime` attribute."""
    return at.isoformat(timespec="seconds")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("simulator.page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        is_safe=prose_html.is_safe,
        marked=prose_html.marked,
        chart_of=charts.laid_out,
        to_right=tables.to_right,
        typed_kinds=elements.TYPED,
        confirm_json=lambda held: json.dumps({key: mrkdwn.said(held.get(key)) for key in held if key != "style"}),
        feedback=lambda element, side: {**element, **element[side]},
        as_tasks=lambda held: [{"type": "task_card", **one} for one in held],
    )
    environment.filters["iso"] = iso
    return environment
