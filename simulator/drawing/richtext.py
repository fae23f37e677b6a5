"""Reads a rich_text block into paragraphs.

Source: docs.slack.dev, "Rich text block".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.drawing import dates
from simulator.drawing.names import NOBODY, Names
from simulator.drawing.prose import Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def read(block: Mapping[str, Any], names: Names = NOBODY) -> list[Paragraph]:
    """Read the sections, lists, quotes and code of one rich_text block."""
    return [paragraph for part in block.get("elements", ()) for paragraph in _part(part, names)]


def spans(elements: Sequence[Mapping[str, Any]], names: Names = NOBODY) -> tuple[Span, ...]:
    """Read the elements of one section."""
    return tuple(_span(element, names) for element in elements)


def _part(part: Mapping[str, Any], names: Names) -> Iterator[Paragraph]:
    inner: Sequence[Mapping[str, Any]] = part.get("elements", ())
    match part.get("type"):
        case "rich_text_list":
            yield from _items(part, names)
        case "rich_text_quote":
            border = bool(part.get("border"))
            yield from (replace(line, kind="quote", border=border) for line in _lines(spans(inner, names)))
        case "rich_text_preformatted":
            code = "".join(span.words for span in spans(inner, names)).strip("\n")
            yield Paragraph((Span(code),), "code", border=bool(part.get("border")))
        case "rich_text_section":
            yield from _lines(spans(inner, names))
        case _:
            yield from _lines(spans([part], names))


def _items(part: Mapping[str, Any], names: Names) -> Iterator[Paragraph]:
    ordered = part.get("style") == "ordered"
    indent = int(part.get("indent", 0))
    for number, item in enumerate(part.get("elements", ()), int(part.get("offset", 0)) + 1):
        said = spans(item.get("elements", ()), names)
        yield Paragraph(said, "number" if ordered else "bullet", indent, number, border=bool(part.get("border")))


def _lines(line: Sequence[Span]) -> list[Paragraph]:
    """Break spans at their line ends; the one line end that closes a section is not an empty line."""
    lines: list[list[Span]] = [[]]
    for span in line:
        first, *others = span.words.split("\n")
        lines[-1].append(replace(span, words=first))
        lines += [[replace(span, words=words)] for words in others]
    if len(lines) > 1 and not any(span.words for span in lines[-1]):
        lines.pop()
    return [Paragraph(tuple(span for span in found if span.words)) for found in lines]


def _span(element: Mapping[str, Any], names: Names) -> Span:
    style = element.get("style") or {}
    look = Span(
        "",
        bold=bool(style.get("bold")),
        italic=bool(style.get("italic")),
        strike=bool(style.get("strike")),
        underline=bool(style.get("underline")),
        code=bool(style.get("code")),
    )
    match element.get("type"):
        case "text":
            return replace(look, words=str(element.get("text", "")))
        case "link":
            link = str(element.get("url", ""))
            return replace(look, words=str(element.get("text") or link), link=link)
        case "user":
            user = str(element.get("user_id", ""))
            return replace(look, words=names.person(user), mention=user)
        case "channel":
            channel = str(element.get("channel_id", ""))
            return replace(look, words=names.channel(channel), mention=channel)
        case "usergroup":
            group = str(element.get("usergroup_id", ""))
            return replace(look, words=names.group(group), mention=group)
        case "broadcast":
            return replace(look, words=f"@{element.get('range', 'here')}", mention=str(element.get("range", "here")))
        case "emoji":
            tone = f"::skin-tone-{element['skin_tone']}" if element.get("skin_tone") else ""
            return replace(look, words=f":{element.get('name')}{tone}:", emoji=f"{element.get('name')}{tone}")
        case "date":
            return replace(look, words=_date(element, names), link=str(element.get("url", "")))
        case "color" | "team":
            return replace(look, words=str(element.get("value") or element.get("team_id", "")))
        case other:
            return replace(look, words=f"[{other}: {dict(element)}]")


def _date(element: Mapping[str, Any], names: Names) -> str:
    try:
        return dates.written(float(element["timestamp"]), str(element.get("format", "{date_num}")), names)
    except (KeyError, ValueError, OverflowError, OSError):
        return str(element.get("fallback", ""))
