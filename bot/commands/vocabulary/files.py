"""What can be asked about files of figures, and about the numbers of whole accounts that are entered by hand."""

from dataclasses import dataclass
from datetime import date

from bot.domain.weeks import Week


@dataclass(frozen=True, slots=True)
class ShowFiles:
    """Show the files that were brought in, and which wait."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Show what a file comes to as things stand now."""

    file_id: int


@dataclass(frozen=True, slots=True)
class TakeInFile:
    """Take the numbers of a file in; `mark` says what of it was seen."""

    file_id: int
    mark: str


@dataclass(frozen=True, slots=True)
class SetFileAside:
    """Set a file aside and forget what was read from it."""

    file_id: int


@dataclass(frozen=True, slots=True)
class TakeOutFile:
    """Take back all that came in with a file."""

    file_id: int


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """Answer one question about a file, in the words of its choices."""

    file_id: int
    asks: str
    answer: str


@dataclass(frozen=True, slots=True)
class ChoosePost:
    """Say which post of the plan a row of a file is; 0 is none of them."""

    file_id: int
    row: int
    post_id: int


@dataclass(frozen=True, slots=True)
class OpenPeriodForm:
    """Open the form that asks which days a file is about."""

    file_id: int


@dataclass(frozen=True, slots=True)
class SetPeriod:
    """Say from which day to which a file is about."""

    file_id: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class OpenColumnsForm:
    """Open the form that asks what the columns of a table mean."""

    file_id: int


@dataclass(frozen=True, slots=True)
class MapColumns:
    """Say what each row of a table is, and what its columns mean, in their order; "" leaves one out."""

    file_id: int
    rows_are: str
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenWeekForm:
    """Open the form for the numbers of whole accounts in a week; without one, in the last whole one."""

    week: Week | None = None


@dataclass(frozen=True, slots=True)
class LogWeek:
    """Remember numbers of accounts in a week, each as "instagram followers 1204"; what is not there is unknown."""

    week: Week
    numbers: tuple[str, ...]
