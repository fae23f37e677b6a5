"""Blocks as HTML: everything a sender writes is text, every type is shown, and a gap in a chart stays a gap."""

import copy
from html.parser import HTMLParser

import pytest
import small_app

from simulator import drawing
from simulator.page import charts
from simulator.page.templating import FAMILIES, Reader

READER = Reader(names=drawing.Names(people={"U1": "<script>Ana</script>"}), place="x")
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
KEPT = {"type", "action_id", "block_id", "style", "level", "status", "initial_date", "initial_time", "value"}
BLOCKS = [
    *small_app.DIGEST,
    *small_app.GALLERY,
    *small_app.FORM["blocks"],
    *small_app.EVERYTHING["blocks"],
    *small_app.OFFER,
    {"type": "alert", "level": "warning", "text": small_app.mrkdwn("Mind")},
    {"type": "video", "title": small_app.plain("How"), "alt_text": "how", "description": small_app.plain("so")},
    {"type": "file", "external_id": "F1", "source": "remote"},
    {"type": "plan", "title": "Plan", "tasks": [{"task_id": "1", "title": "Look", "status": "complete"}]},
    {"type": "task_card", "task_id": "1", "title": "Look", "sources": [{"type": "url", "url": "javascript:alert(1)"}]},
    {"type": "hologram", "words": "new"},
]


class Reading(HTMLParser):
    """Reads HTML as a browser does."""

    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, attributes))


def poisoned(held, key=""):
    if isinstance(held, dict):
        return {name: poisoned(value, name) for name, value in held.items()}
    if isinstance(held, list):
        return [poisoned(value, key) for value in held]
    return held + EVIL if isinstance(held, str) and key not in KEPT else held


@pytest.mark.parametrize("block", BLOCKS, ids=[f"{place}-{block['type']}" for place, block in enumerate(BLOCKS)])
def test_what_a_sender_writes_is_text_wherever_it_stands(block):
    reading = Reading()
    reading.feed(str(READER.blocks([poisoned(copy.deepcopy(block))])))
    assert reading.tags
    assert not {"script", "img", "iframe", "object", "style"} & {tag for tag, _ in reading.tags}
    given = [(name, value or "") for _, attributes in reading.tags for name, value in attributes]
    assert not [name for name, _ in given if name.startswith("on") or name == "style"]
    assert not [value for name, value in given if name in ("href", "src") and not value.startswith("https://")]


def test_every_type_that_is_drawn_as_text_has_a_template():
    assert set(FAMILIES) == drawing.types()


def test_a_name_is_text_too():
    assert str(READER.text(small_app.mrkdwn("<@U1>"))) == (
        '<p><span class="mention">@&lt;script&gt;Ana&lt;/script&gt;</span></p>'
    )


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
    line["chart"]["type"] = "bar"
    assert len(charts.laid_out(line).shapes) == 3


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


def test_a_common_emoji_is_a_picture_and_an_unknown_one_its_name():
    html = str(READER.text(small_app.mrkdwn(":tada: :practice_logo:")))
    assert 'aria-label="tada">🎉</span>' in html
    assert ":practice_logo:" in html
