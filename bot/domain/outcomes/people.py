"""What came of what people said about themselves: how they are reminded, when they are away, what they look after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.duties import Cover
from bot.domain.etiquette import Manners
from bot.domain.outcomes.steps import StepWaiting
from storage.tables import Absence, Agreement, Duty, Member, Post, Step


@dataclass(frozen=True, slots=True)
class RemindersFormOpened:
    """The form that says how somebody is reminded, as it is now."""

    manners: Manners


@dataclass(frozen=True, slots=True)
class RemindersSet:
    """Somebody is reminded this way from now on."""

    manners: Manners


@dataclass(frozen=True, slots=True)
class AwaySaid:
    """Whoever asked is away, now or later; `stand_in` is who is reminded instead."""

    absence: Absence
    stand_in: Member | None
    now: datetime
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class BackSaid:
    """Whoever asked is here; `was_away` is false where nothing had said otherwise."""

    was_away: bool
    steps: Sequence[tuple[Step, Post]]


@dataclass(frozen=True, slots=True)
class AwayCovered:
    """The private word to a stand-in: who is away, and what of theirs is due meanwhile."""

    member: Member
    until_at: datetime
    steps: Sequence[tuple[Step, Post]]
    now: datetime
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Returned:
    """The private word to somebody who is back: what is theirs again."""

    steps: Sequence[tuple[Step, Post]]
    now: datetime
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class DutiesShown:
    """The card of all duties, with who looks after each, and which are the reader's.

    `planned` are the minutes that each member has of a duty this week.
    """

    covers: Sequence[Cover]
    viewer_id: int
    planned: Mapping[tuple[int, Duty], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CardSent:
    """The card of all duties is on its way as a file."""


@dataclass(frozen=True, slots=True)
class DutyFormOpened:
    """The form in which somebody agrees to a duty, as they have agreed so far."""

    duty: Duty
    agreement: Agreement | None


@dataclass(frozen=True, slots=True)
class DutySet:
    """Somebody agreed to a duty or stepped back from it; `minutes` is what they have agreed to in all."""

    cover: Cover
    is_mine: bool
    minutes: int


@dataclass(frozen=True, slots=True)
class StepsLeft:
    """The private word to the lead: somebody has left, and these steps are the lead's now."""

    gone: Member
    items: Sequence[StepWaiting]
    now: datetime
    zone: ZoneInfo
