"""What a file is by its first bytes, and its tables as rows; a name or its ending is never believed."""

import io
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from bot.domain import export_errors
from bot.exports import text, workbooks
from bot.exports.finding import Row

MOST_ROWS = 100_000
_MOST_BYTES = 96 * 1024 * 1024
_MOST_BLANK = 20_000
"""This many blank rows one after another are the end of a table."""
_EVERY = 500
_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"Rar!", "a packed folder"),
    (b"7z\xbc\xaf", "a packed folder"),
    (b"\x1f\x8b", "a packed file"),
    (b"{\\rtf", "a text document"),
)


def tables(data: Path | bytes, progress: Callable[[int], None]) -> Generator[tuple[str, Iterator[Row]]]:
    """Give the tables of a file: the name of each sheet, empty for a text file, and its rows that aren't blank.

    Raises:
        Misread: it is something else, broken, or larger than any export.
    """
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    if size > _MOST_BYTES:
        raise export_errors.too_large(_MOST_BYTES // 1024**2)
    counter = _Counter(progress)
    with closing(data.open("rb") if isinstance(data, Path) else io.BytesIO(data)) as opened:
        head = opened.read(4096)
        if head.startswith(_ZIP):
            for name, rows in workbooks.new_sheets(_all(opened)):
                yield name, counter.count(rows)
        elif head.startswith(_OLD_OFFICE):
            for name, rows in workbooks.old_sheets(_all(opened)):
                yield name, counter.count(rows)
        else:
            _refuse_others(head)
            yield "", counter.count(text.rows(opened))


class _Counter:
    """Counts the rows of all tables of a file, tells how far it is, and stops where no export goes."""

    def __init__(self, progress: Callable[[int], None]) -> None:
        self._progress = progress
        self._read = 0

    def count(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Give the rows in which something stands."""
        blank = 0
        for number, values in rows:
            if not any(value not in (None, "") for value in values):
                blank += 1
                if blank > _MOST_BLANK:
                    return
                continue
            blank = 0
            self._read += 1
            if self._read > MOST_ROWS:
                raise export_errors.too_many_rows(MOST_ROWS)
            if self._read % _EVERY == 0:
                self._progress(self._read)
            yield number, values


def _all(opened: BinaryIO) -> bytes:
    opened.seek(0)
    return opened.read()


def _refuse_others(head: bytes) -> None:
    """Name what is no table at all."""
    if not head.removeprefix(b"\xef\xbb\xbf").strip():
        raise export_errors.found_instead("nothing in it")
    for mark, what in _OTHERS:
        if head.startswith(mark):
            raise export_errors.found_instead(what)
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if begins.startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        raise export_errors.found_instead("a web page")
    if begins.startswith((b"{", b"[")):
        raise export_errors.found_instead("data for programs (JSON)")
