"""What a file says anew about leads that are logged already: how far they have come, and where they came from.

A lead moves on and never back: where it stands further here than in the file, it stays. A lead that a form on the web
left learns its network from Meta's file, once. Pure: rows in, decisions out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain import sources
from bot.domain.exports import LeadLine
from bot.domain.leads import OPEN_STAGES, rank
from storage.tables import Stage


class Standing(NamedTuple):
    """What is known of a lead that has this id of a form or a table."""

    outside_id: str
    lead_id: int
    stage: str
    said: str
    tracked: str
    network: str


@dataclass(frozen=True, slots=True)
class Change:
    """One lead that a file says something new about: its later stage, or the network it came from."""

    lead_id: int
    stage: str = ""
    network: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a file changes about leads that are known, and how many stand further here than there."""

    moved: tuple[Change, ...] = ()
    placed: tuple[Change, ...] = ()
    further: int = 0

    @property
    def size(self) -> int:
        """How many leads change."""
        return len(self.moved) + len(self.placed)


def changes(lines: Iterable[LeadLine], logged: Mapping[str, Standing]) -> Changes:
    """Say what these lines change about leads that are logged under the same ids."""
    moved, placed, further = [], [], 0
    for line in lines:
        known = logged.get(line.outside_id)
        if known is None:
            continue
        if _is_same(line, known):
            if _is_later(line.stage, known.stage):
                moved.append(Change(known.lead_id, stage=line.stage))
            further += _is_later(known.stage, line.stage or known.stage)
        if line.tracked and line.network and known.tracked in ("", sources.META) and not known.network:
            placed.append(Change(known.lead_id, network=line.network))
    return Changes(tuple(moved), tuple(placed), further)


def _is_same(line: LeadLine, known: Standing) -> bool:
    """Whether a row of a practice's own table is the lead it was: rows may have been put between others since."""
    return not line.said or sources.kept(line.said) == known.said


def _is_later(stage: str, than: str) -> bool:
    if than not in OPEN_STAGES or not stage:
        return False
    return stage == Stage.LOST or rank(stage) > rank(than)
