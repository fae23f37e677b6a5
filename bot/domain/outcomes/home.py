"""The App Home: this week, what waits, photos to clear."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.filters import Only
from bot.domain.outcomes.leads import LeadGone, LeadMoved, LeadOvertaken
from bot.domain.outcomes.mine import Mine, Said
from bot.domain.outcomes.plan import WeekShown
from storage.tables import Lead, Member


@dataclass(frozen=True, slots=True)
class HomeLeads:
    """The open leads on the Home of whoever speaks for sales, the newest first, and what was just done to one there."""

    open: Sequence[Lead]
    more: int
    today: date
    after: LeadMoved | LeadOvertaken | LeadGone | None = None


@dataclass(frozen=True, slots=True)
class HomeShown:
    """The dashboard of one member: this week and the next, what waits for them, how many photos wait to be cleared.

    `choices` are the words that narrow these weeks; the weeks show what `only` leaves of them.
    """

    mine: Mine
    plan: WeekShown
    coming: WeekShown
    choices: Only = ()
    only: Only = ()
    photos_to_clear: int = 0
    just: Said | None = None
    leads: HomeLeads | None = None


@dataclass(frozen=True, slots=True)
class WelcomeShown:
    """The App Home before anybody has set the workspace up."""

    member: Member
