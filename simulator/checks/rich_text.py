"""Rich text: sections, lists, quotes and what stands in them.

https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from __future__ import annotations

from simulator.checks.objects import ID
from simulator.checks.shapes import Rule, array, boolean, by_type, number, one_of, shape, string, typed

_style = shape("", dict.fromkeys(("bold", "code", "italic", "strike", "underline"), boolean))


def _inline(required: str, **fields: Rule) -> Rule:
    return typed(required, {"style": _style, **fields})


_word = string(least=1)
INLINE: dict[str, Rule] = {
    "text": _inline("text", text=_word),
    "link": _inline("url", url=_word, text=string(), unsafe=boolean),
    "emoji": _inline("name", name=_word, unicode=string(), url=string()),
    "user": _inline("user_id", user_id=_word),
    "usergroup": _inline("usergroup_id", usergroup_id=_word),
    "channel": _inline("channel_id", channel_id=_word),
    "team": _inline("team_id", team_id=_word),
    "broadcast": _inline("range", range=one_of("here", "channel", "everyone")),
    "color": _inline("value", value=_word),
    "date": _inline("timestamp format", timestamp=number(0), format=_word, url=string(), fallback=string()),
}
_inlines = array(by_type(INLINE))
_border = one_of(0, 1)
_section = typed("elements", {"elements": _inlines})
PARTS: dict[str, Rule] = {
    "rich_text_section": _section,
    "rich_text_list": typed(
        "elements style",
        {
            "elements": array(by_type({"rich_text_section": _section}), least=1),
            "style": one_of("bullet", "ordered"),
            "indent": number(0, 8),
            "border": _border,
        },
    ),
    "rich_text_quote": typed("elements", {"elements": _inlines, "border": _border}),
    "rich_text_preformatted": typed(
        "elements",
        {"elements": array(by_type({kind: INLINE[kind] for kind in ("text", "link")})), "border": _border},
    ),
}
RICH_TEXT = by_type({"rich_text": typed("elements", {"block_id": ID, "elements": array(by_type(PARTS))})})
