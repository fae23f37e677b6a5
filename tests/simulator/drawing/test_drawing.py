"""What a person reads: one example of every type of block and element, written for this test."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from simulator import drawing
from simulator.drawing import dates, elements
from simulator.drawing import mrkdwn as mrkdwn_reader

NAMES = drawing.Names(
    people={"U1": "Ana", "U2": "Ben"},
    channels={"C1": "social", "D1": "@Rounds"},
    groups={"S1": "front-desk"},
    files={"F1": "team.jpg"},
    zone=ZoneInfo("America/New_York"),
    now=datetime(2026, 11, 25, 15, 0, tzinfo=UTC),
)
THURSDAY_FOUR = 1795726800  # 2026-11-26 16:00 in New York


def plain(text):
    return {"type": "plain_text", "text": text}


def mrkdwn(text):
    return {"type": "mrkdwn", "text": text}


def option(text, value=None, **more):
    return {"text": plain(text), "value": value or text.lower(), **more}


def rich(*elements):
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}


def button(text, **more):
    return {"type": "button", "action_id": text, "text": plain(text), **more}


def cell(text):
    return {"type": "raw_text", "text": text}


def bars(kind, **more):
    return {
        "type": "data_visualization",
        "title": "Enquiries",
        "chart": {
            "type": kind,
            "series": [
                {"name": "Reached", "data": [{"label": "W47", "value": 3}, {"label": "W48", "value": 4.5}]},
                {"name": "Booked", "data": [{"label": "W48", "value": 2}]},
            ],
            "axis_config": {"categories": ["W47", "W48"], "x_label": "Week", "y_label": "People"},
        },
        **more,
    }


BLOCKS = {
    "header": ({"type": "header", "text": plain("This week")}, "This week\n========="),
    "section": ({"type": "section", "text": mrkdwn("*Thu*: _photo_ for <@U2>")}, "Thu: photo for @Ben"),
    "section with fields and a button": (
        {
            "type": "section",
            "text": mrkdwn("Thursday"),
            "fields": [mrkdwn("*When*\n4:00 PM"), mrkdwn("*Kind*\nhuman")],
            "accessory": button("Undo"),
        },
        "Thursday\nWhen 4:00 PM\nKind human  [Undo]",
    ),
    "section with a picture": (
        {"type": "section", "text": mrkdwn("Logo"), "accessory": {"type": "image", "alt_text": "a tooth"}},
        "Logo  [image: a tooth]",
    ),
    "context": (
        {"type": "context", "elements": [{"type": "image", "alt_text": "eye"}, mrkdwn("Only _you_ see this")]},
        "[image: eye]  Only you see this",
    ),
    "divider": ({"type": "divider"}, "---"),
    "actions": (
        {
            "type": "actions",
            "elements": [
                button("I'll do it"),
                {"type": "users_select", "action_id": "swap", "placeholder": plain("Pick a person")},
                {"type": "overflow", "action_id": "more", "options": [option("Edit"), option("Skip")]},
                button("Open", url="https://example.com"),
            ],
        },
        "[I'll do it] (Pick a person v) (... Edit / Skip) [Open]",
    ),
    "actions with boxes to tick": (
        {
            "type": "actions",
            "elements": [
                button("Save"),
                {
                    "type": "checkboxes",
                    "options": [option("Mon", description=plain("service")), option("Thu")],
                    "initial_options": [option("Thu")],
                },
            ],
        },
        "[Save]\n[ ] Mon - service\n[x] Thu",
    ),
    "rich text": (
        rich(
            {"type": "text", "text": "Ask ", "style": {"bold": True}},
            {"type": "user", "user_id": "U1"},
            {"type": "text", "text": " in "},
            {"type": "channel", "channel_id": "C1"},
            {"type": "emoji", "name": "wave"},
            {"type": "link", "url": "https://example.com", "text": "here"},
            {"type": "broadcast", "range": "here"},
            {"type": "usergroup", "usergroup_id": "S1"},
            {"type": "date", "timestamp": THURSDAY_FOUR, "format": " {time}", "fallback": "later"},
        ),
        "Ask @Ana in #social:wave:here@here@front-desk 4:00 PM",
    ),
    "rich text list, quote and code": (
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_list",
                    "style": "ordered",
                    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "Smile"}]}],
                },
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": "Lovely"}]},
                {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "a = 1\nb = 2"}]},
            ],
        },
        "1. Smile\n> Lovely\n    a = 1\n    b = 2",
    ),
    "markdown": (
        {"type": "markdown", "text": "# Plan\n- **Mon** _service_\n1. [link](https://example.com)\n> quiet\n`code`"},
        "Plan\n• Mon service\n1. link\n> quiet\n`code`",
    ),
    "table": (
        {
            "type": "table",
            "rows": [[cell("Day"), cell("Reach")], [cell("Mon"), {"type": "raw_number", "value": 120, "text": "120"}]],
        },
        "Day | Reach\n-----------\nMon |   120",
    ),
    "data_table": (
        {
            "type": "data_table",
            "caption": "Leads",
            "rows": [[cell("Step"), cell("Count")], [rich({"type": "text", "text": "booked"}), cell("2")]],
        },
        "Leads\nStep   | Count\n--------------\nbooked | 2",
    ),
    "bar chart": (
        bars("bar"),
        "Enquiries (bar chart; Week / People)\n  Reached: W47 3, W48 4.5\n  Booked: W47 -, W48 2",
    ),
    "pie chart": (
        {
            "type": "data_visualization",
            "title": "Sources",
            "chart": {"type": "pie", "segments": [{"label": "phone", "value": 3}, {"label": "web", "value": 1}]},
        },
        "Sources (pie chart)\n  phone 3, web 1",
    ),
    "alert": ({"type": "alert", "level": "warning", "text": mrkdwn("No *release* yet")}, "[warning] No release yet"),
    "card": (
        {
            "type": "card",
            "title": mrkdwn("Meet Ben"),
            "subtitle": mrkdwn("Thu"),
            "body": mrkdwn("A photo"),
            "hero_image": {"type": "image", "alt_text": "Ben at work"},
            "actions": [button("Use")],
        },
        "+ Meet Ben\n| [image: Ben at work]\n| Thu\n| A photo\n| [Use]",
    ),
    "carousel": (
        {
            "type": "carousel",
            "elements": [{"type": "card", "title": mrkdwn("One")}, {"type": "card", "title": mrkdwn("Two")}],
        },
        "+ One\n+ Two",
    ),
    "container": (
        {
            "type": "container",
            "title": plain("Gaps"),
            "child_blocks": [{"type": "section", "text": mrkdwn("Sat is empty"), "accessory": button("Fill")}],
        },
        "+ Gaps\n| Sat is empty  [Fill]",
    ),
    "context_actions": (
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "fb",
                    "positive_button": {"text": plain("Good"), "value": "+"},
                    "negative_button": {"text": plain("Bad"), "value": "-"},
                },
                {"type": "icon_button", "icon": "trash", "text": plain("Delete"), "action_id": "del"},
            ],
        },
        "[Good] [Bad] [Delete]",
    ),
    "plan": (
        {
            "type": "plan",
            "title": "Working",
            "tasks": [{"task_id": "1", "title": "Look", "status": "complete"}, {"task_id": "2", "title": "Tell"}],
        },
        "+ Working\n| [x] Look\n| [?] Tell",
    ),
    "task_card": (
        {
            "type": "task_card",
            "title": "Fetch",
            "status": "in_progress",
            "output": rich({"type": "text", "text": "half"}),
            "sources": [{"type": "url", "url": "https://example.com", "text": "page"}],
        },
        "[~] Fetch\n  half\n  page",
    ),
    "image": (
        {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "a tooth", "title": plain("Logo")},
        "[image: Logo - a tooth]",
    ),
    "video": (
        {"type": "video", "title": plain("How to"), "author_name": "Ana", "description": plain("Short")},
        "[video: How to (Ana)]\nShort",
    ),
    "file": ({"type": "file", "file_id": "F1"}, "[file: team.jpg]"),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_reads_as_a_person_sees_it(name):
    block, seen = BLOCKS[name]
    assert drawing.text(block, NAMES) == seen


def test_every_type_that_is_drawn_has_an_example():
    shown = {block["type"] for block, _ in BLOCKS.values()} | {"input"}
    assert shown == drawing.types()


def test_a_type_nobody_knows_is_a_labelled_box():
    seen = drawing.text([{"type": "hologram", "depth": 3}])
    assert seen.splitlines()[0] == "+ a block of type 'hologram'"
    assert '"depth": 3' in seen


def field(element, **more):
    return {"type": "input", "block_id": "b", "label": plain("What"), "element": element, **more}


FIELDS = {
    "an empty line": ({"type": "plain_text_input"}, "What: ____"),
    "a line with a placeholder": (
        {"type": "plain_text_input", "placeholder": plain("a few words")},
        "What: ____ (a few words)",
    ),
    "a line that is filled in": ({"type": "plain_text_input", "initial_value": "Meet Ben"}, "What: Meet Ben"),
    "several lines": ({"type": "plain_text_input", "initial_value": "a\nb"}, "What:\n  a\n  b"),
    "rich text": (
        {"type": "rich_text_input", "initial_value": rich({"type": "text", "text": "so", "style": {"bold": True}})},
        "What: so",
    ),
    "a number": ({"type": "number_input", "initial_value": "3"}, "What: 3"),
    "an address": ({"type": "url_text_input"}, "What: ____"),
    "mail": ({"type": "email_text_input"}, "What: ____"),
    "files": ({"type": "file_input"}, "What: [Choose files]"),
    "a menu": ({"type": "static_select", "options": [option("Human")]}, "What: (Select an item v)"),
    "a chosen menu": (
        {"type": "static_select", "options": [option("Human")], "initial_option": option("Human")},
        "What: (Human v)",
    ),
    "several people": ({"type": "multi_users_select", "initial_users": ["U1", "U2"]}, "What: (@Ana, @Ben v)"),
    "a channel": ({"type": "channels_select", "initial_channel": "C1"}, "What: (#social v)"),
    "a conversation": ({"type": "conversations_select", "initial_conversation": "D1"}, "What: (@Rounds v)"),
    "an outside list": ({"type": "external_select", "placeholder": plain("Search")}, "What: (Search v)"),
    "a date": ({"type": "datepicker", "initial_date": "2026-11-26"}, "What: (2026-11-26 v)"),
    "a time": ({"type": "timepicker"}, "What: (Select a time v)"),
    "a moment": ({"type": "datetimepicker", "initial_date_time": THURSDAY_FOUR}, "What: (2026-11-26 16:00 v)"),
    "one of a list": (
        {"type": "radio_buttons", "options": [option("Yes"), option("No")], "initial_option": option("No")},
        "What:\n  ( ) Yes\n  (x) No",
    ),
    "boxes": ({"type": "checkboxes", "options": [option("Mon")]}, "What:\n  [ ] Mon"),
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_shows_its_label_and_what_it_holds(name):
    element, seen = FIELDS[name]
    assert drawing.text(field(element), NAMES) == seen


def test_an_optional_field_and_its_hint_say_so():
    block = field({"type": "plain_text_input"}, optional=True, hint=plain("one line"))
    assert drawing.text(block) == "What (optional): ____\n  one line"


def test_a_modal_shows_title_fields_and_its_two_buttons():
    view = {
        "type": "modal",
        "title": plain("Add a post"),
        "submit": plain("Save"),
        "blocks": [field({"type": "plain_text_input"})],
    }
    assert drawing.text(view) == "+ Add a post\n| What: ____\n| [Cancel] [Save]"


def test_a_message_with_blocks_shows_them_and_not_its_fallback():
    message = {"text": "fallback", "blocks": [{"type": "section", "text": mrkdwn("seen")}]}
    assert drawing.text(message) == "seen"


def test_a_message_without_blocks_shows_text_attachments_and_files():
    message = {
        "text": "Hello <@U1>",
        "attachments": [{"color": "#fff", "text": "beside"}, {"fallback": "last resort"}],
        "files": [{"id": "F1", "name": "team.jpg"}],
    }
    assert drawing.text(message, NAMES) == "Hello @Ana\n| beside\n| last resort\n[file: team.jpg]"


MRKDWN = {
    "<@U1> and <@U9|old name>": "@Ana and @old name",
    "<#C1> and <#C9|closed>": "#social and #closed",
    "<https://example.com|our page> <https://example.com/a_b_c>": "our page https://example.com/a_b_c",
    "<mailto:ana@example.com|ana@example.com>": "ana@example.com",
    "<!here> <!channel> <!subteam^S1>": "@here @channel @front-desk",
    "&lt;!channel&gt; is typed, 2 &lt; 3 &amp;amp; 4": "<!channel> is typed, 2 < 3 &amp; 4",
    "*bold _both_* ~gone~ `a *b*`": "bold both ~gone~ `a *b*`",
    "2*3*4 and snake_case_word": "2*3*4 and snake_case_word",
    "&gt; quoted\nnot": "> quoted\nnot",
    ">>> all\nof it": "> all\n> of it",
    "```\nx = *1*\n```\nafter": "    x = *1*\nafter",
    ":wave: at 10:30:00": ":wave: at 10:30:00",
    "<!date^1795726800^{date_short_pretty} at {time}|later>": "tomorrow at 4:00 PM",
    "<!date^1795726800^{date_long}|later>": "Thursday, November 26th, 2026",
    "<!date^1795726800^{date_num} {date_slash} {time_secs}|later>": "2026-11-26 11/26/2026 4:00:00 PM",
    "<!date^1795726800^{ago}|later>": "in 1 day",
    "<!date^1795726800^{date_long_full}|later>": "November 26, 2026",
    "<!date^1796158800^{day_divider_pretty}|later>": "Tuesday, December 1st",
    "<!date^1803330000^{day_divider_pretty}|later>": "Monday, February 22nd, 2027",
    "<!date^1795726800^Posted {date_num}^https://example.com|later>": "Posted 2026-11-26",
    ":wave::skin-tone-3: :+1::skin-tone-2:": ":wave::skin-tone-3: :+1::skin-tone-2:",
    "`see <https://example.com|page> &lt;b&gt;`\n```<@U1>\n*so*```": "`see page <b>`\n    @Ana\n    *so*",
    "so\n>>> all\n\nof it": "so\n> all\n> \n> of it",
    "<!date^soon^{date}|later>": "later",
    "<!unknown|words>": "words",
}


@pytest.mark.parametrize("written", MRKDWN)
def test_mrkdwn_is_read_as_slack_shows_it(written):
    assert drawing.text({"text": written}, NAMES) == MRKDWN[written]


def looks(text):
    return [span for line in mrkdwn_reader.seen(text, NAMES) for span in line.spans if span.link or span.mention]


def test_addresses_and_channels_are_found_unless_the_text_is_verbatim():
    written = "see https://example.com/a, ask in #social or #nowhere, or <https://example.com|here>"
    assert [(span.words, span.link, span.mention) for span in looks(mrkdwn(written))] == [
        ("https://example.com/a", "https://example.com/a", ""),
        ("#social", "", "#social"),
        ("here", "https://example.com", ""),
    ]
    assert [span.words for span in looks({**mrkdwn(written), "verbatim": True})] == ["here"]


MARKDOWN = {
    "| Day | Kind |\n|---|:-:|\n| Mon | a \\| b |\nafter": "Day | Kind\nMon | a | b\nafter",
    "a\n\n---\n\n* * *": "a\n\n---\n\n---",
    "***both*** and ``a ` b`` &amp; <https://example.com>": "both and `a ` b` & https://example.com",
    "~~~\na = 1\n~~~": "    a = 1",
    '[page](https://example.com "a title") ![cat](https://example.com/c.png)': "page cat",
    "- [x] done\n  - inside\n2. second": "• [x] done\n  • inside\n2. second",
    "a | b\nno table": "a | b\nno table",
}


@pytest.mark.parametrize("written", MARKDOWN)
def test_markdown_is_read_as_slack_shows_it(written):
    assert drawing.text([{"type": "markdown", "text": written}]) == MARKDOWN[written]


def test_plain_text_is_never_read_as_mrkdwn():
    assert drawing.text([{"type": "section", "text": plain("*kept* <@U1>")}], NAMES) == "*kept* <@U1>"


def test_a_bare_string_such_as_a_title_is_shown_as_it_was_typed():
    block = bars("bar", title="2*3*4 <b>")
    assert drawing.text(block, NAMES).startswith("2*3*4 <b> (bar chart")


@pytest.mark.parametrize(
    ("day", "words"),
    [(25, "Today"), (24, "Yesterday"), (20, "Friday, November 20th"), (11, "Wednesday, November 11th")],
)
def test_the_line_between_two_days_names_the_day(day, words):
    now = NAMES.now.astimezone(NAMES.zone)
    assert dates.day(now.replace(day=day), now) == words


def test_every_control_can_be_found_by_its_words():
    blocks = [block for block, _ in BLOCKS.values()] + [field({"type": "plain_text_input"})]
    found = {control.label for control in elements.controls(blocks, NAMES)}
    assert {
        "I'll do it",
        "Undo",
        "Pick a person",
        "Open",
        "Save",
        "Use",
        "Fill",
        "Good",
        "Bad",
        "Delete",
        "What",
    } <= found


def test_a_drawing_is_the_same_after_a_round_trip_through_json():
    for block, seen in BLOCKS.values():
        assert drawing.text(json.loads(json.dumps(block)), NAMES) == seen
