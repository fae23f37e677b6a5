"""What choosing something means, as the app reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from simulator import acts, elements, screens
from simulator.filing import keep
from simulator.seeds import bright_smile
from simulator.slack import Slack

Json = dict[str, Any]


def option(value: str) -> Json:
    return {"text": {"type": "plain_text", "text": value.title()}, "value": value}


REACHED, BOOKED = option("reached"), option("booked")
BOTH = [REACHED, BOOKED]


@pytest.mark.parametrize(
    ("element", "value", "chosen"),
    [
        ({"type": "static_select", "options": BOTH}, "Booked", {"selected_option": BOOKED}),
        ({"type": "static_select", "options": BOTH}, None, {"selected_option": None}),
        (
            {"type": "static_select", "option_groups": [{"label": {}, "options": BOTH}]},
            "reached",
            {"selected_option": REACHED},
        ),
        ({"type": "checkboxes", "options": BOTH}, ["booked", "Reached"], {"selected_options": [BOOKED, REACHED]}),
        ({"type": "radio_buttons", "options": BOTH}, "booked", {"selected_option": BOOKED}),
        ({"type": "users_select"}, "U1", {"selected_user": "U1"}),
        ({"type": "multi_users_select"}, ["U1", "U2"], {"selected_users": ["U1", "U2"]}),
        ({"type": "multi_channels_select"}, None, {"selected_channels": []}),
        ({"type": "datepicker"}, date(2026, 11, 26), {"selected_date": "2026-11-26"}),
        ({"type": "timepicker"}, time(16), {"selected_time": "16:00"}),
        ({"type": "datetimepicker"}, datetime(2026, 11, 26, 21, tzinfo=UTC), {"selected_date_time": 1795726800}),
        ({"type": "number_input"}, 12, {"value": "12"}),
        ({"type": "plain_text_input"}, "", {"value": None}),
        (
            {
                "type": "feedback_buttons",
                "positive_button": {"text": {"text": "Good"}, "value": "up"},
                "negative_button": {"text": {"text": "Bad"}, "value": "down"},
            },
            "Bad",
            {"text": {"text": "Bad"}, "value": "down"},
        ),
    ],
)
def test_a_choice_has_slacks_form(element: Json, value: Any, chosen: Json) -> None:
    assert elements.choice(element, value) == chosen


def test_every_block_and_element_gets_an_id() -> None:
    button = {"type": "button", "text": {"type": "plain_text", "text": "Go"}}
    inner = {"type": "section", "text": {"type": "plain_text", "text": "x"}, "accessory": dict(button)}
    card = {"type": "card", "actions": [dict(button)]}
    blocks = [
        {"type": "actions", "elements": [dict(button), dict(button)]},
        {"type": "container", "child_blocks": [inner]},
        {"type": "carousel", "elements": [card]},
    ]
    filled = elements.with_ids(blocks)
    found = list(elements.each(filled))
    assert len(found) == 4
    assert all(block["block_id"] and element["action_id"] for block, element in found)
    assert "block_id" not in blocks[0]


def test_a_form_starts_with_what_it_says_and_keeps_what_was_typed() -> None:
    field = {"type": "plain_text_input", "action_id": "a", "initial_value": "x"}
    block = {"type": "input", "block_id": "b", "element": field}
    start = elements.state_of([block])
    assert start == {"b": {"a": {"type": "plain_text_input", "value": "x"}}}
    start["b"]["a"]["value"] = "typed"
    assert elements.state_of([block], start)["b"]["a"]["value"] == "typed"
    other = {**block, "element": {"type": "datepicker", "action_id": "a"}}
    assert elements.state_of([other], start)["b"]["a"] == {"type": "datepicker", "selected_date": None}


@pytest.mark.parametrize(
    ("element", "typed", "sentence"),
    [
        ({"type": "email_text_input"}, "ana at home", "Please enter a valid email address."),
        ({"type": "url_text_input"}, "instagram", "Please enter a valid URL."),
        ({"type": "number_input", "is_decimal_allowed": False}, "many", "Please enter a valid number."),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", "Please enter a whole number."),
        ({"type": "number_input", "is_decimal_allowed": True, "min_value": "2"}, "1", "The number must be at least 2."),
        ({"type": "number_input", "is_decimal_allowed": True, "max_value": "2"}, "3", "The number must be at most 2."),
        ({"type": "plain_text_input", "max_length": 3}, "four", "This field can be at most 3 characters long."),
        ({"type": "plain_text_input", "min_length": 5}, "four", "This field must be at least 5 characters long."),
    ],
)
def test_slack_itself_marks_what_does_not_fit(element: Json, typed: str, sentence: str) -> None:
    slack = Slack(seed=bright_smile)
    ana = slack.workspace().person("ana")
    label = {"type": "plain_text", "text": "x"}
    block = {"type": "input", "block_id": "b", "label": label, "element": {**element, "action_id": "a"}}
    view = screens.open_modal(slack.workspace(), ana.id, {"type": "modal", "title": label, "blocks": [block]})
    acts.fill_in(slack, ana, view, "a", typed)
    result = acts.submit_view(slack, ana, view)
    assert result.field_errors == {"b": sentence}
    assert result.reply is None


def test_a_file_put_into_a_form_is_described_like_any_file() -> None:
    slack = Slack(seed=bright_smile)
    workspace = slack.workspace()
    ana = workspace.person("ana")
    block = {"type": "input", "block_id": "b", "element": {"type": "file_input", "action_id": "a"}}
    view = screens.open_modal(workspace, ana.id, {"type": "modal", "blocks": [block]})
    assert view.state["b"]["a"] == {"type": "file_input", "files": []}
    acts.fill_in(slack, ana, view, "a", [keep(workspace, ana.id, "a.txt", b"x")])
    assert view.state["b"]["a"]["files"][0]["name"] == "a.txt"
