"""Looking into a workbook's package before it is opened: how large it becomes, and what else is in it.

A workbook is a zip of XML files. One that would unpack to far more than it can hold, that brings macros, or whose XML
declares entities is refused before anything parses it.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Protocol

from bot.domain import sheet_errors
from bot.domain.errors import Misread
from bot.sheets.reading import MOST_BYTES

_MEGABYTE = 1024 * 1024
_MOST_PARTS = 300
_MACROS = ("vbaproject.bin", "xl/macrosheets/", "xl/vba")
_SHEETS = "xl/worksheets/"
_HEAD = 64 * 1024


class Sentences(Protocol):
    """What is told about a package that stays closed."""

    def too_large(self, megabytes: int, /) -> Misread:
        """It has too many bytes."""

    def unpacks_too_large(self) -> Misread:
        """It becomes too large."""

    def has_macros(self) -> Misread:
        """It has a program inside."""

    def not_a_workbook(self) -> Misread:
        """It is no workbook, or one that is broken."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many bytes a package may have, and how many it may become: all of it, and all but the sheets' own rows.

    What is beside the rows, such as the words of all cells, is in memory as a whole.
    """

    packed: int
    unpacked: int
    beside: int


PLAN = Limits(MOST_BYTES, 40 * _MEGABYTE, 40 * _MEGABYTE)
EXPORT = Limits(32 * _MEGABYTE, 192 * _MEGABYTE, 48 * _MEGABYTE)


def check(data: bytes, limits: Limits = PLAN, say: Sentences = sheet_errors) -> None:
    """Refuse a package that is not to be opened.

    Raises:
        Misread: it is too large, becomes too large, has macros, or is no workbook at all.
    """
    if len(data) > limits.packed:
        raise say.too_large(limits.packed // _MEGABYTE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package, limits, say)
    # A package that is broken, cut short, encrypted or packed in an unknown way: zipfile has another error for each.
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise say.not_a_workbook() from None


def _check_parts(package: zipfile.ZipFile, limits: Limits, say: Sentences) -> None:
    parts = package.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > limits.unpacked:
        raise say.unpacks_too_large()
    names = [part.filename.casefold() for part in parts]
    if any(mark in name for name in names for mark in _MACROS):
        raise say.has_macros()
    if "[content_types].xml" not in names or not any(name.startswith(_SHEETS) for name in names):
        raise say.not_a_workbook()
    unpacked = beside = 0
    for part, name in zip(parts, names, strict=True):
        with package.open(part) as opened:
            head = more = opened.read(_HEAD)
            while more:  # the sizes that a package says of itself need not be true
                unpacked += len(more)
                beside += 0 if name.startswith(_SHEETS) else len(more)
                if unpacked > limits.unpacked or beside > limits.beside:
                    raise say.unpacks_too_large()
                more = opened.read(_HEAD)
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise say.not_a_workbook()
