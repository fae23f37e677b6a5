"""What came of looking at the outline of the week, or changing it."""

from dataclasses import dataclass

from bot.domain.cadence import Place
from storage.tables import Member


@dataclass(frozen=True, slots=True)
class CadenceShown:
    """The outline as it stands, and who looks after it."""

    places: tuple[Place, ...]
    may_edit: bool
    lead: Member


@dataclass(frozen=True, slots=True)
class CadenceFormOpened:
    """The form that edits the outline."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CadenceSet:
    """The outline as it is now, what that changed, and how many posts to come keep the day they had."""

    places: tuple[Place, ...]
    added: tuple[Place, ...]
    moved: tuple[Place, ...]
    gone: tuple[Place, ...]
    posts_kept: int
