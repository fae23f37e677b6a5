"""Which encoding a text file has: a mark at its start, the rules of UTF-8, or what a library makes of its letters.

Where neither a mark nor UTF-8 decides, a spreadsheet has saved it as Windows or a Mac does in some part of the world.
Of those that exports mostly come in, what makes no sense in their languages is thrown out: the library takes "Währung"
of a Mac for "WŠhrung". Among the rest it decides, and among all where none makes sense.
"""

import codecs
import re
from collections.abc import Sequence
from typing import BinaryIO

from bot.domain import export_errors

_SAMPLE = 64 * 1024
_CHUNK = 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OFFICE = ("cp1252", "mac_roman", "cp850", "cp1250")
"""What spreadsheets on Windows and on a Mac save as plain CSV; the first is the most frequent by far."""
_ELSEWHERE = (
    "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp932", "cp949", "big5",
    "gb18030",
)  # fmt: skip
"""What they save further away from where practices mostly are."""
_LETTERS = "áéíóúñüãõâêôçàäöüßåèëïîùûœæ"
_FITTING = re.compile(
    rf"[{_LETTERS}{_LETTERS.upper()}]"
    r"|(?<![^\W\d_])[¿¡\u2018\u201c\u201d\u201e\u2026\u2013\u2014«»€£°º·•\xa0]|[\u201d\u2026»º](?![^\W\d_])|\u2019"
)
"""A letter anywhere, and a sign where no letter is before it, or none behind one that ends something."""
_CAPITAL_INSIDE = re.compile(r"[a-zäöüß][A-ZÀ-Þ]")
_MAKES_SENSE = 0.9
"""This share of what isn't A to Z is made up of fitting letters and signs."""


def of(data: BinaryIO) -> str:
    """Give the name of the encoding of a text file.

    Raises:
        Misread: it is no text.
    """
    data.seek(0)
    head = data.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        return _wide(head)
    return "utf-8" if _is_utf8(data) else _by_its_letters(data)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: of plain letters every second byte is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) // 5 or min(even, odd) > max(even, odd) // 10:
        raise export_errors.found_instead("something that is no text")
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(data: BinaryIO) -> bool:
    """Whether all of it is UTF-8, apart from a last character that may be cut."""
    data.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := data.read(_CHUNK):
            decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def _by_its_letters(data: BinaryIO) -> str:
    """What the lines with letters beside A to Z make sense in."""
    data.seek(0)
    sample = bytearray()
    for line in data:
        if not line.isascii():
            sample += line
        if len(sample) > _SAMPLE:
            break
    fits = {encoding: _likeness(bytes(sample).decode(encoding, errors="replace")) for encoding in _OFFICE}
    best = max(fits.values())
    fitting = [encoding for encoding in _OFFICE if fits[encoding] == best]
    strange = sum(not sign.isascii() for sign in bytes(sample).decode(fitting[0], errors="replace"))
    if best < _MAKES_SENSE * strange:
        return _by_library(bytes(sample), (*_OFFICE, *_ELSEWHERE))
    return fitting[0] if len(fitting) == 1 else _by_library(bytes(sample), fitting)


def _by_library(sample: bytes, among: Sequence[str]) -> str:
    """What the library takes it for, which takes a moment to load."""
    from chardet import detect  # noqa: PLC0415 - only who brings such a file waits for it

    found = detect(
        sample, include_encodings=among, no_match_encoding=among[0], prefer_superset=True, compat_names=False
    )
    return found["encoding"] or among[0]


def _likeness(text: str) -> int:
    strange = sum(not sign.isascii() for sign in text) + len(_CAPITAL_INSIDE.findall(text))
    return 2 * len(_FITTING.findall(text)) - strange
