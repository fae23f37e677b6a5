"""Which clock the times in a file were written by, where the file doesn't say: networks use their own or a viewer's.

Posts that are recognised without their time show it: in the right zone they went out when they were planned. Pure; it
refuses to know where a guess is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.domain.matching import ALIKE, CLOSE, NEAR, Planned, Seen, share

LIKELY_ZONES = (
    "America/Los_Angeles", "America/New_York", "America/Chicago", "America/Denver", "UTC", "Europe/London",
    "Europe/Berlin", "America/Sao_Paulo", "Australia/Sydney", "Asia/Kolkata",
)  # fmt: skip
_COMPARED = 300
_FEWEST_AGREEING = 2
_MOST_DISAGREEING = 0.4


@dataclass(frozen=True, slots=True)
class Guess:
    """The time zone that a file's times are likely in, and how many of the compared posts agree."""

    zone: str
    agreeing: int
    compared: int


def guess_zone(seen: Sequence[Seen], planned: Sequence[Planned], home: str) -> Guess | None:
    """Guess a file's time zone from posts that are recognised without it; None where too few agree.

    They are recognised by link or, where words and day fit one post only, by those. The practice's own zone wins where
    another one fits as well.
    """
    by_key = {key: each for each in planned for key in each.keys}
    pairs = []
    for each in seen[:_COMPARED]:
        meant = by_key.get(each.key) or _alike(each, planned)
        if each.at is not None and meant is not None:
            pairs.append((each.at, meant.post.publish_at))
    counted = {zone: sum(_fits(at, zone, publish_at) for at, publish_at in pairs) for zone in (home, *LIKELY_ZONES)}
    best = max(counted, key=lambda zone: counted[zone])
    if counted[best] < _FEWEST_AGREEING or counted[best] < len(pairs) * (1 - _MOST_DISAGREEING):
        return None
    return Guess(best, counted[best], len(pairs))


def _alike(seen: Seen, planned: Sequence[Planned]) -> Planned | None:
    """Give the one post with the same words around the same day, whatever the hour."""
    if seen.at is None or not seen.words:
        return None
    at = seen.at.replace(tzinfo=UTC)
    near = [each for each in planned if abs(at - each.post.publish_at) <= NEAR]
    fitting = [each for each in near if share(seen.words, each.words) >= ALIKE]
    return fitting[0] if len(fitting) == 1 else None


def _fits(at: datetime, zone: str, publish_at: datetime) -> bool:
    return abs(at.replace(tzinfo=ZoneInfo(zone)) - publish_at) <= CLOSE
