"""What came of asking somebody to take a step."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.offers import Standing
from storage.tables import Member, Offer, Post, Step


@dataclass(frozen=True, slots=True)
class OfferSeen:
    """An offer as its message should show it now; stale where the button clicked belonged to an older state.

    `other` is whoever the standing is about: the one who asks or could not, the one waited for, the one who has it.
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


@dataclass(frozen=True, slots=True)
class SwapFormOpened:
    """The form that asks whom to ask instead."""

    offer: Offer
    post: Post
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class OfferSwapped:
    """Somebody else was asked; until they say yes it stays with the one who had it."""

    post: Post
    steps: Sequence[Step]
    asked: Member


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
