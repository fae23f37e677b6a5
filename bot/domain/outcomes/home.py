"""The App Home: this week, what waits, photos to clear."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.outcomes.mine import Mine
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.outcomes.steps import Just
from bot.domain.weeks import Week
from storage.tables import Member, Post, Slot


@dataclass(frozen=True, slots=True)
class HomeShown:
    """The dashboard of one member; `free` are this week's places that nothing fills yet and that are still to come."""

    mine: Mine
    week: Week
    posts: Sequence[Post]
    free: Sequence[Slot]
    photos_to_clear: int
    lead: Member | None
    just: Just | OfferSeen | None = None


@dataclass(frozen=True, slots=True)
class WelcomeShown:
    """The App Home before anybody has set the workspace up."""

    member: Member
