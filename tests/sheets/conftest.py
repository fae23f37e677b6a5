"""A plan as lines, and workbooks that somebody has worked on."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from plan_lines import line

from bot.sheets import workbook


@pytest.fixture
def worked_on() -> Callable[..., bytes]:
    """Give the workbook of two posts, with some cells written over as a person would."""

    def make(**cells: Any) -> bytes:
        book = load_workbook(io.BytesIO(workbook.write([line(1), line(2)], today=date(2026, 11, 23))))
        for where, value in cells.items():
            book["Plan"][where] = value
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return make
