"""What came of bringing in a file of figures, and of entering the numbers of whole accounts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.held import Held
from bot.domain.intake import Intake
from bot.domain.places import Account
from bot.domain.weeks import Week
from storage.tables import FiguresFile, Member


@dataclass(frozen=True, slots=True)
class FileSeen:
    """What a file comes to as things stand; nothing is taken in yet."""

    file: FiguresFile
    held: Held
    intake: Intake
    zone: ZoneInfo
    today: date
    problem: str = ""
    is_anew: bool = False
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class FileReadAgain:
    """A file is being read once more with an answer; what it comes to then is told."""


@dataclass(frozen=True, slots=True)
class FileKnown:
    """These very bytes were taken in before."""

    file: FiguresFile
    by: Member | None
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class FileTaken:
    """What a file has was taken in; how many of each are in its `read`."""

    file: FiguresFile
    in_place: bool = True


@dataclass(frozen=True, slots=True)
class FileUnderWay:
    """A large file is being taken in; its end is told."""

    rows: int


@dataclass(frozen=True, slots=True)
class FileSetAside:
    """A file was set aside; nothing has changed."""

    file: FiguresFile


@dataclass(frozen=True, slots=True)
class FileTakenOut:
    """All that came with a file is gone again; leads that were worked on since stay."""

    file: FiguresFile
    leads_kept: int


@dataclass(frozen=True, slots=True)
class FilesShown:
    """The files that were brought lately, the newest first."""

    files: tuple[FiguresFile, ...]
    people: Mapping[int, Member]
    zone: ZoneInfo
    today: date


@dataclass(frozen=True, slots=True)
class PeriodFormOpened:
    """The form that asks which days a file is about is open."""

    file: FiguresFile
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ColumnsFormOpened:
    """The form that asks what the columns of a table mean is open."""

    file: FiguresFile
    held: Held


@dataclass(frozen=True, slots=True)
class WeekFormOpened:
    """The form for the numbers of whole accounts is open, filled in as far as they are known."""

    week: Week
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class WeekLogged:
    """Numbers of whole accounts are remembered."""

    week: Week
    accounts: tuple[Account, ...]


FileOutcome = (
    ColumnsFormOpened
    | FileKnown
    | FileReadAgain
    | FileSeen
    | FileSetAside
    | FileTaken
    | FileTakenOut
    | FileUnderWay
    | FilesShown
    | PeriodFormOpened
    | WeekFormOpened
    | WeekLogged
)
"""All that can come of files of figures; `outcomes` has them under this one name."""
