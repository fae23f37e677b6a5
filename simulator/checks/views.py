"""A modal or Home as a whole.

https://docs.slack.dev/reference/views
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from simulator.checks.messages import block_problems
from simulator.checks.objects import ID, plain
from simulator.checks.shapes import Rule, array, boolean, one_of, problem, shape, string

if TYPE_CHECKING:
    from collections.abc import Mapping


def _anything(_value: Any, _where: str) -> list[str]:  # noqa: ANN401
    return []


_common: Mapping[str, Rule] = {
    "blocks": array(_anything, least=1),
    "private_metadata": string(3000),
    "callback_id": ID,
    "external_id": ID,
}
VIEWS: Mapping[str, Rule] = {
    "modal": shape(
        "type title blocks",
        {
            **_common,
            "type": one_of("modal"),
            "title": plain(24),
            "submit": plain(24),
            "close": plain(24),
            "clear_on_close": boolean,
            "notify_on_close": boolean,
            "submit_disabled": boolean,
        },
    ),
    "home": shape("type blocks", {**_common, "type": one_of("home")}),
}


def view_problems(view: Any, kind: Literal["modal", "home"]) -> list[str]:  # noqa: ANN401
    """What is wrong with this view, in Slack's way of saying it; nothing when it is right."""
    if isinstance(view, dict):  # an optional part may be sent as null
        view = {key: value for key, value in view.items() if value is not None}
    found = VIEWS[kind](view, "/view")
    if found:
        return found
    found = block_problems(view["blocks"], kind, "/view/blocks")
    inputs = any(block.get("type") == "input" for block in view["blocks"] if isinstance(block, dict))
    if kind == "modal" and inputs and not view.get("submit"):
        found += problem("missing required field: submit, when there are input blocks", "/view")
    return found
