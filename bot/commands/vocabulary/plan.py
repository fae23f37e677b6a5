"""What can be asked about the plan and its outline."""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.cadence import Place
from bot.domain.spans import Span
from bot.domain.versions import Part
from bot.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """Show a week of the plan, or only the part of it that these words leave."""

    week: Week
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowSpan:
    """Show a month of the plan as a calendar, or a quarter or year added up."""

    span: Span
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddPost:
    """Put a post into the plan; it fills the place of that day and kind where one is free."""

    what: str
    on: date
    at: time | None = None
    kind: str = ""
    why: str = ""
    network: str = ""
    link: str = ""
    takes: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class OpenPostForm:
    """Open the form for a new post, for a free place or a whole day where one is named."""

    on: date | None = None
    slot_id: int | None = None


@dataclass(frozen=True, slots=True)
class RemovePost:
    """Take a post out of the plan again."""

    post_id: int


@dataclass(frozen=True, slots=True)
class OpenPost:
    """Open a post: all that is known about it, and what it was before."""

    post_id: int


@dataclass(frozen=True, slots=True)
class OpenEditForm:
    """Open the form that changes one part of a post."""

    post_id: int
    part: str = Part.ANSWERS


@dataclass(frozen=True, slots=True)
class EditPost:
    """Change a part of a post that its writer saw as this version; what is None or left out stays.

    Captions are pairs of a network and its words. Of a series, what follows the post changes in the same way or stays.
    """

    post_id: int
    version: int
    what: str | None = None
    on: date | None = None
    at: time | None = None
    kind: str | None = None
    why: str | None = None
    network: str | None = None
    link: str | None = None
    takes: str | None = None
    made_by: str | None = None
    goal: str | None = None
    shows: str | None = None
    shape: str | None = None
    captions: tuple[tuple[str, str], ...] = ()
    part: str = Part.ANSWERS
    follow: bool = False


@dataclass(frozen=True, slots=True)
class MarkPosted:
    """Say that a post is out, with its link where there is one, and why it went out where a yes was missing."""

    post_id: int
    link: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class OpenPostedForm:
    """Open the form that asks for the link of a post that is out."""

    post_id: int


@dataclass(frozen=True, slots=True)
class PreviewCopy:
    """Say what copying a month's posts into another one would do; both are named by their first day."""

    source: date
    target: date


@dataclass(frozen=True, slots=True)
class CopyMonth:
    """Copy a month's posts into another one, as far as they are not there yet."""

    source: date
    target: date


@dataclass(frozen=True, slots=True)
class UndoCopy:
    """Take out again what copying a month put in under these running numbers."""

    source: date
    target: date
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """Say what is missing from the plan."""


@dataclass(frozen=True, slots=True)
class ShowAds:
    """Show the ads of a month, named by its first day."""

    month: date


@dataclass(frozen=True, slots=True)
class StartAds:
    """Say what one ad of each kind a month would add to the outline."""


@dataclass(frozen=True, slots=True)
class SkipPlace:
    """Leave out the empty place of a day, this once."""

    on: date
    kind: str = ""
    slot_id: int | None = None


@dataclass(frozen=True, slots=True)
class MovePlace:
    """Move the empty place of a day to another one, this once; at its usual hour where none is named."""

    on: date
    to_on: date
    to_at: time | None = None
    kind: str = ""
    slot_id: int | None = None


@dataclass(frozen=True, slots=True)
class OpenMoveForm:
    """Open the form that asks where the empty place of a day moves to."""

    on: date
    slot_id: int


@dataclass(frozen=True, slots=True)
class RestorePlace:
    """Let one turn of a place, named by the day the outline has it, be as usual again."""

    due_on: date
    slot_id: int


@dataclass(frozen=True, slots=True)
class ShowCadence:
    """Show the outline of the week and let the lead edit it."""


@dataclass(frozen=True, slots=True)
class OpenCadenceForm:
    """Open the form that edits the outline."""


@dataclass(frozen=True, slots=True)
class OpenPlaceForm:
    """Open the form for one place of the outline; for a new one, perhaps an ad's, where none is named."""

    slot_id: int | None = None
    is_ad: bool = False


@dataclass(frozen=True, slots=True)
class PreviewCadence:
    """Say what an outline would change, before it is set.

    Where nobody could be picked, the places keep who is asked first for them.
    """

    places: tuple[Place, ...]
    keeps_owners: bool = False
    on_closed: str = ""


@dataclass(frozen=True, slots=True)
class SetCadence:
    """Replace the outline of the week."""

    places: tuple[Place, ...]
    on_closed: str = ""
