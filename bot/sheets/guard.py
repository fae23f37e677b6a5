"""Looking into a workbook's package before it is opened: how large it becomes, and what else is in it.

A workbook is a zip of XML files. One that would unpack to far more than a plan, that brings macros, or whose XML
declares entities is refused before anything parses it.
"""

import io
import zipfile

from bot.domain import sheet_errors
from bot.sheets.reading import MOST_BYTES

_MOST_UNPACKED = 40 * 1024 * 1024
_MOST_PARTS = 300
_MACROS = ("vbaproject.bin", "xl/macrosheets/", "xl/vba")
_HEAD = 64 * 1024


def check(data: bytes) -> None:
    """Refuse a package that is not to be opened.

    Raises:
        Misread: it is too large, becomes too large, has macros, or is no workbook at all.
    """
    if len(data) > MOST_BYTES:
        raise sheet_errors.too_large(MOST_BYTES // 1024**2)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package)
    # A package that is broken, cut short, encrypted or packed in an unknown way: zipfile has another error for each.
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise sheet_errors.not_a_workbook() from None


def _check_parts(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise sheet_errors.unpacks_too_large()
    names = [part.filename.casefold() for part in parts]
    if any(mark in name for name in names for mark in _MACROS):
        raise sheet_errors.has_macros()
    if "[content_types].xml" not in names or not any(name.startswith("xl/worksheets/") for name in names):
        raise sheet_errors.not_a_workbook()
    unpacked = 0
    for part in parts:
        with package.open(part) as opened:
            head = opened.read(_HEAD)
            unpacked += len(head)
            while more := opened.read(_HEAD):  # the sizes that a package says of itself need not be true
                unpacked += len(more)
                if unpacked > _MOST_UNPACKED:
                    raise sheet_errors.unpacks_too_large()
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise sheet_errors.not_a_workbook()
