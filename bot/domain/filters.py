"""Looking at a part of the plan only: mine, what is still open, a kind, a network.

Words of one sort widen the view ("human service" shows both), words of different sorts narrow it ("human mine"). Rows
in, rows out; it refuses to know who may see what, because everybody may see everything.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.domain.cadence import Entry, Standing
from bot.domain.networks import NETWORKS, named
from bot.domain.posts import left_open
from storage.tables import AdKind, Kind, Step

MINE = "mine"
OPEN = "open"
Only = tuple[str, ...]


def word(typed: str) -> str:
    """Give the filter that a typed word names; "" where it names none."""
    asked = typed.lower().removeprefix("#")
    if asked in {MINE, OPEN, *Kind, *AdKind}:
        return asked
    found = named(asked)
    return found[0] if found and asked in NETWORKS[found[0]].spellings else ""


def needs_steps(only: Only) -> bool:
    """Whether who is on what has to be known."""
    return MINE in only or OPEN in only


def choices(entries: Iterable[Entry]) -> Only:
    """Give the words that would narrow these entries; none where there is nothing to tell apart."""
    known = list(entries)
    kinds = tuple(kind for kind in (*Kind, *AdKind) if any(entry.kind == kind for entry in known))
    networks = dict.fromkeys(name for entry in known if entry.post for name in named(entry.post.network))
    several = (*(kinds if len(kinds) > 1 else ()), *(networks if len(networks) > 1 else ()))
    return (MINE, OPEN, *several) if any(entry.post for entry in known) else ()


def keep(
    entries: Iterable[Entry], only: Only, *, steps: Mapping[int, Sequence[Step]], member_id: int
) -> tuple[Entry, ...]:
    """Give the entries that these filters leave."""
    kinds = {name for name in only if name in {*Kind, *AdKind}}
    networks = {name for name in only if name in NETWORKS}
    return tuple(
        entry
        for entry in entries
        if (not kinds or entry.kind in kinds)
        and (not networks or (entry.post is not None and not networks.isdisjoint(named(entry.post.network))))
        and (MINE not in only or _is_mine(entry, steps, member_id))
        and (OPEN not in only or _is_open(entry, steps))
    )


def _is_mine(entry: Entry, steps: Mapping[int, Sequence[Step]], member_id: int) -> bool:
    return entry.post is not None and any(step.owner_id == member_id for step in steps.get(entry.post.id or 0, ()))


def _is_open(entry: Entry, steps: Mapping[int, Sequence[Step]]) -> bool:
    """Whether something of it still waits for somebody: a place for its post, a step for a yes, a question, a link."""
    if entry.post is None:
        return entry.standing == Standing.FREE
    if entry.standing == Standing.POSTED:
        return False
    waits = any(step.accepted_at is None and step.done_at is None for step in steps.get(entry.post.id or 0, ()))
    return waits or entry.standing == Standing.UNSEEN or bool(left_open(entry.post))
