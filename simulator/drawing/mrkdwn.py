"""Reads Slack's mrkdwn into paragraphs, and plain_text and mrkdwn objects into text.

Source: docs.slack.dev, "Formatting message text". Only `&`, `<` and `>` are ever escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from simulator.drawing import dates
from simulator.drawing.names import NOBODY, Names
from simulator.drawing.prose import Paragraph, Span, plain

_SPECIAL = re.compile(r"<([^<>\n]+)>")
_FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
_EMOJI = re.compile(r"(?<!\w):(?P<emoji>(?:[a-z0-9_+'-]*[a-z+][a-z0-9_+'-]*|[0-9]{3,4})(?:::skin-tone-[2-6])?):")


def _pair(mark: str, name: str) -> str:
    sign = re.escape(mark)
    inner = rf"(?:<[^<>\n]*>|`[^`\n]+`|[^{sign}\n<])+?"
    return rf"(?<![\w{sign}]){sign}(?P<{name}>(?=\S){inner}(?<=\S)){sign}(?![\w{sign}])"


_INLINE = re.compile(
    "|".join(
        (
            r"<(?P<special>[^<>\n]+)>",
            r"`(?P<code>[^`\n]+)`",
            _pair("*", "bold"),
            _pair("_", "italic"),
            _pair("~", "strike"),
            _EMOJI.pattern,
            r"(?P<url>https?://[^\s<>|*`]+[^\s<>|*`.,;:!?)\]'\"])",
            r"(?<![\w&#/])(?P<place>#[\w-]+)",
        )
    )
)


def read(text: str, names: Names = NOBODY, *, verbatim: bool = False) -> list[Paragraph]:
    """Read mrkdwn as one reader sees it; verbatim text makes no links of its own accord."""
    found = _read(text, names)
    if not verbatim:
        return found
    return [
        replace(line, spans=tuple(replace(s, link="", mention="") if s.found else s for s in line.spans))
        for line in found
    ]


def _read(text: str, names: Names) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    position = 0
    for fence in _FENCE.finditer(text):
        paragraphs += _lines(text[position : fence.start()].removesuffix("\n"), names)
        paragraphs.append(Paragraph(tuple(_code(fence.group(1), Span(""), names)), "code"))
        position = fence.end() + (text[fence.end() : fence.end() + 1] == "\n")
    return paragraphs + _lines(text[position:], names)


def said(text: object, names: Names = NOBODY) -> str:
    """Give the words of a text object, or of a bare string, as plain text."""
    return plain(seen(text, names))


def seen(text: object, names: Names = NOBODY) -> list[Paragraph]:
    """Read a text object into paragraphs; plain_text and bare strings, as in titles, are shown as they were typed."""
    if text is None:
        return []
    if not isinstance(text, Mapping):
        text = {"type": "plain_text", "text": str(text)}
    if text.get("type") == "plain_text":
        return [
            Paragraph(tuple(_with_emoji(line)) if text.get("emoji", True) else (Span(line),))
            for line in str(text.get("text", "")).split("\n")
        ]
    return read(str(text.get("text", "")), names, verbatim=bool(text.get("verbatim")))


def unescaped(text: str) -> str:
    """Undo Slack's three escapes."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _lines(text: str, names: Names) -> list[Paragraph]:
    if not text:
        return []
    paragraphs: list[Paragraph] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        bare = line.replace("&gt;", ">") if line.startswith(("&gt;", ">")) else line
        if bare.startswith(">>>"):
            rest = [bare[3:].lstrip(), *lines[index + 1 :]]
            return [*paragraphs, *(Paragraph(tuple(_spans(line, Span(""), names)), "quote") for line in rest)]
        if bare.startswith(">"):
            quoted = line.removeprefix(">").removeprefix("&gt;").lstrip()
            paragraphs.append(Paragraph(tuple(_spans(quoted, Span(""), names)), "quote"))
        else:
            paragraphs.append(Paragraph(tuple(_spans(line, Span(""), names))))
    return paragraphs


def _spans(text: str, look: Span, names: Names) -> Iterator[Span]:
    position = 0
    for match in _INLINE.finditer(text):
        if before := text[position : match.start()]:
            yield replace(look, words=unescaped(before))
        yield from _inline(match, look, names)
        position = match.end()
    if rest := text[position:]:
        yield replace(look, words=unescaped(rest))


def _inline(match: re.Match[str], look: Span, names: Names) -> Iterator[Span]:
    kind, inner = str(match.lastgroup), str(match.group(str(match.lastgroup)))
    match kind:
        case "special":
            yield special(inner, look, names)
        case "code":
            yield from _code(inner, replace(look, code=True), names)
        case "bold":
            yield from _spans(inner, replace(look, bold=True), names)
        case "italic":
            yield from _spans(inner, replace(look, italic=True), names)
        case "strike":
            yield from _spans(inner, replace(look, strike=True), names)
        case "emoji":
            yield replace(look, words=match.group(0), emoji=inner)
        case "place":
            known = inner in names.channels.values() or inner[1:] in names.channels.values()
            yield replace(look, words=inner, mention=inner if known else "", found=known)
        case _:
            yield replace(look, words=unescaped(inner), link=unescaped(inner), found=True)


def _code(text: str, look: Span, names: Names) -> Iterator[Span]:
    """Read code: what stands between angle brackets is still a link or a name there, nothing else is anything."""
    for place, part in enumerate(_SPECIAL.split(text)):
        if place % 2:
            yield special(part, look, names)
        elif part:
            yield replace(look, words=unescaped(part))


def special(inner: str, look: Span, names: Names) -> Span:
    """Read what stands between angle brackets: a mention, a channel, a command such as a date, or a link."""
    target, _, label = inner.partition("|")
    label = unescaped(label)
    if target.startswith("@"):
        return replace(look, words=names.person(target[1:], label), mention=target[1:])
    if target.startswith("#"):
        return replace(look, words=names.channel(target[1:], label), mention=target[1:])
    if target.startswith("!date^"):
        return _date(target, label, look, names)
    if target.startswith("!subteam^"):
        group = target.removeprefix("!subteam^")
        return replace(look, words=names.group(group, label), mention=group)
    if target in {"!here", "!channel", "!everyone"}:
        return replace(look, words="@" + target[1:], mention=target[1:])
    if target.startswith("!"):
        return replace(look, words=label or f"<{target[1:]}>")
    link = unescaped(target)
    return replace(look, words=label or link.removeprefix("mailto:"), link=link)


def _date(target: str, fallback: str, look: Span, names: Names) -> Span:
    parts = target.split("^")
    try:
        words = dates.written(float(parts[1]), parts[2], names)
    except (ValueError, IndexError, OverflowError, OSError):
        return replace(look, words=fallback)
    return replace(look, words=words, link=parts[3] if len(parts) > 3 else "")


def _with_emoji(text: str) -> Iterator[Span]:
    position = 0
    for match in _EMOJI.finditer(text):
        if before := text[position : match.start()]:
            yield Span(before)
        yield Span(match.group(0), emoji=str(match.group("emoji")))
        position = match.end()
    if rest := text[position:]:
        yield Span(rest)
