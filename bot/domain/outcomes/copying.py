"""What came of copying a month's posts into another one."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.copying import Copies
from storage.tables import Post


@dataclass(frozen=True, slots=True)
class CopyPreviewed:
    """What copying would do; nothing has been copied yet."""

    source: date
    target: date
    copies: Copies
    today: date
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class MonthCopied:
    """The posts of one month are in another one now, as far as they were not there before.

    `numbers` are the running numbers of the first and the last of them.
    """

    source: date
    target: date
    copies: Copies
    numbers: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class CopyUndone:
    """What a copy put in is out again, but for what somebody went on with."""

    target: date
    taken_out: int
    stays: tuple[Post, ...]
