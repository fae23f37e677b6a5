"""A month of the plan as a calendar grid, to print and to look at; nothing is read back from it."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from bot.domain import said
from bot.domain.sheet import Column
from bot.sheets.cells import value_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_MONTHS = 13
_SHOWN = 90
_WORDS = Column("", "", 0)


def months(lines: Sequence[Mapping[str, str]], today: date) -> list[date]:
    """Give the months to show: from this one to the last that has a post, and no more than a year."""
    last = max([today, *(date.fromisoformat(line["on"]) for line in lines if line.get("on"))])
    count = (last.year - today.year) * 12 + last.month - today.month + 1
    ahead = range(today.month - 1, today.month - 1 + min(count, _MOST_MONTHS))
    return [date(today.year + month // 12, month % 12 + 1, 1) for month in ahead]


def write_month(sheet: "Worksheet", month: date, lines: Sequence[Mapping[str, str]]) -> None:
    """Draw a month: a row for each week, a cell for each day, with what goes out on it."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 - only an export waits for it
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

    thin = Side(style="thin", color="BFC7C5")
    sheet.append([said.month(month)])
    sheet.merge_cells("A1:G1")
    sheet["A1"].font = Font(bold=True, size=16, color="1F4D46")
    sheet.append(list(said.WEEKDAYS))
    for cell in sheet[2]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F4D46")
        cell.alignment = Alignment(horizontal="center")
    for row, week in enumerate(Calendar().monthdatescalendar(month.year, month.month), 3):
        tallest = 0
        for place, day in enumerate(week, 1):
            cell = sheet.cell(row, place)
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if day.month != month.month:
                cell.fill = PatternFill("solid", fgColor="F1F3F2")
                continue
            todays = [_said(line) for line in lines if line.get("on") == day.isoformat()]
            cell.value = value_of("\n".join([str(day.day), *todays]), _WORDS)  # type: ignore[assignment]
            cell.data_type = "s"
            tallest = max(tallest, sum(2 + len(words) // 22 for words in todays))
        sheet.row_dimensions[row].height = max(64, 16 + 14 * tallest)
    for name in "ABCDEFG":
        sheet.column_dimensions[name].width = 22
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 1
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _said(line: Mapping[str, str]) -> str:
    what = " ".join(line["what"].split())
    short = what if len(what) <= _SHOWN else f"{what[: _SHOWN - 1].rstrip()}…"
    mark = " ✓" if line.get("status") == "posted" else ""
    return f"{line['at']} {line['kind']}{mark}\n{short}"
