"""The copies that are kept of a cleared picture: cleaned at full size, small enough for the web, and a thumbnail.

Reads hostile bytes: what they claim is checked before they are decoded, and a JPEG is stripped before anything else
looks at it. A large JPEG is decoded at a fraction of its size, which is what keeps memory flat. Knows no Slack.
"""

import io
import re
import struct
import warnings
from dataclasses import dataclass

import pillow_heif
from PIL import Image, ImageCms, UnidentifiedImageError

from bot.domain.problems import Problem
from bot.pictures import stripping
from bot.pictures.unusable import Unusable

MOST_BYTES = 50 * 1024 * 1024
MOST_PIXELS = 60_000_000
"""Phones make up to 50 MP; a 20 kB PNG can claim 169 MP and take 800 MB to decode."""

WEB, THUMBNAIL = 1600, 320
_QUALITY = 85
_FULL_QUALITY = 92

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_OURS = ("PNG", "WEBP", "HEIF", "AVIF")
_BEGINS_LIKE_OURS = re.compile(rb"\x89PNG|RIFF....WEBP|....ftyp(hei|hev|mif1|msf1|avi)", re.DOTALL)
_OTHER_PICTURES = re.compile(
    rb"GIF8|II\*\x00|MM\x00\*|BM|8BPS|II\xbc\x01|\xff\x0a|\s*<svg|\s*<\?xml.{0,400}<svg|....ftyp", re.DOTALL
)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, RuntimeError, struct.error)
_SRGB = ImageCms.createProfile("sRGB")

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
pillow_heif.register_heif_opener()


@dataclass(frozen=True, slots=True)
class Copies:
    """A picture ready to be kept; width and height are those of the full one as it is looked at."""

    full: bytes
    web: bytes
    thumbnail: bytes
    width: int
    height: int


def prepare(data: bytes) -> Copies:
    """Make the copies of a picture; none of them says where, when, with what or by whom it was taken.

    Raises:
        Unusable: when the bytes are no picture, or none that can be used, with the reason.
    """
    if not data:
        raise Unusable(Problem.EMPTY)
    if len(data) > MOST_BYTES:
        raise Unusable(Problem.TOO_LARGE)
    try:
        return _of_jpeg(data) if stripping.is_jpeg(data) else _of_other(data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unusable(Problem.TOO_MANY_PIXELS) from None
    except MemoryError:
        raise Unusable(Problem.TOO_LARGE) from None
    except _BROKEN:
        raise Unusable(Problem.DAMAGED) from None


def fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """Give the size with the same proportions whose longer side is at most this long."""
    width, height = size
    scale = min(1.0, longest / max(size))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _of_jpeg(data: bytes) -> Copies:
    full, orientation = stripping.strip(data)
    with Image.open(io.BytesIO(full), formats=["JPEG"]) as picture:
        size = _checked(picture)
        picture.draft(None, fitted(size, WEB))
        web = _upright(_in_srgb(_shrunk(picture, fitted(size, WEB))), orientation)
    width, height = size[::-1] if orientation >= 5 else size
    return Copies(full, _jpeg(web, _QUALITY), _small(web), width, height)


def _of_other(data: bytes) -> Copies:
    try:
        picture = Image.open(io.BytesIO(data), formats=_OURS)
    except UnidentifiedImageError:
        raise Unusable(_what_it_is(data)) from None
    with picture:
        _checked(picture)
        if picture.format != "HEIF" and getattr(picture, "is_animated", False):
            raise Unusable(Problem.MOVING)
        orientation = stripping.held(picture.info.get("exif") or b"") or 1
        full = _upright(_in_srgb(picture), orientation)
    web = _shrunk(full, fitted(full.size, WEB))
    return Copies(_jpeg(full, _FULL_QUALITY), _jpeg(web, _QUALITY), _small(web), *full.size)


def _what_it_is(data: bytes) -> Problem:
    if _BEGINS_LIKE_OURS.match(data):
        return Problem.DAMAGED
    return Problem.UNSUPPORTED if _OTHER_PICTURES.match(data) else Problem.NOT_A_PICTURE


def _checked(picture: Image.Image) -> tuple[int, int]:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise Unusable(Problem.TOO_MANY_PIXELS)
    return width, height


def _shrunk(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    if picture.size == size:
        return picture
    if picture.mode not in ("RGB", "L", "CMYK"):
        picture = _opaque(picture)
    return picture.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    picture = picture if picture.mode in ("RGB", "CMYK") else _opaque(picture)
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a profile that cannot be read is no reason to lose the picture
        if converted is not None:
            return converted
    return picture.convert("RGB")


def _opaque(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _upright(picture: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def _small(web: Image.Image) -> bytes:
    return _jpeg(_shrunk(web, fitted(web.size, THUMBNAIL)), _QUALITY)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    picture.info = {}  # Pillow would carry a comment over
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=quality)
    return kept.getvalue()
