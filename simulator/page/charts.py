"""Where the bars, lines and slices of a native chart go: plain numbers for the SVG template.

A value that is missing leaves a gap; it is never drawn as zero.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.drawing.charts import number, ordered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 560, 260
LEFT, RIGHT, TOP, BOTTOM = 62, 12, 14, 48
LETTER = 6.6  # how wide one letter of a label is, about
LEAN = math.sin(math.radians(35))


@dataclass(frozen=True, slots=True)
class Shape:
    """One bar, line, filled area, dot or slice, with what it says when pointed at."""

    kind: str
    series: int
    title: str = ""
    path: str = ""
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A label on an axis."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything the SVG of one chart needs."""

    shapes: list[Shape] = field(default_factory=list)
    across: list[Mark] = field(default_factory=list)
    up: list[Mark] = field(default_factory=list)
    legend: list[str] = field(default_factory=list)
    baseline: float = 0
    table: list[list[str]] = field(default_factory=list)  # the same numbers, for those who do not see the picture
    dense: bool = False  # labels lean, since they would touch
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def laid_out(block: Mapping[str, Any]) -> Chart:
    """Lay out a data_visualization block."""
    held = block.get("chart", {})
    if held.get("segments"):
        return _pie(held["segments"])
    labels = [str(label) for label in (held.get("axis_config") or {}).get("categories", ())]
    series = [(str(one.get("name", "")), ordered(one, labels)) for one in held.get("series", ())]
    if not labels and series:
        labels = [str(point.get("label")) for point in series[0][1]]
    return _axes(str(held.get("type")), series, labels)


def _axes(kind: str, series: Sequence[tuple[str, list[Mapping[str, Any]]]], labels: Sequence[str]) -> Chart:
    values = [float(point["value"]) for _, data in series for point in data if point.get("value") is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    step = _step(high - low)
    low, high = math.floor(low / step) * step, max(math.ceil(high / step) * step, low + step)
    slot = (WIDTH - LEFT - RIGHT) / max(len(labels), 1)
    longest = max((len(label) for label in labels), default=0) * LETTER
    dense = longest > slot - 4
    below = BOTTOM + (round(min(longest, 20 * LETTER) * LEAN) - 8 if dense else 0)
    height = HEIGHT + below - BOTTOM
    tall = HEIGHT - TOP - BOTTOM

    def up(value: float) -> float:
        return round(TOP + tall * (high - value) / (high - low), 1)

    places = [round(LEFT + slot * (index + 0.5), 1) for index in range(len(labels))]
    shapes: list[Shape] = []
    for index, (name, data) in enumerate(series):
        told = [(place, point.get("value"), point.get("label")) for place, point in zip(places, data, strict=False)]
        points = [
            (place, up(float(value)), f"{name}, {label}: {number(value)}") if value is not None else None
            for place, value, label in told
        ]
        if kind == "bar":
            shapes += _bars(index, points, len(series), slot, up(0))
        else:
            shapes += _runs(index, points, up(0) if kind == "area" else None)
    ticks = [low + step * count for count in range(round((high - low) / step) + 1)]
    return Chart(
        shapes,
        [Mark(label, place, height - below + 18) for label, place in zip(labels, places, strict=True)],
        [Mark(number(round(tick, 6)), LEFT - 8, up(tick)) for tick in ticks],
        [name for name, _ in series],
        height - below,
        [
            ["", *labels],
            *([name, *(number(point.get("value")) for point in data)] for name, data in series),
        ],
        dense=dense,
        height=height,
    )


Point = tuple[float, float, str]


def _bars(index: int, points: Sequence[Point | None], count: int, slot: float, zero: float) -> list[Shape]:
    thick = min(slot * 0.76 / count, 44)
    return [
        Shape(
            "bar",
            index,
            point[2],
            x=round(point[0] - thick * count / 2 + thick * index, 1),
            y=min(point[1], zero),
            width=round(thick - 2, 1),
            height=round(max(abs(zero - point[1]), 1), 1),
        )
        for point in points
        if point
    ]


def _runs(index: int, points: Sequence[Point | None], zero: float | None) -> list[Shape]:
    """Draw a line, or an area down to zero, for each stretch without a gap; every point gets a dot."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point:
            runs[-1].append(point)
        else:
            runs.append([])
    shapes = []
    for run in filter(None, runs):
        path = "M" + " L".join(f"{x} {y}" for x, y, _ in run)
        if zero is not None:
            shapes.append(Shape("area", index, path=f"{path} L{run[-1][0]} {zero} L{run[0][0]} {zero} Z"))
        shapes.append(Shape("line", index, path=path))
        shapes += [Shape("dot", index, said, x=x, y=y) for x, y, said in run]
    return shapes


def _pie(segments: Sequence[Mapping[str, Any]]) -> Chart:
    total = sum(float(segment.get("value") or 0) for segment in segments) or 1
    middle, radius = HEIGHT / 2, HEIGHT / 2 - 12
    shapes, angle = [], -math.pi / 2
    for index, segment in enumerate(segments):
        share = float(segment.get("value") or 0) / total
        said = f"{segment.get('label')}: {number(segment.get('value'))} ({share:.0%})"
        shapes.append(Shape("slice", index, said, _slice(middle, radius, angle, min(share, 0.9999))))
        angle += share * 2 * math.pi
    legend = [f"{segment.get('label')} {number(segment.get('value'))}" for segment in segments]
    table = [["", "Value"], *([str(segment.get("label")), number(segment.get("value"))] for segment in segments)]
    return Chart(shapes, legend=legend, table=table)


def _slice(middle: float, radius: float, start: float, share: float) -> str:
    end = start + share * 2 * math.pi
    (x1, y1), (x2, y2) = (
        (round(middle + radius * math.cos(angle), 2), round(middle + radius * math.sin(angle), 2))
        for angle in (start, end)
    )
    return f"M{middle} {middle} L{x1} {y1} A{radius} {radius} 0 {int(share > 0.5)} 1 {x2} {y2} Z"


def _step(span: float) -> float:
    """Choose a round distance between the lines of the axis, about four of them."""
    rough = (span or 1) / 4
    size = 10.0 ** math.floor(math.log10(rough))
    return next(size * unit for unit in (1, 2, 2.5, 5, 10) if size * unit >= rough)
