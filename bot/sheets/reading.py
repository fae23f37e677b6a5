"""From the rows of any file to the lines of a sheet: finding the columns, reading the cells, naming the wrong ones."""

from collections.abc import Iterable, Mapping, Sequence

from bot.domain import sheet_errors
from bot.domain.sheet import COLUMNS, NEEDED, Column, Line, Problem, Sheet
from bot.sheets.cells import Wrong, words_of

MOST_LINES = 2_000
MOST_BYTES = 5 * 1024 * 1024
_MOST_COLUMNS = 50
_MOST_PROBLEMS = 50


def read_rows(name: str, rows: Iterable[Sequence[object]], *, day_first: bool) -> Sheet:
    """Read the rows of a file, the first of which has the headings.

    Raises:
        Misread: there are no such columns, or more lines than any plan has.
    """
    counted = iter(rows)
    columns = _columns(next(counted, ()))
    lines: list[Line] = []
    problems: list[Problem] = []
    letters = {column.field: letter(place) for place, column in columns.items()}
    where = Sheet(name, letters, ())
    for row, values in enumerate(counted, 2):
        if row > MOST_LINES + 1:
            raise sheet_errors.too_many_lines(MOST_LINES)
        given, wrong = _line(values, columns, day_first=day_first)
        problems += [Problem(where.cell(row, field), sentence) for field, sentence in wrong.items()]
        if wrong:
            continue
        if any(words for field, words in given.items() if field not in ("status", "made_by")):
            lines.append(Line(row, given))
    return Sheet(name, letters, tuple(lines), tuple(problems[:_MOST_PROBLEMS]))


def letter(place: int) -> str:
    """Name a column as spreadsheets do, from A."""
    return chr(ord("A") + place) if place < 26 else letter(place // 26 - 1) + letter(place % 26)


class Formula:
    """A cell that would be reckoned; its value is nobody's words."""


def _columns(headings: Sequence[object]) -> Mapping[int, Column]:
    by_heading = {column.heading.casefold(): column for column in COLUMNS}
    named = [str(heading or "").strip().casefold() for heading in headings[:_MOST_COLUMNS]]
    found = {place: by_heading[name] for place, name in enumerate(named) if name in by_heading}
    fields = {column.field for column in found.values()}
    missing = [column.heading for column in COLUMNS if column.field in NEEDED and column.field not in fields]
    if missing:
        raise sheet_errors.no_plan_in_it(missing if any(named) else ())
    return found


def _line(
    values: Sequence[object], columns: Mapping[int, Column], *, day_first: bool
) -> tuple[dict[str, str], dict[str, str]]:
    """The words of one row by field, and what is wrong with its cells."""
    given: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for place, column in columns.items():
        value = values[place] if place < len(values) else None
        if isinstance(value, Formula):
            wrong[column.field] = sheet_errors.a_formula()
            continue
        try:
            given[column.field] = words_of(value, column, day_first=day_first)
        except Wrong as sentence:
            wrong[column.field] = str(sentence)
    return given, wrong
