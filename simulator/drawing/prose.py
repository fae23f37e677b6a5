"""Running text as a person sees it: paragraphs made of spans, whichever of Slack's notations it was written in.

mrkdwn, rich text and markdown are all read into this one shape, which is then written as plain text here and as HTML
by the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["text", "quote", "code", "bullet", "number", "heading", "rule", "row"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words of one look."""

    words: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    underline: bool = False
    code: bool = False
    link: str = ""
    mention: str = ""
    emoji: str = ""
    found: bool = False  # a link nobody marked as one


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line, quote, list item, heading, rule, block of code or row of a table."""

    spans: tuple[Span, ...] = ()
    kind: Kind = "text"
    indent: int = 0
    number: int = 0
    border: bool = False
    cells: tuple[tuple[Span, ...], ...] = ()


def plain(paragraphs: Iterable[Paragraph]) -> str:
    """Write paragraphs as text: links by their label, bold and italic bare, `code` and ~struck out~ marked."""
    return "\n".join(_line(paragraph) for paragraph in paragraphs)


def words(spans: Iterable[Span]) -> str:
    """Write spans as text; neighbours of one look are marked together."""
    looks = groupby(spans, key=lambda span: (span.code, span.strike))
    return "".join(_marked("".join(span.words for span in held), *look) for look, held in looks)


def _line(paragraph: Paragraph) -> str:
    said = words(paragraph.spans)
    pad = "  " * paragraph.indent
    match paragraph.kind:
        case "quote":
            return "\n".join(f"{pad}> {line}" for line in said.split("\n"))
        case "code":
            return "\n".join(f"{pad}    {line}" for line in said.split("\n"))
        case "bullet":
            return f"{pad}• {said}"
        case "number":
            return f"{pad}{paragraph.number}. {said}"
        case "rule":
            return pad + "---"
        case "row":
            return pad + " | ".join(words(cell) for cell in paragraph.cells)
        case "heading" | "text":
            return pad + said


def _marked(said: str, code: bool, strike: bool) -> str:
    said = f"`{said}`" if code else said
    return f"~{said}~" if strike else said
