"""What exports of earlier versions name otherwise, brought to today's names as the migrations brought the tables.

It refuses to guess: whatever it does not know is read as it stands.
"""

from collections.abc import Mapping
from typing import Any

GONE = frozenset({("line", "words"), ("lead", "source")})
"""The columns of earlier versions that none of today's is named after."""
_NETWORKS = ("instagram", "facebook", "google", "tiktok")


def as_of_today(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Give a row of an export of any version as this version would have written it."""
    today = dict(row)
    if table == "line" and "words" in today:
        # A line that was written in one piece is neither called good nor bad afterwards.
        today["in_between"] = today.pop("words")
    if table == "lead" and "source" in today:
        # Nobody said what of it was tracked or told, so it is what the desk took it for.
        source = today.pop("source")
        today["guessed"] = today.get("guessed") or (source if source != "unknown" else "")
        today["network"] = today.get("network") or (source if source in _NETWORKS else "")
    return today
