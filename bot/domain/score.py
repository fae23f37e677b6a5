"""Whether a plan is manageable, strategic and trackable: three ticks, each with the counts that decide it.

Manageable is what the team has said yes to and really gets out; strategic, that every post says what should come of
it; trackable, that what is out has its figures. What nothing is known of yet is neither ticked nor held against
anybody. Rows in, ticks out; it refuses to know the words.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.cadence import Entry, Standing
from storage.tables import Post, Step

FOUR_WEEKS = timedelta(weeks=4)
FIGURES_AFTER = timedelta(days=3)
"""Before that, figures still move much, and nobody is late with them."""
_KEPT = 0.5


class Quality(StrEnum):
    """What a plan should be."""

    MANAGEABLE = "manageable"
    STRATEGIC = "strategic"
    TRACKABLE = "trackable"


class Reason(StrEnum):
    """What decides a tick."""

    WAITS_FOR_A_YES = "waits for a yes"
    KEPT = "kept"
    SAYS_WHY = "says why"
    HAS_FIGURES = "has figures"


@dataclass(frozen=True, slots=True)
class Tick:
    """One quality and why it holds: so many of so many; None where there is nothing yet to tell by."""

    quality: Quality
    holds: bool | None
    reason: Reason
    part: int = 0
    whole: int = 0


def score(
    behind: Sequence[Entry],
    ahead: Sequence[Entry],
    steps: Mapping[int, Sequence[Step]],
    counted: Collection[int],
    *,
    now: datetime,
) -> tuple[Tick, ...]:
    """Give the three ticks: from four weeks behind and ahead, the steps of posts ahead, and the posts with figures."""
    return (
        _manageable(behind, ahead, steps),
        _strategic([entry.post for entry in ahead if entry.post is not None]),
        _trackable(behind, counted, now),
    )


def _manageable(behind: Sequence[Entry], ahead: Sequence[Entry], steps: Mapping[int, Sequence[Step]]) -> Tick:
    open_steps = [
        step for entry in ahead if entry.post for step in steps.get(entry.post.id or 0, ()) if not step.done_at
    ]
    waiting = sum(step.accepted_at is None for step in open_steps)
    if waiting:
        return Tick(Quality.MANAGEABLE, False, Reason.WAITS_FOR_A_YES, waiting, len(open_steps))
    kept, places = kept_of(behind)
    holds = kept >= _KEPT * places if places else None
    return Tick(Quality.MANAGEABLE, holds, Reason.KEPT, kept, places)


def _strategic(planned: Sequence[Post]) -> Tick:
    part = sum(bool(post.why or post.goal) for post in planned)
    return Tick(Quality.STRATEGIC, part == len(planned) if planned else None, Reason.SAYS_WHY, part, len(planned))


def _trackable(behind: Sequence[Entry], counted: Collection[int], now: datetime) -> Tick:
    out = [entry.post for entry in behind if entry.post and entry.post.posted_at]
    due = [post for post in out if post.posted_at is not None and post.posted_at <= now - FIGURES_AFTER]
    part = sum(post.id in counted for post in due)
    return Tick(Quality.TRACKABLE, part == len(due) if due else None, Reason.HAS_FIGURES, part, len(due))


def kept_of(behind: Iterable[Entry]) -> tuple[int, int]:
    """Count the places that are over and have their post out, and all that are over."""
    over = [entry for entry in behind if entry.slot and entry.standing not in (Standing.FREE, Standing.PLANNED)]
    return sum(entry.standing is Standing.POSTED for entry in over), len(over)
