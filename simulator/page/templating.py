"""The templates and the words they may use: every block family has a template, every value is escaped.

A `Reader` is one person looking at one place; its methods are what the templates call.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from simulator import emoji
from simulator.drawing import mrkdwn, tables
from simulator.page import charts, prose_html
from simulator.page.fields import Field, version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from jinja2 import Template

    from simulator import drawing
    from simulator.page.fields import Choice
    from simulator.rows import Json

# Controls that share a template; every other element has one of its own name.
ALIKE = {
    **dict.fromkeys(("button", "workflow_button"), "button"),
    **dict.fromkeys(("static_select", "users_select", "channels_select", "conversations_select"), "select"),
    "external_select": "picker",
    **dict.fromkeys(("datepicker", "timepicker", "datetimepicker"), "date"),
    **dict.fromkeys(("checkboxes", "radio_buttons"), "ticks"),
    **dict.fromkeys(("plain_text_input", "number_input", "email_text_input", "url_text_input"), "text"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """One conversation a menu may offer."""

    id: str
    words: str
    kind: str  # public, private or im
    with_bot: bool = False
    shared: bool = False  # with people from elsewhere

    def fits(self, only: Mapping[str, Any]) -> bool:
        """Tell whether a menu's filter lets it through."""
        if self.with_bot and only.get("exclude_bot_users"):
            return False
        if self.shared and only.get("exclude_external_shared_channels"):
            return False
        return self.kind in only.get("include", (self.kind,))


@dataclass(frozen=True, slots=True)
class Reader:
    """One person reading one message or view: their names, what they chose in it, what was refused."""

    names: drawing.Names
    place: str
    state: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    trouble: Mapping[str, str] = field(default_factory=dict)  # block_id -> why a button did not work
    users: Sequence[tuple[str, str]] = ()
    places: Sequence[Place] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)
    viewer: str = ""

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

    def aloud(self, element: Mapping[str, Any]) -> str:
        """Give what a screen reader is to say of a control instead of its words, as it was meant; "" where nothing."""
        return mrkdwn.unescaped(str(element.get("accessibility_label") or ""))

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
            return Markup('<div class="prose">{}</div>').format(prose_html.rich(held, self.names))
        return self.label({"type": "plain_text", "text": tables.cell(held, self.names)})

    def file_of(self, block: Mapping[str, Any]) -> tuple[str, str]:
        """Give the name of the file a block points to, and its address where it is safe to follow."""
        held = str(block.get("file_id") or block.get("external_id") or "")
        return self.names.files.get(held, held), self.pictures.get(held) or (held if prose_html.is_safe(held) else "")

    def control(self, block: Mapping[str, Any], element: Mapping[str, Any], *, labelled: bool = False) -> Markup:
        """Show something to click, pick, tick or fill in."""
        field = Field(self, block, element, labelled)
        name = "picker" if field.many else ALIKE.get(field.kind, field.kind)
        return _shown("element", name, reader=self, block=block, element=element, field=field)

    def offered(self, element: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
        """List the people or places a menu offers by itself."""
        kind = str(element.get("type")).removeprefix("multi_")
        if kind == "conversations_select":
            return [(place.id, place.words) for place in self.places if place.fits(element.get("filter") or {})]
        if kind == "channels_select":
            return [(place.id, place.words) for place in self.places if place.kind == "public"]
        return self.users if kind == "users_select" else ()

    def field_id(self, block: Mapping[str, Any], element: Mapping[str, Any]) -> str:
        """Name a field for its label."""
        return Field(self, block, element).id

    def picture_source(self, element: Mapping[str, Any]) -> str:
        """Give the address of a picture this page keeps itself; pictures from elsewhere are not fetched."""
        held = element.get("slack_file") or {}
        return self.pictures.get(held.get("id") or held.get("url") or element.get("image_url") or "", "")

    def attachment(self, part: Mapping[str, Any]) -> Markup:
        """Show what hangs below a message, with a bar at its side."""
        return _filled(_environment().get_template("attachment.html"), part=part, reader=self)

    def _block(self, block: Mapping[str, Any]) -> Markup:
        shown = _shown("block", str(block.get("type")), block=block, reader=self)
        trouble = self.trouble.get(str(block.get("block_id")))
        return shown + _filled(_environment().get_template("trouble.html"), sentence=trouble) if trouble else shown


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """Fill in a template."""
    return _environment().get_template(template).render(**values)


def iso(at: datetime) -> str:
    """Write a moment for a `datetime` attribute."""
    return at.isoformat(timespec="seconds")


def by_group(choices: Iterable[Choice]) -> list[tuple[str, list[Choice]]]:
    """Put the entries of a menu under the headings of their groups, in order."""
    return [(group, list(held)) for group, held in groupby(choices, key=lambda choice: choice.group)]


def hue(colour: object) -> str:
    """Read the colour of an attachment's bar; what is none is grey."""
    named = {"good": "#2eb67d", "warning": "#ecb22e", "danger": "#e01e5a"}
    said = "#" + str(colour or "").removeprefix("#")
    return named.get(str(colour)) or (said if re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", said) else "#bbb")


def _shown(what: str, kind: str, **values: Any) -> Markup:  # noqa: ANN401 - whatever the template shows
    """Fill in the template of one kind of block or element; a kind without one is a labelled box with its JSON."""
    own = [f"{what}-{kind}.html"] if kind.isidentifier() else []
    return _filled(_environment().select_template([*own, f"{what}-unknown.html"]), **values)


def _filled(template: Template, **values: Any) -> Markup:  # noqa: ANN401
    return Markup(template.render(**values))  # noqa: S704 - from a template that escapes


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
        alignment=tables.alignment,
        sort_key=tables.sort_key,
        hues=hue,
        version=version,
    )
    environment.filters |= {"iso": iso, "groupby_order": by_group}
    return environment
