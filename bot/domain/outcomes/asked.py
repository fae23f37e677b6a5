"""Messages that ask one person about numbers: leads that are open or have just come, and what a digest still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.outcomes.leads import LeadGone, LeadMoved, LeadOvertaken
from bot.domain.weeks import Week
from storage.tables import Lead, Member, Post

After = LeadMoved | LeadOvertaken | LeadGone


@dataclass(frozen=True, slots=True)
class LeadsAsked:
    """The sales side is asked how far leads have come, once a week or because they came by the web.

    `key` names the message, `more` counts what it has no room for, `instead_of` is who is away, `after` what was just
    done to one of them here.
    """

    key: str
    leads: Sequence[Lead]
    more: int
    came_by_web: bool
    today: date
    instead_of: Member | None = None
    after: After | None = None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class NumbersAsked:
    """Somebody is asked for what the digest of a week still lacks: figures of posts, word of leads.

    `says_nothing` tells that no lead of the week is logged and nobody said that none came.
    """

    key: str
    week: Week
    digest_at: datetime
    posts: Sequence[Post]
    says_nothing: bool
    untouched: Sequence[Lead]
    more: int
    today: date
    zone: ZoneInfo
    instead_of: Member | None = None
    after: After | None = None
    in_place: bool = False

    @property
    def lacks_nothing(self) -> bool:
        """Whether all of it is there by now."""
        return not (self.posts or self.says_nothing or self.untouched)


@dataclass(frozen=True, slots=True)
class NoneCameSaid:
    """It is known that no leads came in a week."""

    week: Week
