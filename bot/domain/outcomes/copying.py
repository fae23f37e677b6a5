"""What came of copying a month's posts into another one."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.copying import Copies


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
    """The posts of one month are in another one now, as far as they were not there before."""

    source: date
    target: date
    copies: Copies
