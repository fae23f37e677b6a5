"""The elements people use: buttons, menus, pickers, fields.

https://docs.slack.dev/reference/block-kit/block-elements
"""

from __future__ import annotations

import re
from typing import Any

from simulator.checks.objects import (
    CONFIRM,
    COUNT,
    DISPATCH,
    FILTER,
    ID,
    OPTION,
    OPTION_GROUP,
    PLACEHOLDER,
    PLAIN_OPTION,
    SLACK_FILE,
    WORKFLOW,
    plain,
)
from simulator.checks.rich_text import RICH_TEXT
from simulator.checks.shapes import Rule, array, boolean, number, one_of, problem, string, typed

ACTION = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": boolean, "placeholder": PLACEHOLDER}
FIELD = {"action_id": ID, "focus_on_load": boolean, "placeholder": PLACEHOLDER, "dispatch_action_config": DISPATCH}
MULTI = {**ACTION, "max_selected_items": COUNT}
PRESSED = {"action_id": ID, "confirm": CONFIRM, "accessibility_label": string(75)}


def _one_source(value: dict[str, Any], where: str) -> list[str]:
    if bool(value.get("options")) == bool(value.get("option_groups")):
        return problem("must have either options or option_groups", where)
    return []


def _one_picture(value: dict[str, Any], where: str) -> list[str]:
    if ("image_url" in value) == ("slack_file" in value):
        return problem("must have either image_url or slack_file", where)
    return []


def _matching(pattern: str, what: str) -> Rule:
    def rule(value: Any, where: str) -> list[str]:  # noqa: ANN401
        return [] if isinstance(value, str) and re.fullmatch(pattern, value) else problem(f"must be {what}", where)

    return rule


def _rising(low: str, high: str) -> Rule:
    def rule(value: dict[str, Any], where: str) -> list[str]:
        if low in value and high in value and float(value[low]) > float(value[high]):
            return problem(f"{low} must be at most {high}", where)
        return []

    return rule


DATE = _matching(r"\d{4}-\d{2}-\d{2}", "a date YYYY-MM-DD")
TIME = _matching(r"([01]\d|2[0-3]):[0-5]\d", "a time HH:mm")
DIGITS = _matching(r"-?\d+(\.\d+)?", "a number as a string")
STYLE = one_of("primary", "danger")

BUTTON = typed("text", {**PRESSED, "text": plain(75), "url": string(3000), "value": string(2000), "style": STYLE})
IMAGE = typed(
    "alt_text", {"image_url": string(3000, 1), "alt_text": string(2000, 1), "slack_file": SLACK_FILE}, _one_picture
)
WORKFLOW_BUTTON = typed("text workflow", {**PRESSED, "text": plain(75), "workflow": WORKFLOW, "style": STYLE})
_options = {"options": array(PLAIN_OPTION, most=100), "option_groups": array(OPTION_GROUP, most=100)}
_few = array(OPTION, least=1, most=10)
CHOICES: dict[str, Rule] = {
    "checkboxes": typed(
        "options",
        {"action_id": ID, "confirm": CONFIRM, "focus_on_load": boolean, "options": _few, "initial_options": _few},
    ),
    "radio_buttons": typed(
        "options",
        {"action_id": ID, "confirm": CONFIRM, "focus_on_load": boolean, "options": _few, "initial_option": OPTION},
    ),
    "static_select": typed("", {**ACTION, **_options, "initial_option": PLAIN_OPTION}, _one_source),
    "multi_static_select": typed("", {**MULTI, **_options, "initial_options": array(PLAIN_OPTION)}, _one_source),
    "external_select": typed("", {**ACTION, "initial_option": PLAIN_OPTION, "min_query_length": number(0)}),
    "multi_external_select": typed(
        "", {**MULTI, "initial_options": array(PLAIN_OPTION), "min_query_length": number(0)}
    ),
    "users_select": typed("", {**ACTION, "initial_user": string(least=1)}),
    "multi_users_select": typed("", {**MULTI, "initial_users": array(string(least=1))}),
    "channels_select": typed("", {**ACTION, "initial_channel": string(least=1), "response_url_enabled": boolean}),
    "multi_channels_select": typed("", {**MULTI, "initial_channels": array(string(least=1))}),
    "conversations_select": typed(
        "",
        {
            **ACTION,
            "initial_conversation": string(least=1),
            "default_to_current_conversation": boolean,
            "filter": FILTER,
            "response_url_enabled": boolean,
        },
    ),
    "multi_conversations_select": typed(
        "",
        {
            **MULTI,
            "initial_conversations": array(string(least=1)),
            "default_to_current_conversation": boolean,
            "filter": FILTER,
        },
    ),
}
PICKERS: dict[str, Rule] = {
    "datepicker": typed("", {**ACTION, "initial_date": DATE}),
    "timepicker": typed("", {**ACTION, "initial_time": TIME, "timezone": string(least=1)}),
}
DATETIME: dict[str, Rule] = {
    "datetimepicker": typed(
        "",
        {"action_id": ID, "confirm": CONFIRM, "focus_on_load": boolean, "initial_date_time": number(10**9, 10**10 - 1)},
    )
}
OVERFLOW: dict[str, Rule] = {
    "overflow": typed("options", {"action_id": ID, "confirm": CONFIRM, "options": array(PLAIN_OPTION, least=1, most=5)})
}
FIELDS: dict[str, Rule] = {
    "plain_text_input": typed(
        "",
        {
            **FIELD,
            "initial_value": string(3000),
            "multiline": boolean,
            "min_length": number(0, 3000),
            "max_length": number(1, 3000),
        },
        _rising("min_length", "max_length"),
    ),
    "email_text_input": typed("", {**FIELD, "initial_value": string()}),
    "url_text_input": typed("", {**FIELD, "initial_value": string()}),
    "number_input": typed(
        "is_decimal_allowed",
        {**FIELD, "initial_value": DIGITS, "is_decimal_allowed": boolean, "min_value": DIGITS, "max_value": DIGITS},
        _rising("min_value", "max_value"),
    ),
    "file_input": typed("", {"action_id": ID, "filetypes": array(string(least=1)), "max_files": number(1, 10)}),
}
RICH_FIELD: dict[str, Rule] = {
    "rich_text_input": typed(
        "",
        {**FIELD, "initial_value": RICH_TEXT, "min_lines": COUNT, "max_lines": COUNT},
        _rising("min_lines", "max_lines"),
    )
}
BUTTONS: dict[str, Rule] = {"button": BUTTON, "workflow_button": WORKFLOW_BUTTON}

IN_SECTION: dict[str, Rule] = {**BUTTONS, **CHOICES, **PICKERS, **OVERFLOW, "image": IMAGE}
IN_ACTIONS: dict[str, Rule] = {**BUTTONS, **CHOICES, **PICKERS, **DATETIME, **OVERFLOW, **RICH_FIELD}
IN_INPUT: dict[str, Rule] = {**CHOICES, **PICKERS, **DATETIME, **FIELDS, **RICH_FIELD}
