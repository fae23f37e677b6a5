"""Two tables in one text file, found before the first takes the rows of the second for its own.

It looks at how rows are built and keeps none of them.
"""

from collections.abc import Iterator
from datetime import date

from bot.domain import export_errors
from bot.exports import looking
from bot.exports.finding import Row, Values
from bot.exports.headings import folded


def alone(rows: Iterator[Row], today: date) -> Iterator[Row]:
    """Give the rows of a text file as they are.

    A second table is a row of other headings, after a blank line or with another number of cells, and a row with a
    figure or a day right below it. The same headings may come again: some exports repeat them.

    Raises:
        Misread: a second table follows the first.
    """
    first: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    begins = last = wide = 0
    for number, values in rows:
        filled = _filled(values)
        if headings and _tells_something(filled):
            if first and headings != first:
                raise export_errors.two_tables(begins)
            first, wide = headings, len(headings)
        is_apart = not first or number > last + 1 or len(filled) != wide
        headings, begins = (_headings(values, today), number) if is_apart else ((), 0)
        last = number
        yield number, values


def _filled(values: Values) -> list[object]:
    return [value for value in values if value not in (None, "")]


def _headings(values: Values, today: date) -> tuple[str, ...]:
    """Give the headings of a row that names columns; nothing of any other row, nearly all of which hold a figure."""
    if any(str(value)[:1].isdigit() for value in values) or not looking.is_heading_row(values, today):
        return ()
    return tuple(folded(str(value)) for value in values)


def _tells_something(filled: list[object]) -> bool:
    return len(filled) > 1 and any(map(looking.is_figure_or_day, filled))
