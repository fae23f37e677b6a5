"""Every kind of block, and on which surfaces it may stand.

https://docs.slack.dev/reference/block-kit/blocks; `call` and `auth_provider` blocks are for other kinds of apps.
"""

from __future__ import annotations

from typing import Any

from simulator.checks.figures import DATA_TABLE, DATA_VISUALIZATION, TABLE
from simulator.checks.interactive import BUTTON, IMAGE, IN_ACTIONS, IN_INPUT, IN_SECTION
from simulator.checks.objects import CONFIRM, ID, SLACK_FILE, URL, marked, plain, text
from simulator.checks.rich_text import RICH_TEXT
from simulator.checks.shapes import Rule, array, boolean, by_type, one_of, problem, shape, string, typed

MESSAGE, MODAL, HOME = "message", "modal", "home"
SURFACES: dict[str, frozenset[str]] = {
    "alert": frozenset({MODAL}),
    "file": frozenset({MESSAGE}),
    "table": frozenset({MESSAGE, HOME}),
    "data_table": frozenset({MESSAGE, HOME}),
    "data_visualization": frozenset({MESSAGE, HOME}),
    "carousel": frozenset({MESSAGE, HOME}),
    **dict.fromkeys(("markdown", "context_actions", "plan", "task_card", "container"), frozenset({MESSAGE})),
}
ANYWHERE = frozenset({MESSAGE, MODAL, HOME})


def _content(value: dict[str, Any], where: str) -> list[str]:
    return [] if value.get("text") or value.get("fields") else problem("missing required field: text", where)


def _one_picture(value: dict[str, Any], where: str) -> list[str]:
    if ("image_url" in value) == ("slack_file" in value):
        return problem("must have either image_url or slack_file", where)
    return []


def block(required: str, fields: dict[str, Rule], *more: Rule) -> Rule:
    """A block: like any typed object, with a block_id."""
    return typed(required, {"block_id": ID, **fields}, *more)


_thumb = shape("text value", {"text": plain(75), "value": string(2000), "accessibility_label": string(75)})
FEEDBACK = typed(
    "positive_button negative_button", {"action_id": ID, "positive_button": _thumb, "negative_button": _thumb}
)
ICON_BUTTON = typed(
    "icon text",
    {
        "action_id": ID,
        "icon": string(least=1),
        "text": plain(75),
        "value": string(2000),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
        "visible_to_user_ids": array(string(least=1), most=10),
    },
)
TASK = {
    "task_id": string(least=1),
    "title": string(least=1),
    "details": RICH_TEXT,
    "output": RICH_TEXT,
    "sources": array(by_type({"url": typed("url text", {"url": URL, "text": string(least=1)})})),
}
TASK_CARD = block("task_id title status", {**TASK, "status": one_of("pending", "in_progress", "complete", "error")})
PLANNED = shape(
    "task_id title",
    {
        "type": one_of("task_card"),
        "block_id": ID,
        **TASK,
        "status": one_of("pending", "in_progress", "complete", "error"),
    },
)
CARD = block(
    "",
    {
        "title": marked(150),
        "subtitle": marked(150),
        "body": marked(200),
        "subtext": marked(200),
        "hero_image": by_type({"image": IMAGE}),
        "icon": by_type({"image": IMAGE}),
        "slack_icon": by_type({"icon": typed("name", {"name": string(least=1)})}),
        "actions": array(by_type({"button": BUTTON}), most=3),
    },
)
BLOCKS: dict[str, Rule] = {
    "section": block(
        "",
        {
            "text": text(),
            "fields": array(text(2000), least=1, most=10),
            "accessory": by_type(IN_SECTION),
            "expand": boolean,
        },
        _content,
    ),
    "header": block("text", {"text": plain(150)}),
    "divider": block("", {}),
    "image": block(
        "alt_text",
        {"image_url": string(3000, 1), "slack_file": SLACK_FILE, "alt_text": string(2000, 1), "title": plain(2000)},
        _one_picture,
    ),
    "context": block(
        "elements",
        {"elements": array(by_type({"image": IMAGE, "plain_text": text(), "mrkdwn": text()}), least=1, most=10)},
    ),
    "actions": block("elements", {"elements": array(by_type(IN_ACTIONS), least=1, most=25)}),
    "input": block(
        "label element",
        {
            "label": plain(2000),
            "element": by_type(IN_INPUT),
            "hint": plain(2000),
            "optional": boolean,
            "dispatch_action": boolean,
        },
    ),
    "rich_text": RICH_TEXT,
    "video": block(
        "alt_text thumbnail_url title video_url",
        {
            "alt_text": string(200, 1),
            "title": plain(200),
            "title_url": URL,
            "thumbnail_url": URL,
            "video_url": URL,
            "author_name": string(50),
            "description": plain(200),
            "provider_name": string(50),
            "provider_icon_url": URL,
        },
    ),
    "file": block("external_id source", {"external_id": string(least=1), "source": one_of("remote")}),
    "markdown": block("text", {"text": string(12_000, 1)}),
    "context_actions": block(
        "elements",
        {"elements": array(by_type({"feedback_buttons": FEEDBACK, "icon_button": ICON_BUTTON}), least=1, most=5)},
    ),
    "table": TABLE,
    "data_table": DATA_TABLE,
    "data_visualization": DATA_VISUALIZATION,
    "alert": block("text", {"text": text(200), "level": one_of("default", "info", "warning", "error", "success")}),
    "card": CARD,
    "carousel": block("elements", {"elements": array(by_type({"card": CARD}), least=1, most=10)}),
    "task_card": TASK_CARD,
    "plan": block("title", {"title": string(least=1), "tasks": array(PLANNED, most=50)}),
}
CHILDREN = (
    "actions",
    "context",
    "divider",
    "file",
    "header",
    "image",
    "input",
    "rich_text",
    "section",
    "table",
    "video",
)
BLOCKS["container"] = block(
    "child_blocks",
    {
        "title": plain(150),
        "subtitle": text(150),
        "rich_text_title": RICH_TEXT,
        "icon": by_type({"image": IMAGE}),
        "child_blocks": array(by_type({kind: BLOCKS[kind] for kind in CHILDREN}), least=1, most=10),
        "width": one_of("narrow", "standard", "wide", "full"),
        "is_collapsible": boolean,
        "default_collapsed": boolean,
        "has_header_divider": boolean,
    },
)
ANY_BLOCK = by_type(BLOCKS)
