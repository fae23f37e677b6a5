"""What came of asking about the digest."""

from dataclasses import dataclass

from bot.domain.digest import Digest, Side
from bot.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class DigestShown:
    """The digest of a week is shown: to both sides, who are addressed, or to one who looks it up."""

    digest: Digest
    is_addressed: bool


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
