"""The smaller sizes Slack makes of a shared picture; of anything it can't read it makes none.

Sizes as in https://docs.slack.dev/reference/objects/file-object
"""

from __future__ import annotations

import io
import warnings

SIZES = (64, 80, 160, 360, 480, 720, 800, 960, 1024)
SQUARE = (64, 80, 160)
MOST_PIXELS = 60_000_000


def renditions(content: bytes) -> tuple[int, int, dict[str, tuple[int, int]]]:
    """Width, height and the sizes of the thumbnails; zeros and nothing for what is no readable picture."""
    size = _size(content)
    if size is None:
        return 0, 0, {}
    width, height = size
    thumbs = {}
    for wanted in SIZES:
        if wanted in SQUARE:
            thumbs[f"thumb_{wanted}"] = (wanted, wanted)
        elif max(width, height) > wanted or wanted == 360:
            scale = min(1.0, wanted / max(width, height))
            thumbs[f"thumb_{wanted}"] = (max(1, round(width * scale)), max(1, round(height * scale)))
    return width, height, thumbs


def thumbnail(content: bytes, size: tuple[int, int]) -> bytes:
    """A JPEG of this size."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - most workspaces never see a picture

    with Image.open(io.BytesIO(content)) as picture:
        small = ImageOps.fit(ImageOps.exif_transpose(picture).convert("RGB"), size)
        out = io.BytesIO()
        small.save(out, "JPEG", quality=82)
    return out.getvalue()


def _size(content: bytes) -> tuple[int, int] | None:
    from PIL import Image  # noqa: PLC0415 - most workspaces never see a picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                size: tuple[int, int] = picture.size
                if size[0] * size[1] > MOST_PIXELS:
                    return None
                picture.load()
                return size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
