"""What came of asking for the plan as a file, or of sharing one."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.sheet_changes import Comparison


@dataclass(frozen=True, slots=True)
class PlanExported:
    """The plan is on its way as a file."""

    form: str


@dataclass(frozen=True, slots=True)
class PlanNotSent:
    """The plan could not be sent as a file, because the app may not send files here."""


@dataclass(frozen=True, slots=True)
class SheetNoticed:
    """A sheet was shared; what it comes to is told as soon as it has been read."""


@dataclass(frozen=True, slots=True)
class SheetCompared:
    """What a shared sheet would change."""

    sheet_id: int
    comparison: Comparison
    zone: ZoneInfo
    today: date
    in_place: bool = False
    is_anew: bool = False


@dataclass(frozen=True, slots=True)
class SheetRefused:
    """A shared file can't be taken in."""

    sentence: str
    hint: str


@dataclass(frozen=True, slots=True)
class SheetApplied:
    """What a shared sheet has changed."""

    added: int
    changed: int
    taken_out: int


@dataclass(frozen=True, slots=True)
class SheetUnderWay:
    """A sheet that changes much is being put into the plan; its end is told."""

    changes: int


@dataclass(frozen=True, slots=True)
class SheetSetAside:
    """A shared sheet was set aside; nothing has changed."""


SheetOutcome = (
    PlanExported
    | PlanNotSent
    | SheetApplied
    | SheetCompared
    | SheetNoticed
    | SheetRefused
    | SheetSetAside
    | SheetUnderWay
)
"""All that can come of the plan as a file; `outcomes` has them under this one name."""
