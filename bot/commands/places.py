"""Places of the outline as the plain values that a form keeps while somebody makes up their mind."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from bot.domain.cadence import Place

_MOST = 2_900
"""A form keeps 3,000 characters (docs.slack.dev, modal views), and a little beside the places."""
_SHORTEST = 3
"""A day, an hour and a kind are always said."""


def to_plain(places: Iterable[Place]) -> list[list[Any]]:
    """Write places down, as short as can be."""
    return [_shortened(place) for place in places]


def from_plain(kept: Iterable[Sequence[Any]]) -> tuple[Place, ...]:
    """Read places back."""
    return tuple(_place(*values) for values in kept)


def fit(places: Iterable[Place]) -> bool:
    """Whether a form can keep these places."""
    return len(json.dumps(to_plain(places))) <= _MOST


def _shortened(place: Place) -> list[Any]:
    days = [day.isoformat() if day else None for day in (place.since_on, place.until_on)]
    values = [
        place.weekday,
        f"{place.at:%H:%M}",
        place.kind,
        place.rank,
        place.network,
        dict(place.owners),
        *days,
        place.budget,
    ]
    while len(values) > _SHORTEST and not values[-1]:
        values.pop()
    return values


def _place(  # noqa: PLR0917 - in the order they are written down
    weekday: int,
    at: str,
    kind: str,
    rank: int = 0,
    network: str = "",
    owners: dict[str, str] | None = None,
    since_on: str | None = None,
    until_on: str | None = None,
    budget: int | None = None,
) -> Place:
    return Place(
        weekday=int(weekday),
        at=time.fromisoformat(at),
        kind=str(kind),
        rank=int(rank),
        network=str(network),
        owners=tuple((owners or {}).items()),
        since_on=date.fromisoformat(since_on) if since_on else None,
        until_on=date.fromisoformat(until_on) if until_on else None,
        budget=budget,
    )
