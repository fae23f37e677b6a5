"""Draws a native chart as the sentence a screen reader would say: title, kind, axes, then each series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.drawing import mrkdwn
from simulator.drawing.families import Block, draws

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.drawing.names import Names


@draws("data_visualization")
def chart(block: Block, names: Names) -> list[str]:
    """Draw a chart in words; a value that is missing is said to be missing."""
    held = block.get("chart", {})
    axes = held.get("axis_config") or {}
    named = [mrkdwn.said(axes[key], names) for key in ("x_label", "y_label") if axes.get(key)]
    about = f"{held.get('type', 'a')} chart" + (f"; {' / '.join(named)}" if named else "")
    lines = [f"{mrkdwn.said(block.get('title', ''), names)} ({about})"]
    if held.get("segments"):
        return [*lines, "  " + points(held["segments"])]
    labels = [str(label) for label in axes.get("categories", ())]
    return [
        *lines,
        *(f"  {series.get('name')}: {points(ordered(series, labels))}" for series in held.get("series", ())),
    ]


def ordered(series: Mapping[str, Any], labels: Sequence[str]) -> list[Mapping[str, Any]]:
    """Put a series' points in the order of the categories, with a gap where it has none."""
    held = {str(point.get("label")): point for point in series.get("data", ())}
    return [held.get(label, {"label": label, "value": None}) for label in labels or held]


def points(data: Sequence[Mapping[str, Any]]) -> str:
    """Say `label value` for each point."""
    return ", ".join(f"{point.get('label')} {number(point.get('value'))}" for point in data)


def number(value: object) -> str:
    """Write a number without a needless `.0`, and a missing one as a dash."""
    if value is None:
        return "-"
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e15 else str(value)
