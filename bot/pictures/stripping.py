"""Everything that a JPEG says beside its pixels, taken out without touching the pixels.

A list of what may stay, not of what must go: whatever a camera, phone or editor thinks of next is dropped too, and so
is anything behind the end of the picture (second pictures, short films, the maker's notes). Decodes nothing.
Markers: ITU-T T.81, table B.1; JFIF 1.02; orientation: Exif 2.32, tag 0x0112.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.problems import Problem
from bot.pictures.unusable import Unusable

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_FRAME_AND_TABLES = frozenset({*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_JFIF_HEAD = 14


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    body: memoryview
    scan: memoryview


def is_jpeg(data: bytes) -> bool:
    """Whether the bytes begin like a JPEG."""
    return data[:3] == b"\xff\xd8\xff"


def strip(data: bytes) -> tuple[bytes, int]:
    """Give the same picture with nothing said beside it, and how it was held (1 to 8, 1 is upright).

    Colours need their profile and the way to hold the picture, so these two stay; the second is written anew.

    Raises:
        Unusable: when the picture breaks off or is put together wrongly.
    """
    orientation, kept = 1, list[_Segment]()
    for segment in _segments(memoryview(data)):
        if segment.marker == _APP1:
            orientation = held(bytes(segment.body)) or orientation
        else:
            kept.append(segment)
    head: list[bytes | memoryview] = [bytes((0xFF, _START))]
    if kept and _is_jfif(kept[0]):
        head += _written(kept.pop(0))
    if orientation != 1:
        head.append(_only_orientation(orientation))
    pieces = [piece for segment in kept for piece in _written(segment)]
    return b"".join([*head, *pieces, bytes((0xFF, _END))]), orientation


def held(exif: bytes) -> int | None:
    """Read the orientation out of an Exif block; None where it says nothing that can be trusted."""
    tiff = exif.removeprefix(b"Exif\x00\x00")
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return None
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for at in range(first + 2, first + 2 + 12 * count, 12):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, at)
            if (tag, kind) == (0x0112, 3):
                return value if 1 <= value <= 8 else None
    except struct.error:
        return None
    return None


def _segments(data: memoryview) -> Iterator[_Segment]:
    at = 2
    while True:
        marker, at = _marker(data, at)
        if marker == _END:
            return
        if at + 2 > len(data):
            raise Unusable(Problem.DAMAGED)
        ends = at + int.from_bytes(data[at : at + 2], "big")
        if ends < at + 2 or ends > len(data):
            raise Unusable(Problem.DAMAGED)
        body, at = data[at + 2 : ends], ends
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, ends)
            if found is None:
                raise Unusable(Problem.DAMAGED)
            at = found.start()
        yield _Segment(marker, body, data[ends:at])


def _marker(data: memoryview, at: int) -> tuple[int, int]:
    if at + 1 >= len(data) or data[at] != 0xFF:
        raise Unusable(Problem.DAMAGED)
    while at + 1 < len(data) and data[at + 1] == 0xFF:
        at += 1
    if at + 1 >= len(data):
        raise Unusable(Problem.DAMAGED)
    return data[at + 1], at + 2


def _written(segment: _Segment) -> list[bytes | memoryview]:
    body: bytes | memoryview = segment.body
    if _is_jfif(segment):
        body = bytes(body[: _JFIF_HEAD - 2]) + b"\x00\x00"  # its small preview goes
    elif not _may_stay(segment):
        return []
    return [struct.pack(">BBH", 0xFF, segment.marker, len(body) + 2), body, segment.scan]


def _is_jfif(segment: _Segment) -> bool:
    return segment.marker == _APP0 and bytes(segment.body[:5]) == b"JFIF\x00" and len(segment.body) >= _JFIF_HEAD


def _may_stay(segment: _Segment) -> bool:
    if segment.marker in _FRAME_AND_TABLES or segment.marker == _SCAN:
        return True
    if segment.marker == _APP2:
        return bytes(segment.body[:12]) == b"ICC_PROFILE\x00"
    return segment.marker == _APP14 and bytes(segment.body[:5]) == b"Adobe"


def _only_orientation(orientation: int) -> bytes:
    tiff = b"MM\x00*\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
    body = b"Exif\x00\x00" + tiff
    return struct.pack(">BBH", 0xFF, _APP1, len(body) + 2) + body
