"""A modal or Home."""

from __future__ import annotations

from typing import Any, Literal


def view_problems(view: Any, kind: Literal["modal", "home"]) -> list[str]:  # noqa: ANN401
    """What is wrong with this view, in Slack's way of saying it; nothing when it is right."""
    return [] if isinstance(view, dict) and view.get("type") == kind else ["not a view"]
