"""Emoji by Slack's own short names, with the five skin tones; a name that is not in the list stays `:name:`.

The list is `emoji.txt`: a glyph, a star where it takes a skin tone, its names.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

TONES = dict(zip("23456", "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", strict=True))
SLACKS_OWN = frozenset(
    {
        "black_square", "bowtie", "cubimal_chick", "dusty_stick", "glitch_crab", "piggy", "pride", "shipit",
        "simple_smile", "slack", "slack_call", "squirrel", "thumbsup_all", "white_square",
    }
)  # fmt: skip # pictures that every workspace has beside the list
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


def is_known(code: str) -> bool:
    """Whether Slack has an emoji of this name, whatever its skin tone."""
    name = code.partition("::skin-tone-")[0]
    return name in _known() or name in SLACKS_OWN


@cache
def _known() -> dict[str, tuple[str, bool]]:
    listed = files("simulator").joinpath("emoji.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.split(" ") for line in listed if not line.startswith("# ")]
    return {name: (shown.removesuffix("*"), shown.endswith("*")) for shown, *names in entries for name in names}
