"""Blocks as HTML: everything a sender writes is text, every type is shown, and a gap in a chart stays a gap."""

import copy
import os
import re
from html.parser import HTMLParser
from importlib.resources import files
from json import loads
from pathlib import Path

import pytest
import small_app
from examples import BLOCKS, ELEMENTS, FULL_HOME, FULL_MODAL, GALLERIES, INPUTS, SECTIONS, described

from simulator import checks, drawing, elements
from simulator.page import charts
from simulator.page.templating import Place, Reader, hue

READER = Reader(
    names=drawing.Names(people={"U1": "<script>Ana</script>"}, channels={"C1": "#social", "D1": "@Greeter"}),
    place="x",
    users=[("U1", "Ana")],
    places=[Place("C1", "#social", "public"), Place("D1", "@Greeter", "im", with_bot=True)],
)
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
KEPT = {"type", "action_id", "block_id", "style", "level", "status", "initial_date", "initial_time", "value"}
SHOWN = [*(block for held in BLOCKS.values() for block in held), *INPUTS, *SECTIONS]
ATTACHMENT = {
    "color": "#36a64f",
    "author_name": "Ana",
    "title": "A page",
    "title_link": "https://example.com",
    "text": "*words*",
    "fields": [{"title": "Kind", "value": "human"}],
    "footer": "small",
    "ts": 1795726800,
}
FIXTURES = os.environ.get("SLACK_BLOCK_FIXTURES", "")


class Reading(HTMLParser):
    """Reads HTML as a browser does."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.said = ""
        self.feed(str(html))

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.said += data


def poisoned(held, evil, key=""):
    if isinstance(held, dict):
        return {name: poisoned(value, evil, name) for name, value in held.items()}
    if isinstance(held, list):
        return [poisoned(value, evil, key) for value in held]
    if isinstance(held, str) and "url" in key:
        return "javascript:alert(1)"
    return held + evil if isinstance(held, str) and key not in KEPT else held


def harmless(html):
    reading = Reading(html)
    assert reading.tags
    assert not {"script", "img", "iframe", "object", "style", "base", "form"} & {tag for tag, _ in reading.tags}
    given = [(name, value or "") for _, attributes in reading.tags for name, value in attributes.items()]
    assert not [name for name, _ in given if name.startswith("on") or name in ("style", "srcdoc", "formaction")]
    for name, value in given:
        if name in ("href", "src", "action"):
            assert re.match(r"(https?:|mailto:)", value), value


@pytest.mark.parametrize("kind", ["button", "overflow"])
def test_what_a_screen_reader_says_of_a_control_is_as_it_was_meant(kind):
    element = {**ELEMENTS[kind], "accessibility_label": 'Open "Fish &amp; &lt;chips&gt;"'}
    held = {"type": "section", "text": small_app.mrkdwn("x"), "accessory": element}
    labels = [attributes.get("aria-label") for _, attributes in Reading(READER.blocks([held])).tags]
    assert 'Open "Fish & <chips>"' in labels


@pytest.mark.parametrize("block", SHOWN, ids=[f"{place}-{block['type']}" for place, block in enumerate(SHOWN)])
def test_what_a_sender_writes_is_text_wherever_it_stands(block):
    harmless(READER.blocks([poisoned(copy.deepcopy(block), EVIL)]))
    harmless(READER.blocks([poisoned(copy.deepcopy(block), "<javascript:alert(1)|here> <data:text/html,x|there>")]))


def test_attachments_confirmations_and_names_are_text_too():
    harmless(READER.attachment(poisoned(ATTACHMENT, EVIL)))
    assert (hue("#36a64f"), hue("36a64f"), hue("danger"), hue('red" onload="x')) == (
        "#36a64f",
        "#36a64f",
        "#e01e5a",
        "#bbb",
    )
    assert str(READER.text(small_app.mrkdwn("<@U1>"))) == (
        '<p><span class="mention" data-mention="U1">@&lt;script&gt;Ana&lt;/script&gt;</span></p>'
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//x"]
)
def test_only_web_and_mail_addresses_become_links(address):
    said = [small_app.mrkdwn(f"<{address}|words>"), {"type": "plain_text", "text": address}]
    blocks = [*({"type": "section", "text": one} for one in said), {"type": "markdown", "text": f"[words]({address})"}]
    assert "a" not in {tag for tag, _ in Reading(READER.blocks(blocks)).tags}
    mail = Reading(READER.text(small_app.mrkdwn("<mailto:ana@example.com|Ana> https://example.com/a_b")))
    assert [held["href"] for tag, held in mail.tags if tag == "a"] == [
        "mailto:ana@example.com",
        "https://example.com/a_b",
    ]


def test_every_type_has_a_template_a_drawing_in_words_a_check_and_an_example():
    templates = {path.name for path in files("simulator.page").joinpath("templates").iterdir()}
    shown = {name[len("block-") : -len(".html")] for name in templates if name.startswith("block-")} - {"unknown"}
    assert shown == drawing.types() == set(BLOCKS) == set(checks.blocks.BLOCKS)
    inside = {"icon_button", "feedback_buttons"}
    assert set(ELEMENTS) | inside == elements.INTERACTIVE | {"image"}


@pytest.mark.parametrize("kind", list({**BLOCKS, **ELEMENTS}))
def test_every_example_is_drawn_and_is_what_slack_takes(kind):
    blocks = BLOCKS.get(kind) or [
        one for one in [*INPUTS, *SECTIONS] if ELEMENTS[kind] in (one.get("element"), one.get("accessory"))
    ]
    assert blocks
    html = str(READER.blocks(blocks))
    assert "not drawn here" not in html
    assert "a block of type" not in drawing.text(blocks)
    assert [problem for block in blocks for problem in checks.blocks.ANY_BLOCK(block, "")] == []


def test_the_galleries_are_taken_as_messages_a_modal_and_a_home():
    assert [problem for blocks in GALLERIES for problem in checks.block_problems(blocks, "message")] == []
    assert checks.view_problems(FULL_MODAL, "modal") == checks.view_problems(FULL_HOME, "home") == []


def test_what_nobody_knows_is_a_labelled_box_with_its_json():
    held = {"type": "section", "text": small_app.mrkdwn("x"), "accessory": {"type": "dial", "turns": 7}}
    reading = Reading(READER.blocks([{"type": "hologram", "depth": 3}, {"type": "../modal"}, held]))
    assert "A block of type “hologram”, which is not drawn here" in reading.said
    assert '"depth": 3' in reading.said
    assert "A block of type “../modal”" in reading.said
    assert "An element of type “dial”" in reading.said
    assert '"turns": 7' in reading.said


def _as_blocks(held):
    """Whatever a file holds, as blocks that show it."""
    kind = held.get("type", "")
    if "blocks" in held or "attachments" in held:
        return [
            *(held.get("blocks") or ()),
            *(b for part in held.get("attachments") or () for b in part.get("blocks", ())),
        ]
    if kind in BLOCKS and not (kind == "image" and "title" not in held):
        return [held]
    if kind.startswith("rich_text_") and kind not in ELEMENTS:
        return [{"type": "rich_text", "elements": [held]}]
    if kind in {"link", "user", "usergroup", "channel", "emoji", "text"}:
        return [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [held]}]}]
    if kind in {"plain_text", "mrkdwn"}:
        return [{"type": "section", "text": held}]
    if kind in ELEMENTS:
        label = {"type": "plain_text", "text": "A field"}
        return [{"type": "input", "block_id": "b", "label": label, "element": held}]
    return []


@pytest.mark.skipif(not FIXTURES, reason="SLACK_BLOCK_FIXTURES names no folder")
def test_every_fixture_of_a_folder_is_drawn():
    tried = 0
    for path in sorted(Path(FIXTURES).rglob("*.json")):
        held = loads(path.read_text(encoding="utf-8"))
        for block in [block for one in (held if isinstance(held, list) else [held]) for block in _as_blocks(one)]:
            html = str(READER.blocks([block]))
            assert Reading(html).tags, path
            assert "not drawn here" not in html, path
            tried += 1
    assert tried


def test_a_menu_shows_groups_descriptions_and_what_was_chosen():
    block = {
        "type": "section",
        "block_id": "b",
        "text": small_app.mrkdwn("Kind"),
        "accessory": {
            "type": "static_select",
            "action_id": "a",
            "initial_option": described("Human", "Who we are"),
            "option_groups": [{"label": small_app.plain("Kinds"), "options": [described("Human", "Who we are")]}],
        },
    }
    tags = Reading(READER.blocks([block])).tags
    assert [held["label"] for tag, held in tags if tag == "optgroup"] == ["Kinds"]
    chosen = [held for tag, held in tags if tag == "option" and "selected" in held]
    assert [one["value"] for one in chosen] == ["human"]


def test_a_menu_of_conversations_keeps_to_its_filter():
    element = {"type": "conversations_select", "action_id": "a"}
    assert [words for _, words in READER.offered(element)] == ["#social", "@Greeter"]
    assert READER.offered({**element, "filter": {"include": ["im"], "exclude_bot_users": True}}) == []
    assert READER.offered({**element, "filter": {"include": ["public"]}}) == [("C1", "#social")]
    assert READER.offered({"type": "channels_select"}) == [("C1", "#social")]


def test_a_missing_value_is_a_gap_and_not_zero():
    line = small_app.chart("line", "Enquiries")
    line["chart"]["series"] = [
        {
            "name": "Booked",
            "data": [{"label": "W45", "value": 2}, {"label": "W47", "value": 4}, {"label": "W48", "value": 4}],
        }
    ]
    laid = charts.laid_out(line)
    assert [shape.title for shape in laid.shapes if shape.kind == "dot"] == [
        "Booked, W45: 2",
        "Booked, W47: 4",
        "Booked, W48: 4",
    ]
    assert len([shape for shape in laid.shapes if shape.kind == "line"]) == 2
    assert laid.table == [["", "W45", "W46", "W47", "W48"], ["Booked", "2", "-", "4", "4"]]
    line["chart"]["type"] = "bar"
    assert len(charts.laid_out(line).shapes) == 3


def test_labels_that_would_touch_lean():
    wide = small_app.chart("bar", "Wide")
    assert not charts.laid_out(wide).dense
    labels = [f"a long category {n}" for n in range(12)]
    wide["chart"]["axis_config"]["categories"] = labels
    wide["chart"]["series"] = [{"name": "x", "data": [{"label": label, "value": 1} for label in labels]}]
    laid = charts.laid_out(wide)
    assert laid.dense
    assert laid.height > charts.HEIGHT


def test_a_chart_of_nothing_but_zeros_can_be_drawn():
    flat = small_app.chart("bar", "Quiet")
    for series in flat["chart"]["series"]:
        for point in series["data"]:
            point["value"] = 0
    assert [mark.words for mark in charts.laid_out(flat).up] == ["0", "0.25", "0.5", "0.75", "1"][
        : len(charts.laid_out(flat).up)
    ]


def test_a_pie_says_its_shares():
    pie = next(b for b in small_app.GALLERY if b.get("chart", {}).get("type") == "pie")
    laid = charts.laid_out(pie)
    assert [shape.title for shape in laid.shapes] == ["Phone: 3 (38%)", "Web: 5 (62%)"]
    assert laid.legend == ["Phone 3", "Web 5"]


def test_emoji_are_pictures_with_skin_tones_and_an_unknown_one_its_name():
    html = str(READER.text(small_app.mrkdwn(":tada: :wave::skin-tone-3: :practice_logo:")))
    assert 'aria-label="tada" data-emoji="tada">🎉</span>' in html
    assert 'aria-label="wave" data-emoji="wave::skin-tone-3">👋🏼</span>' in html
    assert ":practice_logo:" in html
    assert "🎉" not in str(READER.text({"type": "plain_text", "text": ":tada:", "emoji": False}))


def test_markdown_is_drawn_with_tables_rules_and_nested_lists():
    html = str(READER.blocks([*BLOCKS["markdown"]]))
    for part in (
        "<strong>bold</strong>",
        "<em>italic</em>",
        "<s>gone</s>",
        "<code>code</code>",
        "<hr>",
        "<pre>a = 1</pre>",
    ):
        assert part in html
    assert '<th scope="col">Day</th>' in html
    assert '<li class="indent-1">inside</li>' in html
