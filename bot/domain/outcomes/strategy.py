"""What came of asking about the strategy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from storage.tables import Member, Strategy


@dataclass(frozen=True, slots=True)
class StrategyShown:
    """The strategy on one page; `is_aside` is where it stands over something that somebody is at.

    `is_saved` is where it was saved a moment ago, and `is_news` whether that changed anything.
    """

    strategy: Strategy | None
    people: Mapping[int, Member]
    zone: ZoneInfo
    editor: Member
    may_change: bool = False
    is_aside: bool = False
    is_saved: bool = False
    is_news: bool = True


@dataclass(frozen=True, slots=True)
class StrategyFormOpened:
    """The form for the strategy; with `clashes`, nothing was saved: others changed the same parts meanwhile.

    `wanted` is what its fields hold, `now` the version that holds, from which it goes on.
    """

    now: Strategy | None
    wanted: Mapping[str, str]
    people: Mapping[int, Member]
    clashes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StrategyChangesShown:
    """What each version changed, the newest first, beside the one before it."""

    versions: Sequence[tuple[Strategy, Mapping[str, tuple[str, str]]]]
    people: Mapping[int, Member]
    zone: ZoneInfo
    earlier: bool = False
