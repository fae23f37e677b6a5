"""Reads the markdown of a markdown block into paragraphs: headings, lists, quotes, code, tables and inline marks.

Source: docs.slack.dev, "Markdown block". What it does not know stays as it was typed.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.drawing.prose import Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FENCE = re.compile(
    r"^ {0,3}(?P<fence>```|~~~)[^\n`]*\n(?P<code>.*?)\n? {0,3}(?P=fence)[^\n]*$", re.DOTALL | re.MULTILINE
)
_LINE = re.compile(
    r"^(?P<pad>\s*)(?:(?P<heading>\#{1,6})\s+|(?P<bullet>[-*+])\s+(?P<task>\[[ xX]\]\s+)?"
    r"|(?P<number>\d+)[.)]\s+|(?P<quote>>)\s?)"
)
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
_BELOW_HEAD = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?")
_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_~\[\]()#>!|-])"
    r"|!?\[(?P<label>[^\]\n]*)\]\((?P<target>[^)\s]+)(?:\s+\"[^\"\n]*\")?\)"
    r"|``(?P<code2>[^\n]+?)``"
    r"|`(?P<code>[^`\n]+)`"
    r"|\*\*\*(?P<both>(?=\S).+?(?<=\S))\*\*\*"
    r"|\*\*(?P<bold>(?=\S).+?(?<=\S))\*\*"
    r"|__(?P<bold2>(?=\S).+?(?<=\S))__"
    r"|~~(?P<strike>(?=\S).+?(?<=\S))~~"
    r"|(?<![\w*])\*(?P<italic>(?=\S)[^*\n]+?(?<=\S))\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic2>(?=\S)[^_\n]+?(?<=\S))_(?![\w_])"
    r"|(?<!\w):(?P<emoji>[a-z0-9_+'-]*[a-z+][a-z0-9_+'-]*(?:::skin-tone-[2-6])?):"
    r"|<?(?P<url>https?://[^\s<>|*`]+[^\s<>|*`.,;:!?)\]'\"])>?"
)


def read(text: str) -> list[Paragraph]:
    """Read one markdown text."""
    paragraphs: list[Paragraph] = []
    position = 0
    for fence in _FENCE.finditer(text):
        paragraphs += _lines(text[position : fence.start()].removesuffix("\n"))
        paragraphs.append(Paragraph((Span(fence.group("code")),), "code"))
        position = fence.end() + 1
    return paragraphs + _lines(text[position:])


def _lines(text: str) -> list[Paragraph]:
    lines = text.split("\n") if text else []
    found: list[Paragraph] = []
    at = 0
    while at < len(lines):
        rows = _table(lines[at:])
        found += rows or [_line(lines[at])]
        at += len(rows) + 1 if rows else 1
    return found


def _table(lines: Sequence[str]) -> list[Paragraph]:
    """Read the table that begins here, if one does: a head, a line of dashes, rows."""
    if len(lines) < 2 or "|" not in lines[0] or not _BELOW_HEAD.fullmatch(lines[1]):
        return []
    rows = [lines[0]]
    for line in lines[2:]:
        if "|" not in line:
            break
        rows.append(line)
    return [Paragraph(kind="row", number=number, cells=_cells(row)) for number, row in enumerate(rows)]


def _cells(row: str) -> tuple[tuple[Span, ...], ...]:
    parts = re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|"))
    return tuple(tuple(_spans(part.strip(), Span(""))) for part in parts)


def _line(line: str) -> Paragraph:
    if _RULE.fullmatch(line):
        return Paragraph(kind="rule")
    match = _LINE.match(line)
    if not match:
        return Paragraph(tuple(_spans(line, Span(""))))
    said = tuple(_spans(line[match.end() :], Span("")))
    indent = len(match.group("pad").expandtabs(4)) // 2
    if match.group("heading"):
        return Paragraph(said, "heading", number=len(match.group("heading")))
    if match.group("quote"):
        return Paragraph(said, "quote")
    if match.group("number"):
        return Paragraph(said, "number", indent, int(match.group("number")))
    task = match.group("task")
    return Paragraph((Span(task.rstrip() + " "), *said) if task else said, "bullet", indent)


def _spans(text: str, look: Span) -> Iterator[Span]:
    position = 0
    for match in _INLINE.finditer(text):
        if before := text[position : match.start()]:
            yield replace(look, words=html.unescape(before))
        yield from _inline(match, look)
        position = match.end()
    if rest := text[position:]:
        yield replace(look, words=html.unescape(rest))


def _inline(match: re.Match[str], look: Span) -> Iterator[Span]:
    kind = str(match.lastgroup).rstrip("2")
    inner = str(match.group(str(match.lastgroup)))
    match kind:
        case "escaped":
            yield replace(look, words=inner)
        case "target":
            yield replace(look, words=str(match.group("label")) or inner, link=inner)
        case "code":
            yield replace(look, words=inner.strip(), code=True)
        case "both":
            yield from _spans(inner, replace(look, bold=True, italic=True))
        case "bold":
            yield from _spans(inner, replace(look, bold=True))
        case "strike":
            yield from _spans(inner, replace(look, strike=True))
        case "italic":
            yield from _spans(inner, replace(look, italic=True))
        case "emoji":
            yield replace(look, words=match.group(0), emoji=inner)
        case _:
            yield replace(look, words=inner, link=inner)
