"""Running text as HTML: the same paragraphs the text drawing writes, with every word escaped.

Only http, https and mailto addresses become links; everything else a sender calls a link stays words.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from simulator import emoji
from simulator.drawing import markdown, mrkdwn, richtext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from simulator.drawing import Names
    from simulator.drawing.prose import Paragraph, Span

CODE, BOLD = Markup("<code>{}</code>"), Markup("<strong>{}</strong>")
ITALIC, STRIKE, UNDERLINE = Markup("<em>{}</em>"), Markup("<s>{}</s>"), Markup("<u>{}</u>")
TABLE = Markup('<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table>{}</table></div>')
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
    together = groupby(lines, key=lambda line: (line.kind, line.border, line.kind == "row" and line.number == 0))
    found: list[tuple[str, bool, list[Paragraph]]] = []
    for (kind, border, head), group in together:
        if kind == "row" and not head and found and found[-1][0] == "row":
            found[-1][2].extend(group)
        else:
            found.append((kind, border, list(group)))
    return Markup("").join(_barred(_together(kind, group), border) for kind, border, group in found)


def is_safe(address: str) -> bool:
    """Tell whether an address may become a link."""
    try:
        return urlsplit(address).scheme.lower() in SAFE_SCHEMES
    except (ValueError, AttributeError):
        return False


def spans(held: Iterable[Span]) -> Markup:
    """Show spans on one line."""
    return Markup("").join(_span(span) for span in held)


def _barred(held: Markup, border: bool) -> Markup:
    return Markup('<div class="barred">{}</div>').format(held) if border else held


def _together(kind: str, lines: Sequence[Paragraph]) -> Markup:
    inside = [spans(line.spans) for line in lines]
    match kind:
        case "quote":
            return Markup("<blockquote>{}</blockquote>").format(Markup("<br>").join(inside))
        case "code":
            return Markup("").join(Markup("<pre>{}</pre>").format(_words(line.spans)) for line in lines)
        case "bullet" | "number":
            return _list(kind, lines, inside)
        case "rule":
            return Markup("<hr>") * len(lines)
        case "row":
            return TABLE.format(Markup("").join(_row(line) for line in lines))
        case "heading":
            sized = zip(lines, inside, strict=True)
            return Markup("").join(
                Markup('<p class="heading heading-{}" role="heading" aria-level="{}">{}</p>').format(
                    line.number, min(line.number + 2, 6), held
                )
                for line, held in sized
            )
        case _ if not any(inside):
            return Markup('<p class="gap"></p>')
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


def _row(line: Paragraph) -> Markup:
    cell = Markup("<td>{}</td>") if line.number else Markup('<th scope="col">{}</th>')
    return Markup("<tr>{}</tr>").format(Markup("").join(cell.format(spans(held)) for held in line.cells))


def _words(spans: Iterable[Span]) -> Markup:
    """Show code, in which only links have a look of their own."""
    return Markup("").join(_span(replace(span, code=False, emoji="")) for span in spans)


def _span(span: Span) -> Markup:
    held = _emoji(span.emoji) if span.emoji else escape(span.words)
    if span.mention:
        held = Markup('<span class="mention" data-mention="{}">{}</span>').format(span.mention, held)
    looks = (
        (span.code, CODE),
        (span.bold, BOLD),
        (span.italic, ITALIC),
        (span.strike, STRIKE),
        (span.underline, UNDERLINE),
    )
    for on, look in looks:
        held = look.format(held) if on else held
    if span.link and is_safe(span.link):
        held = Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(span.link, held)
    return held


def _emoji(name: str) -> Markup:
    shown = emoji.glyph(name)
    if shown.startswith(":"):
        return escape(shown)
    said = name.partition("::")[0].replace("_", " ")
    return Markup('<span class="emoji" role="img" aria-label="{}" data-emoji="{}">{}</span>').format(said, name, shown)
