"""Places of the outline as the plain values that a form keeps while somebody makes up their mind."""

from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any

from bot.domain.cadence import Place


def to_plain(places: Iterable[Place]) -> list[list[Any]]:
    """Write places down, as short as can be: a form keeps 3,000 characters (docs.slack.dev, modal views)."""
    return [[place.weekday, place.at.strftime("%H:%M"), place.kind] for place in places]


def from_plain(kept: Iterable[Sequence[Any]]) -> tuple[Place, ...]:
    """Read places back."""
    return tuple(Place(int(weekday), time.fromisoformat(at), str(kind)) for weekday, at, kind in kept)
