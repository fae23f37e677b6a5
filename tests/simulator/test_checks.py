"""What Slack takes and what it refuses."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from simulator import checks

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str) -> Json:
    return {"text": plain(value), "value": value}


def chart(kind: str = "bar", **more: Any) -> Json:
    series = [{"name": "Reach", "data": [{"label": "W47", "value": 3}, {"label": "W48", "value": 0}]}]
    axis = {"categories": ["W47", "W48"], "x_label": "Week", "y_label": "People"}
    return {
        "type": "data_visualization",
        "title": "Reach",
        "chart": {"type": kind, "series": series, "axis_config": axis, **more},
    }


def table(rows: int, columns: int) -> Json:
    cells = [[{"type": "raw_text", "text": "x"}] * columns for _ in range(rows)]
    return {"type": "data_table", "caption": "Week", "rows": cells}


def field(element: Json) -> Json:
    return {"type": "input", "block_id": "b", "label": plain("What"), "element": element}


RICH: Json = {
    "type": "rich_text",
    "elements": [
        {"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U1"}, {"type": "text", "text": "x"}]},
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}],
        },
    ],
}
BUTTON: Json = {"type": "button", "action_id": "a", "text": plain("Go")}
SECTION: Json = {"type": "section", "text": plain("x")}
CARD: Json = {"type": "card", "title": {"type": "mrkdwn", "text": "x"}, "actions": [BUTTON]}
TAKEN: dict[str, Json] = {
    "section": {**SECTION, "fields": [plain("x")] * 10, "accessory": BUTTON},
    "header at its limit": {"type": "header", "text": plain("x" * 150)},
    "image": {"type": "image", "image_url": "https://example.com/x.png", "alt_text": "x", "title": plain("x")},
    "context": {"type": "context", "elements": [plain("x")] * 10},
    "rich text": RICH,
    "markdown": {"type": "markdown", "text": "**x**"},
    "bar chart": chart(),
    "line chart": chart("line"),
    "pie chart": {
        "type": "data_visualization",
        "title": "Leads",
        "chart": {"type": "pie", "segments": [{"label": "Phone", "value": 2}]},
    },
    "data table": table(201, 20),
    "table": {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}, RICH]]},
    "card": CARD,
    "carousel": {"type": "carousel", "elements": [CARD]},
    "container": {"type": "container", "title": plain("x"), "child_blocks": [SECTION]},
    "plan": {"type": "plan", "title": "x", "tasks": [{"task_id": "1", "title": "x", "status": "pending"}]},
    "select with groups": {
        "type": "actions",
        "elements": [{"type": "static_select", "option_groups": [{"label": plain("x"), "options": [option("a")]}]}],
    },
    "number field": field({"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "9"}),
}


@pytest.mark.parametrize("name", TAKEN)
def test_slack_takes(name: str) -> None:
    assert checks.block_problems([TAKEN[name]], "message") == []


REFUSED: dict[str, tuple[Json, str]] = {
    "an unknown block": ({"type": "sculpture"}, "unsupported type: sculpture"),
    "an unknown key": ({**SECTION, "colour": "red"}, "unknown property: colour"),
    "a section without text": ({"type": "section"}, "missing required field: text"),
    "an empty text": ({"type": "section", "text": plain("")}, "must be more than 0 characters"),
    "a long header": ({"type": "header", "text": plain("x" * 151)}, "must be less than 151 characters"),
    "a header in mrkdwn": ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "unsupported type: mrkdwn"),
    "a long section": ({"type": "section", "text": plain("x" * 3001)}, "must be less than 3001 characters"),
    "eleven fields": ({"type": "section", "fields": [plain("x")] * 11}, "no more than 10 items"),
    "a long button": (
        {"type": "actions", "elements": [{**BUTTON, "text": plain("x" * 76)}]},
        "must be less than 76 characters",
    ),
    "an empty row of buttons": ({"type": "actions", "elements": []}, "no fewer than 1 items"),
    "two buttons with one action_id": ({"type": "actions", "elements": [BUTTON, BUTTON]}, "action_id must be unique"),
    "a select without options": ({"type": "actions", "elements": [{"type": "static_select"}]}, "either options"),
    "a hundred and one options": (
        {"type": "actions", "elements": [{"type": "static_select", "options": [option("a")] * 101}]},
        "no more than 100 items",
    ),
    "six entries in an overflow": (
        {"type": "actions", "elements": [{"type": "overflow", "options": [option("a")] * 6}]},
        "no more than 5 items",
    ),
    "a field in a row of buttons": (
        {"type": "actions", "elements": [{"type": "plain_text_input"}]},
        "unsupported type: plain_text_input",
    ),
    "a date in words": (field({"type": "datepicker", "initial_date": "thursday"}), "must be a date"),
    "a number range upside down": (
        field({"type": "number_input", "is_decimal_allowed": False, "min_value": "9", "max_value": "1"}),
        "min_value must be at most max_value",
    ),
    "an image from two places": (
        {"type": "image", "alt_text": "x", "image_url": "https://x.y", "slack_file": {"id": "F1"}},
        "either image_url or slack_file",
    ),
    "a chart without a series": (chart(series=[]), "no fewer than 1 items"),
    "a table with uneven rows": (
        {**table(2, 2), "rows": [*table(1, 2)["rows"], *table(1, 3)["rows"]]},
        "same number of cells",
    ),
    "a table of one row": (table(1, 2), "no fewer than 2 items"),
    "a table without caption": ({**table(2, 2), "caption": None}, "missing required field: caption"),
    "a table of twenty-one columns": (table(2, 21), "no more than 20 items"),
    "an alert in a message": ({"type": "alert", "text": plain("x")}, "not allowed in a message"),
    "four buttons on a card": ({**CARD, "actions": [BUTTON] * 4}, "no more than 3 items"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_slack_refuses(name: str) -> None:
    block, why = REFUSED[name]
    problems = checks.block_problems([block], "message")
    assert problems
    assert why in problems[0]


def test_a_series_covers_the_categories_in_order() -> None:
    wrong = copy.deepcopy(chart())
    wrong["chart"]["series"][0]["data"].reverse()
    assert "one point for each category" in checks.block_problems([wrong], "message")[0]


def test_a_message_holds_two_charts_and_no_third() -> None:
    assert checks.block_problems([chart(), chart()], "message") == []
    assert "no more than 2 data_visualization" in checks.block_problems([chart()] * 3, "message")[0]


def test_a_block_id_is_used_once() -> None:
    twice = [{**SECTION, "block_id": "a"}, {**SECTION, "block_id": "a"}]
    assert "already exists" in checks.block_problems(twice, "message")[0]


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_a_surface_holds_so_many_blocks(surface: Any, most: int) -> None:
    assert checks.block_problems([SECTION] * most, surface) == []
    assert f"no more than {most} items" in checks.block_problems([SECTION] * (most + 1), surface)[0]


@pytest.mark.parametrize(
    ("kind", "surface"),
    [
        ("markdown", "modal"),
        ("data table", "modal"),
        ("bar chart", "modal"),
        ("carousel", "modal"),
        ("container", "home"),
    ],
)
def test_some_blocks_stand_only_in_some_places(kind: str, surface: Any) -> None:
    assert f"not allowed in a {surface}" in checks.block_problems([TAKEN[kind]], surface)[0]


MODAL: Json = {"type": "modal", "title": plain("One"), "blocks": [SECTION]}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"title": plain("x" * 25)}, "must be less than 25 characters"),
        ({"title": None}, "missing required field: title"),
        ({"blocks": []}, "no fewer than 1 items"),
        ({"private_metadata": "x" * 3001}, "must be less than 3001 characters"),
        ({"callback_id": "x" * 256}, "must be less than 256 characters"),
        ({"blocks": [field({"type": "plain_text_input"})]}, "missing required field: submit"),
        ({"type": "home"}, "must be a valid enum value: modal"),
    ],
)
def test_a_modal_is_refused(change: Json, why: str) -> None:
    assert checks.view_problems(MODAL, "modal") == []
    assert why in checks.view_problems({**MODAL, **change}, "modal")[0]
