"""What came of asking somebody to take a step."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.notes import Note
from bot.domain.offers import Standing
from bot.domain.suggestions import Suggestion
from bot.domain.workload import Load
from storage.tables import Duty, Event, Member, Offer, Post, Step


@dataclass(frozen=True, slots=True)
class OfferSeen:
    """An offer as its message should show it now; stale where the button clicked belonged to an older state.

    `other` is whoever the standing is about: the one who asks or could not, the one waited for, the one who has it.
    `unsaid` are the duties that the one asked never said they look after, `over` is where a yes goes beyond their
    minutes, and `could` are others to ask, where it is the lead who has to find somebody. `agreed` are the
    duties that they have just agreed to, and `event` is where its pictures would be taken. `notes` are what others left
    with the steps, and `looks` is who was just asked to look it over, because they are new to it.
    `voice` is how the practice sounds, where the words are asked for.
    """

    offer: Offer
    post: Post
    steps: Sequence[Step]
    zone: ZoneInfo
    standing: Standing
    other: Member | None = None
    reason: str = ""
    where: str = ""
    in_place: bool = False
    stale: bool = False
    unsaid: Sequence[Duty] = ()
    over: Sequence[Load] = ()
    could: Sequence[Suggestion] = ()
    agreed: Sequence[Duty] = ()
    event: Event | None = None
    notes: Sequence[Note] = ()
    looks: Member | None = None
    voice: str = ""


@dataclass(frozen=True, slots=True)
class SwapFormOpened:
    """The form that asks whom to ask instead; `could` are those who agreed to it, the best first."""

    offer: Offer
    post: Post
    steps: Sequence[Step]
    could: Sequence[Suggestion] = ()


@dataclass(frozen=True, slots=True)
class OfferSwapped:
    """Somebody else was asked; until they say yes it stays with the one who had it. `over` is beyond their minutes."""

    post: Post
    steps: Sequence[Step]
    asked: Member
    over: Sequence[Load] = ()


@dataclass(frozen=True, slots=True)
class DeclineFormOpened:
    """The form that asks, optionally, why not; only where it is the lead who hears of it.

    `passes_to` is None where the lead declines and so keeps the steps.
    """

    offer: Offer
    post: Post
    steps: Sequence[Step]
    passes_to: Member | None
    asks_why: bool


@dataclass(frozen=True, slots=True)
class OfferDeclined:
    """The offer was declined and passed to somebody, or stays with the lead who declined it (`passed_to` is None)."""

    post: Post
    steps: Sequence[Step]
    passed_to: Member | None


@dataclass(frozen=True, slots=True)
class StepTaken:
    """The notice to whoever had a step that somebody else has it now."""

    post: Post
    step: Step
    by: Member
