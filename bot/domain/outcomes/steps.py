"""What came of doing, snoozing or handing over a step, and how a nudge looks by now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.approvals import Look
from bot.domain.notes import Note
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.suggestions import Suggestion
from bot.domain.workload import Load
from storage.tables import Event, Member, Photo, Post, Step


@dataclass(frozen=True, slots=True)
class StandIns:
    """What could stand in for a picture: kept photos that fit, with who shared them, and who else could be asked."""

    photos: Sequence[Photo] = ()
    sharers: Mapping[int, Member] = field(default_factory=dict)
    helper: Member | None = None
    team_id: str = ""


@dataclass(frozen=True, slots=True)
class StepWaiting:
    """A step in a list: whose it is, and the reminder that brought it up where there was one.

    `owner` is who was asked where the reminder is about a question, and `offer` is that question, where it is the
    reader's to answer. `asked` is who is being asked, since the reminder, to take the step over, and `away_until` is
    when the owner is back, where they are away. `late` is a step that this one waits for and that is past its time.
    `event` is where its pictures are taken.
    `stand_ins` is there where the reader is asked what stands in for a picture that is missing.
    `look` is how a look at a post came to its owner, where the rule of its kind gave it to them.
    `could` are others to ask, where the reader has to find somebody, and `notes` what others left with it.
    `voice` is how the practice sounds, for whoever has the words.
    """

    step: Step
    post: Post
    owner: Member | None
    reminder: str = ""
    offer: OfferSeen | None = None
    asked: Member | None = None
    late: Step | None = None
    away_until: datetime | None = None
    stand_ins: StandIns | None = None
    event: Event | None = None
    look: Look | None = None
    could: Sequence[Suggestion] = ()
    notes: Sequence[Note] = ()
    voice: str = ""


@dataclass(frozen=True, slots=True)
class SubstituteUsed:
    """A kept photo stands in for one that isn't there or, where there is none, a graphic of whoever chose that."""

    step: Step
    post: Post
    photo: Photo | None


@dataclass(frozen=True, slots=True)
class StepFinished:
    """A step is done; `is_news` is false where it was done before."""

    step: Step
    post: Post
    is_news: bool = True


@dataclass(frozen=True, slots=True)
class HelpFormOpened:
    """The form that asks what would help; `told` is who reads it."""

    step: Step
    post: Post
    told: Member
    opened_in: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Somebody was told privately that a step needs help; `is_news` is false where they knew already."""

    step: Step
    post: Post
    told: Member
    is_news: bool = True


@dataclass(frozen=True, slots=True)
class StepSnoozed:
    """A step comes back on the next opening day."""

    step: Step
    post: Post
    until_at: datetime
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class StepTakenOver:
    """Whoever asked has the step now."""

    step: Step
    post: Post
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class StepHandedOver:
    """Somebody is asked to take a step; until they say yes it stays with its owner. `over` is beyond their minutes."""

    step: Step
    post: Post
    asked: Member
    owner: Member | None
    over: Sequence[Load] = ()


@dataclass(frozen=True, slots=True)
class StepSettled:
    """A button belonged to something that was settled before: the step is done, gone, or somebody else's."""

    step: Step | None
    post: Post | None
    owner: Member | None = None


@dataclass(frozen=True, slots=True)
class HandOverFormOpened:
    """The form that asks whom to give a step to; `could` are those who agreed to it, the best first."""

    step: Step
    post: Post
    owner: Member | None
    opened_in: str
    zone: ZoneInfo
    could: Sequence[Suggestion] = ()


Just = StepFinished | HelpAsked | StepSnoozed | StepTakenOver | StepHandedOver | StepSettled | SubstituteUsed
"""What was just done about one step, said above the list it was done in."""


@dataclass(frozen=True, slots=True)
class NudgeShown:
    """The steps that one message reminds its reader of, as they are now; `key` names the message.

    `is_last` is whether it is the last such message that its reader gets on its day.
    """

    items: Sequence[StepWaiting]
    reader: Member
    key: str
    zone: ZoneInfo
    now: datetime
    just: Just | OfferSeen | None = None
    in_place: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """The private notice that somebody needs help with a step, as it is now."""

    item: StepWaiting
    reader: Member
    key: str
    zone: ZoneInfo
    now: datetime
    just: Just | OfferSeen | None = None
    in_place: bool = False
