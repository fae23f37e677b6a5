import io
import subprocess
import sys

import photo_shots as shots
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image, ImageCms, JpegImagePlugin

from bot.domain.problems import Problem
from bot.pictures import preparing, stripping
from bot.pictures.preparing import Copies
from bot.pictures.unusable import Unusable

FORMATS = {"jpeg": shots.jpeg, "png": shots.png, "heic": shots.heic, "webp": shots.webp}


def _all(copies: Copies) -> list[bytes]:
    return [copies.full, copies.web, copies.thumbnail]


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def _why_not(data: bytes) -> Problem:
    with pytest.raises(Unusable) as refused:
        preparing.prepare(data)
    return refused.value.problem


@pytest.mark.parametrize("made", FORMATS)
def test_nothing_said_beside_the_pixels_survives_in_any_copy(made: str) -> None:
    data = FORMATS[made]()
    assert b"PhoneMaker" in data, "the test picture must say something"
    for kept in _all(preparing.prepare(data)):
        assert not [secret for secret in shots.SECRETS if secret in kept]
        assert b"\x88\x25" not in kept[:2000], "no GPS tag"
        told = _opened(kept)
        told.load()
        assert dict(told.getexif()) == {}
        assert set(told.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}


def test_what_is_behind_the_end_of_a_jpeg_is_dropped() -> None:
    full = preparing.prepare(shots.jpeg()).full
    assert full.endswith(b"\xff\xd9")
    assert b"short film" not in full


def test_a_jpeg_that_was_held_sideways_keeps_only_how_it_was_held() -> None:
    copies = preparing.prepare(shots.jpeg(800, 600, orientation=6))
    assert dict(_opened(copies.full).getexif()) == {0x0112: 6}
    assert (copies.width, copies.height) == (600, 800)
    assert not [secret for secret in shots.SECRETS if secret in copies.full]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_web_copy_and_thumbnail_are_upright_however_the_phone_was_held(orientation: int) -> None:
    upright = preparing.prepare(shots.jpeg(800, 600)).web
    back = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}.get(orientation)
    held = shots.scene(800, 600) if back is None else shots.scene(800, 600).transpose(preparing._TURNS[back])
    data = io.BytesIO()
    held.save(data, "JPEG", quality=90, exif=shots.exif(orientation))
    copies = preparing.prepare(data.getvalue())
    web, thumbnail = _opened(copies.web), _opened(copies.thumbnail)
    assert web.size == _opened(upright).size == (800, 600)
    assert thumbnail.size == (320, 240)
    for copy in (web, thumbnail):
        red, _, blue = copy.getpixel((copy.width // 16, copy.height // 16))
        assert blue > red, "the corner is where it was seen"
        red, _, blue = copy.getpixel((copy.width * 15 // 16, copy.height // 16))
        assert red > blue


def test_the_pixels_of_the_full_copy_are_untouched() -> None:
    data = shots.jpeg()
    before = JpegImagePlugin.JpegImageFile(io.BytesIO(data))  # Image.open would warn of what the maker wrote
    assert _opened(preparing.prepare(data).full).tobytes() == before.tobytes()


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_every_kind_of_jpeg_is_prepared(mode: str, progressive: bool) -> None:
    copies = preparing.prepare(shots.jpeg(1700, 900, mode=mode, progressive=progressive))
    assert _opened(copies.web).size == (1600, 847)
    assert _opened(copies.web).mode == "RGB"
    assert _opened(copies.thumbnail).size == (320, 169)


def test_a_small_picture_is_never_made_larger() -> None:
    copies = preparing.prepare(shots.jpeg(200, 100))
    assert _opened(copies.web).size == _opened(copies.thumbnail).size == (200, 100)


def test_a_see_through_png_gets_white_paper_and_is_turned_upright() -> None:
    copies = preparing.prepare(shots.png(640, 480))
    assert (copies.width, copies.height) == (480, 640)
    red, green, blue = _opened(copies.web).getpixel((20, 620))
    assert red > 200
    assert green > 100
    assert blue > 100


def test_a_sideways_heic_is_turned_upright_once() -> None:
    copies = preparing.prepare(shots.heic(640, 480))
    assert (copies.width, copies.height) == (480, 640)
    red, _, blue = _opened(copies.web).getpixel((470, 10))
    assert blue > red


def test_a_colour_profile_stays_with_the_full_copy_and_is_worked_into_the_others() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    copies = preparing.prepare(shots.jpeg(profile=profile))
    assert _opened(copies.full).info["icc_profile"] == profile
    assert "icc_profile" not in _opened(copies.web).info


def test_a_colour_profile_that_cannot_be_read_costs_no_picture() -> None:
    assert _opened(preparing.prepare(shots.jpeg(profile=b"nonsense" * 20)).web).size == (800, 600)


def test_a_text_file_by_the_name_of_a_picture_is_no_picture() -> None:
    assert _why_not(b"Minutes of the Monday meeting") == Problem.NOT_A_PICTURE


def test_nothing_at_all_is_no_picture() -> None:
    assert _why_not(b"") == Problem.EMPTY


def test_too_many_bytes_are_refused_before_they_are_looked_at() -> None:
    assert _why_not(b"\xff\xd8\xff" + bytes(preparing.MOST_BYTES)) == Problem.TOO_LARGE


def test_a_decompression_bomb_is_refused_before_it_is_decoded() -> None:
    data = shots.bomb()
    assert len(data) < 50_000
    assert _why_not(data) == Problem.TOO_MANY_PIXELS


def test_a_jpeg_that_claims_too_many_pixels_is_refused() -> None:
    data = bytearray(shots.jpeg())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = (9000).to_bytes(2, "big") * 2
    assert _why_not(bytes(data)) == Problem.TOO_MANY_PIXELS


def test_moving_pictures_are_refused() -> None:
    assert _why_not(shots.moving_png()) == Problem.MOVING
    assert _why_not(shots.moving_gif()) == Problem.UNSUPPORTED


@pytest.mark.parametrize("made", FORMATS)
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_picture_that_breaks_off_is_refused(made: str, part: float) -> None:
    data = FORMATS[made](1000, 700)
    data = data[: data.rindex(b"\xff\xd9")] if made == "jpeg" else data
    assert _why_not(data[: int(len(data) * part)]) == Problem.DAMAGED


@settings(deadline=None)
@given(some.binary(max_size=400))
def test_whatever_follows_the_first_bytes_of_a_jpeg_is_prepared_or_refused(junk: bytes) -> None:
    with pytest.raises(Unusable):
        preparing.prepare(b"\xff\xd8\xff" + junk)


@settings(deadline=None)
@given(some.integers(0, 3000), some.integers(0, 255))
def test_a_jpeg_with_one_wrong_byte_is_prepared_or_refused(at: int, value: int) -> None:
    data = bytearray(shots.jpeg(120, 80))
    data[at % len(data)] = value
    try:
        copies = preparing.prepare(bytes(data))
    except Unusable:
        return
    assert not [secret for secret in shots.SECRETS if secret in copies.web]


@settings(deadline=None)
@given(some.binary(max_size=60))
def test_no_bytes_in_the_place_of_exif_lead_astray(junk: bytes) -> None:
    assert stripping.held(b"Exif\x00\x00" + junk) in {None, *range(1, 9)}


def test_a_48_megapixel_jpeg_is_prepared_within_100_megabytes() -> None:
    """Measured in a process of its own: the peak of this one says nothing."""
    measured = subprocess.run(
        [sys.executable, "bench/photos.py", "--only-peak", "48"], check=True, capture_output=True, text=True
    )
    assert float(measured.stdout.split()[0]) <= 100
