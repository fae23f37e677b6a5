"""What came of asking about figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.domain.answering import Answering
from bot.domain.figures import Told
from bot.domain.places import Account
from bot.domain.weeks import Week
from storage.tables import Figures, FiguresFile, Member


@dataclass(frozen=True, slots=True)
class FiguresShown:
    """The posts that are out lately are shown, the newest first, with their figures, and what is known of accounts.

    `spent` is in cents, by month ("2026-11") and currency; `talks` is how the comments under posts were answered.
    """

    posts: tuple[Told, ...]
    more: int
    week: Week
    accounts: tuple[Account, ...] = ()
    longer: tuple[Account, ...] = ()
    spent: Mapping[tuple[str, str], int] = field(default_factory=dict)
    talks: Mapping[int, Answering] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FiguresFormOpened:
    """The form for the figures of a post is open, filled in as they are known, with where they come from."""

    told: Told
    history: tuple[Figures, ...]
    files: Mapping[int, FiguresFile]
    people: Mapping[int, Member]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class FiguresLogged:
    """The figures of a post are remembered."""

    told: Told
