"""One good example of every block and every element Slack documents for bots, for the page's tests to draw."""

from __future__ import annotations

from small_app import button, cells, chart, field, mrkdwn, options, plain

PICTURE = {"type": "image", "image_url": "https://example.com/tooth.png", "alt_text": "a tooth"}
GROUPS = [
    {"label": plain("Team"), "options": options("Dentist", "Hygienist")},
    {"label": plain("Front"), "options": options("Phone")},
]
CONFIRM = {"title": plain("Sure?"), "text": mrkdwn("*Ana* hears of it."), "confirm": plain("Yes"), "deny": plain("No")}


def words(text, **style):
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def section(*parts):
    return {"type": "rich_text_section", "elements": list(parts)}


def rich(*parts):
    return {"type": "rich_text", "elements": list(parts)}


def number(value):
    return {"type": "raw_number", "value": value, "text": str(value)}


def described(word, about):
    return {"text": plain(word), "value": word.lower(), "description": plain(about)}


RICH = rich(
    section(
        words("bold ", bold=True),
        words("italic ", italic=True),
        words("gone ", strike=True),
        words("under ", underline=True),
        words("code", code=True),
        words(" and "),
        {"type": "link", "url": "https://example.com", "text": "a link"},
        {"type": "emoji", "name": "wave"},
        {"type": "user", "user_id": "UBRIANA0000"},
        {"type": "channel", "channel_id": "CBRISOCIAL0"},
        {"type": "broadcast", "range": "here"},
        {"type": "date", "timestamp": 1795726800, "format": "{date_short} {time}", "fallback": "later"},
    ),
    {"type": "rich_text_list", "style": "bullet", "elements": [section(words("one")), section(words("two"))]},
    {"type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [section(words("inside"))]},
    {"type": "rich_text_list", "style": "ordered", "border": 1, "elements": [section(words("first"))]},
    {"type": "rich_text_quote", "elements": [words("Lovely people.")]},
    {"type": "rich_text_preformatted", "elements": [words("a = 1")]},
)
CARD = {
    "type": "card",
    "hero_image": PICTURE,
    "icon": PICTURE,
    "title": mrkdwn("Meet *Ben*"),
    "subtitle": mrkdwn("Thursday, 4:00 PM"),
    "body": mrkdwn("Six years of gentle hands."),
    "subtext": mrkdwn("Nobody else is in the picture"),
    "actions": [button("Use it", "use"), button("Not now", "not_now", style="danger")],
}
SOURCES = [("Instagram", 1204), ("Phone", 37), ("Web", 5), ("Friends", 12), ("Flyer", 2), ("Walk in", 9), ("Mail", 1)]
DATA_TABLE = {
    "type": "data_table",
    "caption": "Where people heard of us",
    "page_size": 5,
    "row_header_column_index": 0,
    "rows": [cells("Source", "People"), *([*cells(name), number(count)] for name, count in SOURCES)],
}
PIE = {
    "type": "data_visualization",
    "title": "Sources",
    "chart": {
        "type": "pie",
        "segments": [{"label": "Phone", "value": 3}, {"label": "Web", "value": 5}, {"label": "Friends", "value": 2}],
    },
}
TASKS = [
    {
        "task_id": str(place),
        "title": title,
        "status": status,
        "output": rich(section(words("12 found"))),
        "sources": [{"type": "url", "url": "https://example.com", "text": "the list"}],
    }
    for place, (title, status) in enumerate(
        [("Look at the week", "complete"), ("Ask Ben", "in_progress"), ("Tell all", "pending"), ("Print", "error")]
    )
]

# Blocks by type; what may stand in a message.
IN_MESSAGES = {
    "header": [{"type": "header", "text": plain("Week 48 :bar_chart:")}],
    "section": [
        {"type": "section", "text": mrkdwn("*Bold* _italic_ ~gone~ `code` <https://example.com|link> <@UBRIANA0000>")},
        {"type": "section", "text": mrkdwn("> quoted\nand not\n```\na = 1\n```"), "accessory": button("Fill", "fill")},
        {"type": "section", "fields": [mrkdwn("*Planned*\n3"), mrkdwn("*Seen*\n2"), plain("Reach 1,204")]},
        {"type": "section", "text": plain("With a picture"), "accessory": PICTURE},
    ],
    "context": [{"type": "context", "elements": [PICTURE, mrkdwn("Only _you_ see this"), plain("small print")]}],
    "divider": [{"type": "divider"}],
    "actions": [
        {
            "type": "actions",
            "elements": [
                button("Plain", "plain"),
                button("Primary", "primary", style="primary"),
                button("Danger", "danger", style="danger", confirm=CONFIRM),
                button("Link", "link", url="https://example.com"),
            ],
        }
    ],
    "image": [{**PICTURE, "title": plain("Our logo")}],
    "rich_text": [RICH],
    "markdown": [
        {
            "type": "markdown",
            "text": "# Plan\n**bold** *italic* ~~gone~~ `code` [link](https://example.com)\n"
            "- one\n  - inside\n1. first\n> quiet\n\n"
            "| Day | Kind |\n|---|---|\n| Mon | service |\n\n---\n```\na = 1\n```",
        }
    ],
    "table": [
        {
            "type": "table",
            "column_settings": [{"is_wrapped": True}, {"align": "right"}],
            "rows": [cells("Day", "Reach"), [*cells("Monday"), number(120)], [RICH, *cells("unknown")]],
        }
    ],
    "data_table": [DATA_TABLE],
    "data_visualization": [chart("bar", "As bars"), chart("line", "As lines"), chart("area", "As areas"), PIE],
    "card": [CARD],
    "carousel": [{"type": "carousel", "elements": [{**CARD, "title": mrkdwn(f"Card {n}")} for n in range(1, 5)]}],
    "container": [
        {
            "type": "container",
            "title": plain("Gaps"),
            "subtitle": mrkdwn("of _this_ week"),
            "width": "wide",
            "is_collapsible": True,
            "child_blocks": [
                {"type": "section", "text": mrkdwn("Saturday is empty"), "accessory": button("Fill", "fill_2")}
            ],
        }
    ],
    "context_actions": [
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "feedback",
                    "positive_button": {"text": plain("Good"), "value": "good"},
                    "negative_button": {"text": plain("Bad"), "value": "bad"},
                },
                {"type": "icon_button", "icon": "trash", "text": plain("Delete"), "action_id": "delete"},
            ],
        }
    ],
    "task_card": [{"type": "task_card", **TASKS[0]}],
    "plan": [{"type": "plan", "title": "Working on it", "tasks": TASKS}],
    "video": [
        {
            "type": "video",
            "title": plain("How we clean"),
            "title_url": "https://example.com/how",
            "video_url": "https://example.com/how.mp4",
            "thumbnail_url": "https://example.com/how.png",
            "alt_text": "Ben at the chair",
            "author_name": "Ana",
            "provider_name": "Example",
            "description": plain("Two quiet minutes"),
        }
    ],
    "file": [{"type": "file", "external_id": "F-PLAN", "source": "remote"}],
    "input": [field("In a message", "inline", {"type": "plain_text_input"}, dispatch_action=True)],
}
ALERTS = [
    {"type": "alert", "level": level, "text": mrkdwn(f"A *{level}* alert")}
    for level in ("default", "info", "warning", "error", "success")
]
BLOCKS = {**IN_MESSAGES, "alert": ALERTS}

# Elements by type: what a person picks, ticks and fills in.
ELEMENTS = {
    "button": button("Press", "press", accessibility_label="Press this"),
    "workflow_button": {
        "type": "workflow_button",
        "text": plain("Run"),
        "workflow": {"trigger": {"url": "https://slack.com/shortcuts/Ft1/2"}},
        "action_id": "run",
    },
    "image": PICTURE,
    "overflow": {"type": "overflow", "action_id": "more", "options": options("Edit", "Skip")},
    "static_select": {
        "type": "static_select",
        "action_id": "kind",
        "options": [described("Service", "What we do"), described("Human", "Who we are")],
    },
    "multi_static_select": {
        "type": "multi_static_select",
        "action_id": "kinds",
        "option_groups": GROUPS,
        "initial_options": [GROUPS[0]["options"][0]],
        "max_selected_items": 2,
    },
    "external_select": {"type": "external_select", "action_id": "found", "min_query_length": 2},
    "multi_external_select": {"type": "multi_external_select", "action_id": "founds", "min_query_length": 0},
    "users_select": {"type": "users_select", "action_id": "who", "placeholder": plain("Pick a person")},
    "multi_users_select": {"type": "multi_users_select", "action_id": "whos"},
    "conversations_select": {
        "type": "conversations_select",
        "action_id": "talk",
        "filter": {"include": ["public"], "exclude_bot_users": True},
    },
    "multi_conversations_select": {"type": "multi_conversations_select", "action_id": "talks"},
    "channels_select": {"type": "channels_select", "action_id": "channel", "initial_channel": "CBRISOCIAL0"},
    "multi_channels_select": {"type": "multi_channels_select", "action_id": "channels"},
    "datepicker": {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-26"},
    "timepicker": {"type": "timepicker", "action_id": "time", "initial_time": "16:00", "timezone": "Europe/London"},
    "datetimepicker": {"type": "datetimepicker", "action_id": "moment", "initial_date_time": 1795726800},
    "checkboxes": {"type": "checkboxes", "action_id": "nets", "options": [described("Instagram", "Pictures")]},
    "radio_buttons": {"type": "radio_buttons", "action_id": "answer", "options": options("Yes", "No")},
    "plain_text_input": {"type": "plain_text_input", "action_id": "what", "multiline": True, "max_length": 100},
    "number_input": {"type": "number_input", "action_id": "many", "is_decimal_allowed": False},
    "email_text_input": {"type": "email_text_input", "action_id": "mail", "placeholder": plain("name@example.com")},
    "url_text_input": {"type": "url_text_input", "action_id": "page"},
    "rich_text_input": {"type": "rich_text_input", "action_id": "story", "initial_value": RICH},
    "file_input": {"type": "file_input", "action_id": "files", "filetypes": ["jpg", "png"], "max_files": 2},
}
PRESSED = {"button", "workflow_button", "image", "overflow"}
INPUTS = [
    {
        "type": "input",
        "block_id": kind,
        "label": plain(kind.replace("_", " ").capitalize()),
        "element": element,
        "hint": plain("As you like"),
        "optional": place % 2 == 0,
    }
    for place, (kind, element) in enumerate(ELEMENTS.items())
    if kind not in PRESSED
]
SECTIONS = [
    {"type": "section", "block_id": f"s-{kind}", "text": mrkdwn(kind), "accessory": ELEMENTS[kind]}
    for kind in ELEMENTS
    if not kind.endswith("_input") and kind != "datetimepicker"
]
FULL_MODAL = {
    "type": "modal",
    "callback_id": "full",
    "title": plain("Every kind of field"),
    "submit": plain("Send"),
    "blocks": [*ALERTS, *INPUTS],
}
ON_HOME = ("header", "context", "divider", "actions", "data_table")
FULL_HOME = {
    "type": "home",
    "blocks": [*(block for kind in ON_HOME for block in BLOCKS[kind]), *SECTIONS, PIE],
}
CHARTS = BLOCKS["data_visualization"]
GALLERIES = [
    [block for kind, held in IN_MESSAGES.items() if kind != "data_visualization" for block in held],
    CHARTS[:2],
    CHARTS[2:],
]
