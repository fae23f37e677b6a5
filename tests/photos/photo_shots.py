"""Pictures made on the spot, with everything in them that must not survive."""

import io

import pillow_heif
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

pillow_heif.register_heif_opener()

SECRETS = (
    b"PhoneMaker",
    b"ModelNine",
    b"Jane Roe",
    b"2026:11",
    b"http://ns.adobe.com",
    b"xmpmeta",
    b"Photoshop",
    b"8BIM",
)


def scene(width: int, height: int) -> Image.Image:
    """A red field with a blue upper left corner, so that turning it is seen."""
    picture = Image.new("RGB", (width, height), (200, 40, 40))
    ImageDraw.Draw(picture).rectangle((0, 0, width // 4, height // 4), fill=(20, 20, 220))
    return picture


def exif(orientation: int = 1) -> bytes:
    told = Image.Exif()
    told[0x010F] = "PhoneMaker"
    told[0x0110] = "ModelNine"
    told[0x0112] = orientation
    told[0x0132] = "2026:11:24 15:04:05"
    told[0x013B] = "Jane Roe"
    told[0x8825] = {1: "N", 2: (40.0, 42.0, 46.0), 3: "W", 4: (74.0, 0.0, 21.0)}
    return told.tobytes()


def jpeg(
    width: int = 800,
    height: int = 600,
    *,
    orientation: int = 1,
    profile: bytes | None = None,
    mode: str = "RGB",
    progressive: bool = False,
) -> bytes:
    """A JPEG as a phone makes it, and then some: Exif with GPS, XMP, IPTC, a comment, a preview, a film behind it."""
    out = io.BytesIO()
    scene(width, height).convert(mode).save(
        out,
        "JPEG",
        quality=90,
        exif=exif(orientation),
        comment=b"Jane Roe smiles",
        xmp=b'<x:xmpmeta xmlns:x="http://ns.adobe.com/">Jane Roe</x:xmpmeta>',
        icc_profile=profile,
        progressive=progressive,
    )
    plain = out.getvalue()
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x08Jane Roe"
    maker = b"MakerNotes of PhoneMaker"
    more = b"".join(
        b"\xff" + bytes((marker,)) + (len(body) + 2).to_bytes(2, "big") + body
        for marker, body in ((0xED, iptc), (0xEB, maker), (0xE2, b"MPF\x00 PhoneMaker"))
    )
    return plain[:2] + more + plain[2:] + b"ftypmp42 a short film, PhoneMaker, 40.7128 -74.0060"


def png(width: int = 640, height: int = 480) -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Jane Roe")
    told.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Jane Roe</x:xmpmeta>")
    out = io.BytesIO()
    picture = scene(width, height).convert("RGBA")
    picture.putalpha(128)
    picture.save(out, "PNG", pnginfo=told, exif=exif(6))
    return out.getvalue()


def heic(width: int = 640, height: int = 480) -> bytes:
    out = io.BytesIO()
    scene(width, height).save(out, "HEIF", exif=exif(6), quality=80)
    return out.getvalue()


def webp(width: int = 640, height: int = 480) -> bytes:
    out = io.BytesIO()
    scene(width, height).save(out, "WEBP", exif=exif(1), xmp=b"<x:xmpmeta>Jane Roe</x:xmpmeta>")
    return out.getvalue()


def moving_png() -> bytes:
    out = io.BytesIO()
    scene(64, 48).save(out, "PNG", save_all=True, append_images=[scene(64, 48).rotate(90)])
    return out.getvalue()


def moving_gif() -> bytes:
    out = io.BytesIO()
    scene(64, 48).save(out, "GIF", save_all=True, append_images=[scene(64, 48).rotate(90)])
    return out.getvalue()


def bomb() -> bytes:
    """A few kilobytes that claim 100 megapixels."""
    out = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(out, "PNG", optimize=False, compress_level=9)
    return out.getvalue()


def wide_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
