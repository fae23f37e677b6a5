"""The plan as a CSV file, as Excel writes and reads it: with a mark of its encoding, and whatever it separates by."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from bot.domain import sheet_errors
from bot.domain.sheet import Sheet, columns_for
from bot.sheets.cells import quoted, unquoted
from bot.sheets.reading import MOST_BYTES, read_rows

_SEPARATORS = ",;\t"
_LONGEST_CELL = 100_000


def write(lines: Sequence[Mapping[str, str]]) -> bytes:
    """Write the lines of a plan."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    columns = columns_for(lines)
    writer.writerow([column.heading for column in columns])
    writer.writerows([[quoted(line.get(column.field, "")) for column in columns] for line in lines])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read(data: bytes, *, day_first: bool) -> Sheet:
    """Read a CSV file.

    Raises:
        Misread: it is no plan, or larger than any.
    """
    if len(data) > MOST_BYTES:
        raise sheet_errors.too_large(MOST_BYTES // 1024**2)
    text = _text(data)
    return read_rows("", _rows(text), day_first=day_first)


def _text(data: bytes) -> str:
    if b"\0" in data:
        raise sheet_errors.not_a_workbook()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what Excel on Windows saves as plain CSV


def _rows(text: str) -> Iterator[list[str]]:
    headings = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=headings.count)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield [unquoted(cell) for cell in row]
    except csv.Error:
        raise sheet_errors.not_a_workbook() from None
