"""The small objects inside blocks: texts, options, confirmations, filters.

https://docs.slack.dev/reference/block-kit/composition-objects
"""

from __future__ import annotations

from typing import Any

from simulator.checks.shapes import Rule, array, boolean, by_type, number, one_of, problem, shape, string, typed

ID = string(255)
URL = string(3000, 1)


def plain(most: int) -> Rule:
    """A plain_text object of at most so many characters."""
    return by_type({"plain_text": typed("text", {"text": string(most, 1), "emoji": boolean})})


def marked(most: int) -> Rule:
    """A mrkdwn object of at most so many characters."""
    return by_type({"mrkdwn": typed("text", {"text": string(most, 1), "verbatim": boolean})})


def text(most: int = 3000) -> Rule:
    """Either kind of text object."""
    either = {
        "plain_text": typed("text", {"text": string(most, 1), "emoji": boolean}),
        "mrkdwn": typed("text", {"text": string(most, 1), "verbatim": boolean}),
    }
    return by_type(either)


CONFIRM = shape(
    "text",
    {
        "title": plain(100),
        "text": text(300),
        "confirm": plain(30),
        "deny": plain(30),
        "style": one_of("primary", "danger"),
    },
)
PLACEHOLDER = plain(150)
PLAIN_OPTION = shape(
    "text value", {"text": plain(75), "value": string(150), "description": plain(75), "url": string(3000)}
)
OPTION = shape("text value", {"text": text(75), "value": string(150), "description": text(75), "url": string(3000)})
OPTION_GROUP = shape("label options", {"label": plain(75), "options": array(PLAIN_OPTION, least=1, most=100)})
FILTER = shape(
    "",
    {
        "include": array(one_of("im", "mpim", "private", "public"), least=1),
        "exclude_bot_users": boolean,
        "exclude_external_shared_channels": boolean,
    },
)
DISPATCH = shape("", {"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"), least=1)})


def _id_or_url(value: dict[str, Any], where: str) -> list[str]:
    return [] if len(value) == 1 else problem("must have either id or url", where)


SLACK_FILE = shape("", {"id": string(least=1), "url": URL}, _id_or_url)
WORKFLOW = shape(
    "trigger",
    {
        "trigger": shape(
            "url",
            {
                "url": URL,
                "customizable_input_parameters": array(shape("name value", {"name": string(), "value": string()})),
            },
        )
    },
)
COUNT = number(1)
