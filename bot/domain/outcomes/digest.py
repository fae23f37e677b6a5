"""What came of asking about the digest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.comparing import Compared
from bot.domain.digest import Digest, Side
from bot.domain.effort import Efforts
from bot.domain.fit import Fit
from bot.domain.outcomes.course import Reviewed
from bot.domain.unlogged import Unlogged
from bot.domain.weeks import Week
from storage.tables import Decision, Member


@dataclass(frozen=True, slots=True)
class DigestShown:
    """The digest of a week is shown: to both sides, who are addressed, or to one who looks it up.

    `reviews` are the decisions to look at again, `decided` is what was decided about the week, with who is who.
    """

    digest: Digest
    is_addressed: bool
    reviews: Sequence[Reviewed] = ()
    decided: Sequence[Decision] = ()
    people: Mapping[int, Member] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DigestDetailed:
    """What stands behind a week's digest is told in its thread; `unlogged` are comments that only figures show."""

    digest: Digest
    compared: Compared
    fit: Fit
    unlogged: Sequence[Unlogged] = ()

    @property
    def tells_anything(self) -> bool:
        """Whether there is a number to tell."""
        digest = self.digest
        is_counted = digest.booked.share.whole or digest.costs or digest.verdict.ratio or self.fit.tells_anything
        is_told = any(told.has_figures for told in digest.posts) or digest.conversation.needless or self.unlogged
        return bool(is_counted or self.compared.tells_anything or is_told)


@dataclass(frozen=True, slots=True)
class NetworksCompared:
    """The networks of the last twelve whole weeks are shown beside each other, with what the strategy has each for."""

    efforts: Efforts
    purposes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PostsCompared:
    """The posts of the last twelve weeks are shown beside each other, with what is known of leads or without."""

    compared: Compared
    tells_leads: bool = True


@dataclass(frozen=True, slots=True)
class LineFormOpened:
    """The form for one side's line is open, filled in as it was last; it may ask whether no leads came at all."""

    week: Week
    side: Side
    may_say_none: bool = False


@dataclass(frozen=True, slots=True)
class LineAdded:
    """One side's line is remembered, and appears in so many messages that are already out."""

    week: Week
    side: Side
    messages: int
