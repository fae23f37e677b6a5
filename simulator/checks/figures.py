"""Charts and tables.

https://docs.slack.dev/reference/block-kit/blocks
"""

from __future__ import annotations

from typing import Any

from simulator.checks.objects import ID
from simulator.checks.rich_text import RICH_TEXT
from simulator.checks.shapes import Rule, array, boolean, by_type, number, one_of, problem, shape, string, typed

MOST_COLUMNS = 20
MOST_TABLE_CHARACTERS = 20_000
LABEL = string(20, 1)


def _covers_categories(chart: dict[str, Any], where: str) -> list[str]:
    categories = chart["axis_config"]["categories"]
    names = [series["name"] for series in chart["series"]]
    if len(set(names)) != len(names):
        return problem("series names must be unique", f"{where}/series")
    if len(set(categories)) != len(categories):
        return problem("categories must be unique", f"{where}/axis_config/categories")
    return [
        found
        for i, series in enumerate(chart["series"])
        if [point["label"] for point in series["data"]] != categories
        for found in problem("data must have one point for each category, in order", f"{where}/series/{i}/data")
    ]


def _even(value: dict[str, Any], where: str) -> list[str]:
    widths = {len(row) for row in value["rows"]}
    if len(widths) > 1:
        return problem("all rows must have the same number of cells", f"{where}/rows")
    if len(value.get("column_settings") or []) > max(widths, default=0):
        return problem("more column_settings than columns", f"{where}/column_settings")
    return []


def _readable(value: dict[str, Any], where: str) -> list[str]:
    found = _even(value, where)
    if sum(_length(cell) for row in value["rows"] for cell in row) > MOST_TABLE_CHARACTERS:
        found += problem(f"must be less than {MOST_TABLE_CHARACTERS + 1} characters in all cells", f"{where}/rows")
    columns = len(value["rows"][0])
    if value.get("row_header_column_index", 0) >= columns:
        found += problem("must name a column", f"{where}/row_header_column_index")
    return found


def _length(part: Any) -> int:  # noqa: ANN401
    if isinstance(part, list):
        return sum(_length(one) for one in part)
    if isinstance(part, dict):
        own = len(part["text"]) if isinstance(part.get("text"), str) else 0
        return own + _length(part.get("elements") or [])
    return 0


def _axes(lowest: Rule) -> Rule:
    point = shape("label value", {"label": LABEL, "value": lowest})
    series = shape("name data", {"name": LABEL, "data": array(point, least=1, most=20)})
    axis = shape(
        "categories",
        {"categories": array(LABEL, least=1, most=20), "x_label": string(50), "y_label": string(50)},
    )
    fields = {"series": array(series, least=1, most=12), "axis_config": axis}
    return typed("series axis_config", fields, _covers_categories)


_segment = shape("label value", {"label": LABEL, "value": number(above=0)})
CHARTS: dict[str, Rule] = {
    "pie": typed("segments", {"segments": array(_segment, least=1, most=12)}),
    **dict.fromkeys(("bar", "line", "area"), _axes(number())),
}
DATA_VISUALIZATION = typed("title chart", {"block_id": ID, "title": string(50, 1), "chart": by_type(CHARTS)})

CELL = by_type(
    {
        "raw_text": typed("text", {"text": string(least=1)}),
        "raw_number": typed("value text", {"text": string(least=1), "value": number()}),
        "rich_text": RICH_TEXT,
    }
)
_column = shape("", {"align": one_of("left", "center", "right"), "is_wrapped": boolean})
_rows = array(CELL, least=1, most=MOST_COLUMNS)
TABLE = typed(
    "rows",
    {
        "block_id": ID,
        "rows": array(_rows, least=1, most=100),
        "column_settings": array(_column, most=MOST_COLUMNS),
    },
    _even,
)
DATA_TABLE = typed(
    "rows caption",
    {
        "block_id": ID,
        "rows": array(_rows, least=2, most=201),
        "caption": string(least=1),
        "page_size": number(1, 100),
        "row_header_column_index": number(0, MOST_COLUMNS - 1),
    },
    _readable,
)
