"""A text file as rows: what it separates by, and whether it ends where it should.

It is read as a stream: only its rows are ever in memory, one at a time.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from bot.domain import export_errors
from bot.exports import encodings
from bot.exports.finding import Row

_SAMPLE = 64 * 1024
_SEPARATORS = ",;\t|"
_LONGEST_CELL = 100_000
_SAYS = re.compile(r"sep=(.)\r?\n?$", re.IGNORECASE)


def rows(data: BinaryIO) -> Iterator[Row]:
    """Give the rows of a text file with their numbers, as a spreadsheet counts them.

    Raises:
        Misread: its rows can't be told apart, or it ends in the middle of one.
    """
    encoding = encodings.of(data)
    ends_well = _ends_with_a_line(data)
    data.seek(0)
    with io.TextIOWrapper(data, encoding=encoding, errors="replace", newline="") as text:
        sample = text.read(_SAMPLE)
        said = _SAYS.match(sample.partition("\n")[0] + "\n")
        separator = said[1] if said else _separator(sample)
        text.seek(0)
        if said:
            text.readline()
        try:
            yield from _whole(text, separator, ends_well=ends_well)
        except csv.Error:
            raise export_errors.broken() from None


def _whole(text: io.TextIOWrapper, separator: str, *, ends_well: bool) -> Iterator[Row]:
    """The rows, unless the last one is cut, or swallows all that follows it, where all others are of one length."""
    csv.field_size_limit(_LONGEST_CELL)
    widths: Counter[int] = Counter()
    number, last = 0, [""]
    for number, values in enumerate(csv.reader(text, delimiter=separator), 1):
        if len(values) > 1 and len(widths) < 3:
            widths[len(values)] += 1
        last = values or last
        yield number, values
    usual, often = widths.most_common(1)[0] if widths else (0, 0)
    is_shorter = len(widths - Counter({len(last): 1})) == 1 and len(last) < usual and often > 1
    if is_shorter and (not ends_well or "\n" in last[-1]):
        raise export_errors.cut_short(number)


def _ends_with_a_line(data: BinaryIO) -> bool:
    data.seek(0, io.SEEK_END)
    data.seek(-min(8, data.tell()), io.SEEK_END)
    return data.read().rstrip(b"\0").endswith((b"\n", b"\r"))


def _separator(sample: str) -> str:
    """What divides most rows of the sample into the same number of cells, and into the most."""
    lines = sample if len(sample) < _SAMPLE else sample[: sample.rfind("\n") + 1] or sample
    scores = {separator: _evenness(lines, separator) for separator in _SEPARATORS}
    return max(_SEPARATORS, key=lambda separator: scores[separator])


def _evenness(lines: str, separator: str) -> int:
    csv.field_size_limit(_LONGEST_CELL)
    widths: Counter[int] = Counter()
    try:
        widths.update(len(row) for row in csv.reader(io.StringIO(lines, newline=""), delimiter=separator))
    except csv.Error:
        return 0
    return max((often * (width - 1) for width, often in widths.items() if width > 1), default=0)
