"""The App Home: this week, what waits, photos to clear."""

from dataclasses import dataclass

from bot.domain.outcomes.mine import Mine
from bot.domain.outcomes.offers import OfferSeen
from bot.domain.outcomes.plan import WeekShown
from bot.domain.outcomes.steps import Just
from storage.tables import Member


@dataclass(frozen=True, slots=True)
class HomeShown:
    """The dashboard of one member: this week's plan, what waits for them, and how many photos wait to be cleared."""

    mine: Mine
    plan: WeekShown
    photos_to_clear: int = 0
    just: Just | OfferSeen | None = None


@dataclass(frozen=True, slots=True)
class WelcomeShown:
    """The App Home before anybody has set the workspace up."""

    member: Member
