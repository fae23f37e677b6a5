"""What came of looking at the outline of the week, or changing it."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.cadence import Place
from bot.domain.outline import OnClosed, Turn
from bot.domain.reshaping import Reach
from storage.tables import Member


@dataclass(frozen=True, slots=True)
class CadenceShown:
    """The outline as it stands with the row id of each place, and who looks after it."""

    places: tuple[Place, ...]
    slot_ids: tuple[int, ...]
    may_edit: bool
    lead: Member


@dataclass(frozen=True, slots=True)
class CadenceFormOpened:
    """The form that edits the outline."""

    places: tuple[Place, ...]
    on_closed: OnClosed


@dataclass(frozen=True, slots=True)
class PlaceFormOpened:
    """The form for one place of the outline, or for a new one, beside the others that stay."""

    place: Place | None
    others: tuple[Place, ...]
    today: date
    is_ad: bool = False


@dataclass(frozen=True, slots=True)
class MoveFormOpened:
    """The form that asks where one turn of a place moves to."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class PlaceShifted:
    """One turn of a place is left out, moved, or as usual again; the others stay.

    `is_closed` is where nobody is in at its hour; `publish_by` is then when publishing would be due, on the practice's
    clock, unless that is over.
    """

    turn: Turn
    today: date
    is_news: bool = True
    is_closed: bool = False
    publish_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit of the outline changes, each place as it was and as it will be, and how much of the plan that is."""

    added: tuple[Place, ...]
    moved: tuple[tuple[Place, Place], ...]
    gone: tuple[Place, ...]
    reach: Reach
    on_closed: OnClosed | None = None

    def __bool__(self) -> bool:
        return bool(self.added or self.moved or self.gone or self.on_closed)


@dataclass(frozen=True, slots=True)
class CadencePreviewed:
    """What an edit would change; nothing has been changed yet."""

    wanted: tuple[Place, ...]
    edit: Edit


@dataclass(frozen=True, slots=True)
class CadenceSet:
    """The outline as it is now, and what that changed."""

    places: tuple[Place, ...]
    edit: Edit
