"""Cursors: a long list in pages, as https://docs.slack.dev/apis/web-api/pagination."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, TypeVar

from simulator.web_api.calls import Refused

if TYPE_CHECKING:
    from simulator.rows import Json
    from simulator.web_api.calls import Call

T = TypeVar("T")


def page(call: Call, rows: list[T], default: int = 100, most: int = 1000) -> tuple[list[T], Json]:
    """This call's part of the rows, and what to add to the answer so that the rest can be asked for."""
    limit = call.number("limit", default)
    if limit < 1 or limit > most:
        limit = min(max(limit, 1), most)
    start = _offset(call.text("cursor"))
    end = start + limit
    more = end < len(rows)
    cursor = base64.b64encode(f"offset:{end}".encode()).decode() if more else ""
    return rows[start:end], {"response_metadata": {"next_cursor": cursor}}


def _offset(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        word, _, number = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word == "offset":
            return int(number)
    except (binascii.Error, ValueError):
        pass
    raise Refused("invalid_cursor")
