"""How a practice begins: its set-up, the pictures its people share, and what the columns of its own table mean."""

import io
import struct
import zlib

from PIL import Image

from simulator.people import Actor, Practice

CAMERA = "ModelNine"


def set_up(practice: Practice, *, digest: tuple[str, ...] = ("#social",)) -> None:
    """Have Ana set Rounds up: she leads and speaks for marketing, Dr. Reyes backs it, Sarah steps in and has the desk."""
    ana = practice.person("ana")
    ana.types("/rounds setup")
    ana.fills_in(
        {
            "Where does the weekly digest go?": list(digest),
            "Who steps in for the lead?": "sarah",
            "Which doctor or owner backs it?": "reyes",
            "Who speaks for marketing?": "ana",
            "Who speaks for the front desk or sales?": "sarah",
        }
    )
    assert "Rounds is set up" in ana.submits()
    ana.closes()


def tell_columns(person: Actor) -> None:
    """Say in the open form what the columns of a front desk's table mean: day, where from, and how far."""
    person.fills_in(
        {
            "What is each row?": "An enquiry by one person",
            "Called on": "The day, or the first day",
            "Where from": "Where the person said they come from",
            "Status": "How far the enquiry has come",
        }
    )
    person.submits()
    person.closes()


def photo(width: int = 1800, height: int = 1200) -> bytes:
    """Take a picture that tells which camera took it, and where."""
    told = Image.Exif()
    told[0x0110] = CAMERA
    told[0x8825] = {1: "N", 2: (40.0, 42.0, 46.0), 3: "W", 4: (74.0, 0.0, 21.0)}
    out = io.BytesIO()
    Image.new("RGB", (width, height), (120, 160, 200)).save(out, "JPEG", exif=told)
    return out.getvalue()


def bomb() -> bytes:
    """Make a small file that says it is a picture of 30,000 by 30,000 dots."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


class Claimed(bytes):
    """Bytes of which Slack says that they are 200 MB."""

    def __len__(self) -> int:
        """Give the size that is claimed."""
        return 200 * 1024 * 1024
