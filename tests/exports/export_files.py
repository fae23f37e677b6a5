"""Files as networks and spreadsheets write them, made from plain rows; and reading one with the usual answers."""

import csv
import io
import struct
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from bot.domain.exports import Answers, Export
from bot.exports.reading import read

TODAY = date(2026, 11, 27)
DENVER = ZoneInfo("America/Denver")
Cells = Sequence[Any]


def reading(data: bytes | Path, *, day_first: bool = False, **answers: Any) -> Export:
    return read(data, day_first=day_first, answers=Answers(**answers), today=TODAY, zone=DENVER)


def as_text(
    rows: Sequence[Cells], *, encoding: str = "utf-8-sig", delimiter: str = ",", end: str = "\r\n", says: bool = False
) -> bytes:
    """A text file as a network writes it."""
    out = io.StringIO(newline="")
    if says:
        out.write(f"sep={delimiter}{end}")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding)


def as_workbook(**sheets: Sequence[Cells]) -> bytes:
    """An .xlsx workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table(columns: Mapping[str, Cells]) -> list[list[Any]]:
    """Rows with their headings, from columns."""
    return [list(columns), *(list(row) for row in zip(*columns.values(), strict=True))]


def as_old_workbook(**sheets: Sequence[Cells]) -> bytes:
    """An .xls workbook: records of Excel 97 in a compound file of one stream."""
    parts = [_sheet(rows) for rows in sheets.values()]
    names = [name.replace("_", " ").encode("latin-1") for name in sheets]
    begins = len(_record(0x0809, _BOOK)) + sum(len(_record(0x85, _bound(0, name))) for name in names) + 4
    bounds, at = b"", begins
    for name, part in zip(names, parts, strict=True):
        bounds += _record(0x85, _bound(at, name))
        at += len(part)
    return _compound(_record(0x0809, _BOOK) + bounds + _record(0x0A, b"") + b"".join(parts))


_BOOK = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1996, 0, 6)
_OF_A_SHEET = struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1996, 0, 6)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _bound(at: int, name: bytes) -> bytes:
    return struct.pack("<IBBBB", at, 0, 0, len(name), 0) + name


def _sheet(rows: Sequence[Cells]) -> bytes:
    out = _record(0x0809, _OF_A_SHEET)
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, (int, float)):
                out += _record(0x0203, struct.pack("<HHHd", row, column, 0, value))
            elif value is not None:
                words = str(value)
                out += _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + words.encode("utf-16-le"))
    return out + _record(0x0A, b"")


def _compound(stream: bytes) -> bytes:
    size = max(4096, len(stream))
    sectors = -(-size // 512)
    chain = [*range(3, 2 + sectors), -2]
    allocation = struct.pack("<128i", -3, -2, *chain, *[-1] * (126 - sectors))
    entries = _entry("Root Entry", 5, 1, -2, 0) + _entry("Workbook", 2, -1, 2, size) + bytes(256)
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIiIiI", 0, 1, 1, 0, 4096, -2, 0, -2, 0)
    head += struct.pack("<109i", 0, *[-1] * 108)
    return head + allocation + entries + stream.ljust(sectors * 512, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBiii", len(words), kind, 1, -1, -1, child)
        + bytes(36)
        + struct.pack("<iII", start, size, 0)
    )
