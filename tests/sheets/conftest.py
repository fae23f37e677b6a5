"""A plan as lines, and workbooks that somebody has worked on."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.domain.sheet import ANSWERS
from bot.sheets import workbook

Line = dict[str, str]


def line(number: int, **given: str) -> Line:
    blank = dict.fromkeys(ANSWERS, "")
    told = {"number": str(number), "status": "planned", "version": "1"}
    post = {"on": "2026-11-26", "at": "16:00", "kind": "human", "what": "Meet our hygienist", "made_by": "us"}
    return {**blank, **told, **post, **given}


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
