"""Emoji by Slack's own short names, with the five skin tones; a name that is not in the list stays `:name:`.

The list is `emoji.txt`: a glyph, a star where it takes a skin tone, its names.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

TONES = dict(zip("23456", "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", strict=True))
PICTURE = "\ufe0f"  # "show this sign as a picture"; a skin tone takes its place


def glyph(code: str) -> str:
    """Show an emoji by its name, such as `tada` or `wave::skin-tone-3`, or the name where it has no picture here."""
    name, _, tone = code.partition("::skin-tone-")
    shown, toned = _known().get(name, ("", False))
    if not shown:
        return f":{name}:"
    if not toned or tone not in TONES:
        return shown
    return shown[0] + TONES[tone] + shown[1:].removeprefix(PICTURE)


@cache
def _known() -> dict[str, tuple[str, bool]]:
    listed = files("simulator.page").joinpath("emoji.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.split(" ") for line in listed if not line.startswith("# ")]
    return {name: (shown.removesuffix("*"), shown.endswith("*")) for shown, *names in entries for name in names}
