"""Running text as HTML: the same paragraphs the text drawing writes, with every word escaped.

Only http, https and mailto addresses become links; everything else a sender calls a link stays words.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from simulator.drawing import markdown, mrkdwn, richtext
from simulator.page import emoji

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from simulator.drawing import Names
    from simulator.drawing.prose import Paragraph, Span

CODE, BOLD = Markup("<code>{}</code>"), Markup("<strong>{}</strong>")
ITALIC, STRIKE = Markup("<em>{}</em>"), Markup("<s>{}</s>")
SAFE_SCHEMES = {"http", "https", "mailto"}


def text(held: object, names: Names) -> Markup:
    """Show a text object."""
    return paragraphs(mrkdwn.seen(held, names))


def rich(block: Mapping[str, Any], names: Names) -> Markup:
    """Show a rich_text block."""
    return paragraphs(richtext.read(block, names))


def marked(said: str) -> Markup:
    """Show the markdown of a markdown block."""
    return paragraphs(markdown.read(said))


def paragraphs(lines: Iterable[Paragraph]) -> Markup:
    """Show paragraphs, neighbours of one kind together."""
    return Markup("").join(_together(kind, list(group)) for kind, group in groupby(lines, key=lambda line: line.kind))


def is_safe(address: str) -> bool:
    """Tell whether an address may become a link."""
    try:
        return urlsplit(address).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


def _together(kind: str, lines: Sequence[Paragraph]) -> Markup:
    inside = [spans(line.spans) for line in lines]
    match kind:
        case "quote":
            return Markup("<blockquote>{}</blockquote>").format(Markup("<br>").join(inside))
        case "code":
            return Markup("").join(Markup("<pre>{}</pre>").format(_words(line.spans)) for line in lines)
        case "bullet" | "number":
            return _list(kind, lines, inside)
        case "heading":
            sized = zip(lines, inside, strict=True)
            return Markup("").join(
                Markup('<p class="heading heading-{}">{}</p>').format(line.number, held) for line, held in sized
            )
        case _:
            return Markup("<p>{}</p>").format(Markup("<br>").join(inside))


def _list(kind: str, lines: Sequence[Paragraph], inside: Sequence[Markup]) -> Markup:
    items = Markup("").join(
        Markup('<li class="indent-{}"{}>{}</li>').format(
            min(line.indent, 8), Markup(' value="{}"').format(line.number) if kind == "number" else "", held
        )
        for line, held in zip(lines, inside, strict=True)
    )
    return (Markup("<ol>{}</ol>") if kind == "number" else Markup("<ul>{}</ul>")).format(items)


def _words(spans: Iterable[Span]) -> Markup:
    return escape("".join(span.words for span in spans))


def spans(held: Iterable[Span]) -> Markup:
    """Show spans on one line."""
    return Markup("").join(_span(span) for span in held)


def _span(span: Span) -> Markup:
    held = _emoji(span.emoji) if span.emoji else escape(span.words)
    if span.mention:
        held = Markup('<span class="mention">{}</span>').format(held)
    for on, look in ((span.code, CODE), (span.bold, BOLD), (span.italic, ITALIC), (span.strike, STRIKE)):
        held = look.format(held) if on else held
    if span.link and is_safe(span.link):
        held = Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(span.link, held)
    return held


def _emoji(name: str) -> Markup:
    shown = emoji.glyph(name)
    if shown.startswith(":"):
        return escape(shown)
    return Markup('<span class="emoji" role="img" aria-label="{}">{}</span>').format(name.replace("_", " "), shown)
