"""The plan as an Excel workbook: a list to work in, which is read back, and a calendar grid for each month to look at.

openpyxl takes a third of a second to load, so only the functions that need it do that.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from bot.domain import sheet_errors
from bot.domain.sheet import PLAN, Column, Holds, Sheet, columns_for
from bot.sheets import grid, guard
from bot.sheets.cells import unescaped, value_of
from bot.sheets.reading import Formula, letter, read_rows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS = {Holds.DAY: "yyyy-mm-dd", Holds.CLOCK: "hh:mm"}
_LONGEST_LIST = 5_000
_WRAPS = 17
"""Columns wider than this hold sentences, which wrap."""
_LINE_HEIGHT, _TALLEST = 14, 12
_HINTS = {
    "number": "Leave this empty for a new post.",
    "status": "Choose 'take out' to take a post out of the plan.",
    "substitute": "What stands in for the picture. Changing it here changes nothing.",
    "version": "Leave this as it is.",
}


def write(lines: Sequence[Mapping[str, str]], *, today: date) -> bytes:
    """Write the lines of a plan as a workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - only an export waits for it

    book = Workbook()
    book.remove(book.worksheets[0])
    plan = book.create_sheet(PLAN)
    _write_list(plan, lines)
    for month in grid.months(lines, today):
        grid.write_month(book.create_sheet(f"{month:%b %Y}"), month, lines)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes, *, day_first: bool) -> Sheet:
    """Read the list back from a workbook.

    Raises:
        Misread: it is no workbook with a plan in it, or one that is not to be opened.
    """
    with _opened(data) as (name, rows):
        return read_rows(name, rows, day_first=day_first)


def headings(data: bytes) -> set[str]:
    """Give the headings of the sheet that would be read, in small letters.

    Raises:
        Misread: it is no workbook, or one that is not to be opened.
    """
    with _opened(data) as (_, rows):
        return {str(heading or "").strip().casefold() for heading in next(rows, [])}


@contextmanager
def _opened(data: bytes) -> Iterator[tuple[str, Iterator[list[object]]]]:
    """Open a workbook at the sheet with the plan, or its first one."""
    guard.check(data)
    from openpyxl import load_workbook  # noqa: PLC0415 - only an import waits for it

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False, data_only=False)
        sheet = book[PLAN] if PLAN in book.sheetnames else book.worksheets[0]
        sheet.reset_dimensions()
        yield str(sheet.title), _rows(sheet)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError):
        # Whatever is wrong inside, it is no workbook that a spreadsheet has saved.
        raise sheet_errors.not_a_workbook() from None


def _write_list(sheet: "Worksheet", lines: Sequence[Mapping[str, str]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - as above
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

    columns = columns_for(lines)
    sheet.append([column.heading for column in columns])
    for row, line in enumerate(lines, 2):
        for place, column in enumerate(columns, 1):
            cell = sheet.cell(row, place)
            cell.value = value_of(line.get(column.field, ""), column)  # type: ignore[assignment]
            if column.holds is Holds.WORDS and cell.value is not None:
                cell.data_type = "s"  # words that begin with = are words
            cell.number_format = _FORMATS.get(column.holds, "General")
            across = "general" if column.holds is Holds.WORDS else "center"
            cell.alignment = Alignment(horizontal=across, vertical="top", wrap_text=column.width > _WRAPS)
        sheet.row_dimensions[row].height = _LINE_HEIGHT * min(_TALLEST, max(_lines_of(line, each) for each in columns))
    for place, column in enumerate(columns):
        sheet.column_dimensions[letter(place)].width = column.width
        heading = sheet.cell(1, place + 1)
        heading.font = Font(bold=True, color="FFFFFF")
        heading.fill = PatternFill("solid", fgColor="1F4D46")
        _help(sheet, letter(place), column)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{letter(len(columns) - 1)}{len(lines) + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _lines_of(line: Mapping[str, str], column: Column) -> int:
    """How many lines a cell needs; no program measures that for a file it has not opened yet."""
    words = line.get(column.field, "") if column.width > _WRAPS else ""
    return sum(1 + len(part) // column.width for part in words.split("\n"))


def _help(sheet: "Worksheet", where: str, column: Column) -> None:
    """Offer the words to choose from, and say what is special about a column."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    if not column.choices and column.field not in _HINTS:
        return
    offered = DataValidation(allow_blank=True)
    if column.choices:
        offered = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
    if column.field in _HINTS:
        offered.promptTitle, offered.prompt, offered.showInputMessage = column.heading, _HINTS[column.field], True
    sheet.add_data_validation(offered)
    offered.add(f"{where}2:{where}{_LONGEST_LIST}")


def _rows(sheet: "Worksheet") -> Iterator[list[object]]:
    for row in sheet.iter_rows(max_col=50):
        yield [_value(cell) for cell in row]


def _value(cell: object) -> object:
    value = getattr(cell, "value", None)
    if getattr(cell, "data_type", "") == "f":
        return Formula()
    return unescaped(value) if isinstance(value, str) else value
