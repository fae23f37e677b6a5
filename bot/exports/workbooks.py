"""Excel workbooks as rows, new ones (.xlsx) and old ones (.xls). Nothing is reckoned: a formula is its last value.

New ones are read as a stream. Old ones hold at most 65,536 rows a sheet and are read whole. Both readers take a moment
to load, so only the functions that need them do that.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.domain import export_errors
from bot.domain.errors import PlanError
from bot.exports.finding import Row, Values
from bot.sheets import guard
from bot.sheets.cells import unescaped

_MOST_COLUMNS = 150
_MOST_OLD_BYTES = 16 * 1024 * 1024


def new_sheets(data: bytes) -> Iterator[tuple[str, Iterator[Row]]]:
    """Give each sheet of an .xlsx workbook: its name, and its rows with their numbers.

    Raises:
        Misread: it is broken, locked, too large, or has macros.
    """
    guard.check(data, guard.EXPORT, export_errors)
    from openpyxl import load_workbook  # noqa: PLC0415 - as the module says

    with _told(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # exports have no styles, which openpyxl finds worth a warning
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False, data_only=True)
        sheets = list(book.worksheets)
    for sheet in sheets:
        sheet.reset_dimensions()
        yield str(sheet.title), _new_rows(sheet)


def old_sheets(data: bytes) -> Iterator[tuple[str, Iterator[Row]]]:
    """Give each sheet of an .xls workbook: its name, and its rows with their numbers.

    Raises:
        Misread: it is broken, locked, too large, or something else in the same kind of package.
    """
    if len(data) > _MOST_OLD_BYTES:
        raise export_errors.too_large(_MOST_OLD_BYTES // 1024**2)
    import xlrd  # noqa: PLC0415 - as the module says

    with _told():
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True, ragged_rows=True)
        names = book.sheet_names()
    for name in names:
        with _told():
            sheet = book.sheet_by_name(name)
        yield name, _old_rows(sheet, book.datemode)
        book.unload_sheet(name)


@contextmanager
def _told() -> Iterator[None]:
    """Tell in one sentence what is wrong with a broken workbook, whatever its reader stumbles over."""
    try:
        yield
    except PlanError:
        raise
    except Exception:  # noqa: BLE001 - each way in which a file can be broken has another error
        raise export_errors.not_a_workbook() from None


def _new_rows(sheet: Any) -> Iterator[Row]:  # noqa: ANN401 - a sheet as openpyxl reads it, which has no public type
    with _told():
        for number, values in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), 1):
            yield number, _plain(values)


def _plain(values: Values) -> list[object]:
    """The values of a row without the empty ones at its end, and their words as they were written."""
    kept = [unescaped(value) if isinstance(value, str) and "_x" in value else value for value in values]
    while kept and kept[-1] is None:
        kept.pop()
    return kept


def _old_rows(sheet: Any, datemode: int) -> Iterator[Row]:  # noqa: ANN401 - xlrd publishes no types
    with _told():
        for number in range(sheet.nrows):
            yield number + 1, [_old_value(cell, datemode) for cell in sheet.row(number)]


def _old_value(cell: Any, datemode: int) -> object:  # noqa: ANN401 - as above
    from xlrd import XL_CELL_DATE, XL_CELL_NUMBER, XL_CELL_TEXT, xldate_as_datetime  # noqa: PLC0415 - as the module says

    if cell.ctype == XL_CELL_DATE:
        return xldate_as_datetime(cell.value, datemode)
    if cell.ctype == XL_CELL_NUMBER:
        return int(cell.value) if cell.value.is_integer() else cell.value
    return cell.value if cell.ctype == XL_CELL_TEXT else None
