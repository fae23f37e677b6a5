"""The plan as a sheet of lines: its columns, and what a sheet that comes back would change.

Every column is one line of `COLUMNS`; writing, reading, comparing and the drop-down lists come from there. A line holds
plain words under the names of a post's answers. It refuses to know files, and it changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from bot.domain.networks import NETWORKS, named
from bot.domain.versions import CAPTION
from storage.tables import AdKind, GoalKind, Kind, Maker, Shape

PLAN = "Plan"
"""The name of the sheet that is read back."""


_OTHERS = {
    "pdf": "a PDF",
    "word": "a document",
    "docx": "a document",
    "presentation": "slides",
    "powerpoint": "slides",
    "video/": "a video",
    "mp4": "a video",
    "audio/": "a sound",
}
_KINDS = ("spreadsheet", "excel", "csv", "comma-separated", "xls", "ods", "text/plain", "tsv", "tab-separated")


def is_one(file_kind: str) -> bool:
    """Whether Slack's word for a kind of file means a table, also one that can't be taken in."""
    return file_kind.lower() == "text" or any(word in file_kind.lower() for word in _KINDS)


def other(file_kind: str) -> str:
    """Say what a file surely is instead of a table, by Slack's word for it; "" where its bytes have to tell."""
    kind = file_kind.lower()
    return "" if is_one(kind) else next((what for word, what in _OTHERS.items() if word in kind), "")


class Holds(StrEnum):
    """What the cells of a column hold."""

    WORDS = "words"
    NUMBER = "number"
    DAY = "day"
    CLOCK = "clock"


class Status(StrEnum):
    """How a post stands; only the last one is for people to choose."""

    PLANNED = "planned"
    POSTED = "posted"
    TAKE_OUT = "take out"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the answer it holds, how wide it is, the words it offers and those it takes as well."""

    heading: str
    field: str
    width: int
    holds: Holds = Holds.WORDS
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    is_told: bool = False


COLUMNS = (
    Column("No.", "number", 6, Holds.NUMBER, is_told=True),
    Column("Date", "on", 12, Holds.DAY),
    Column("Time", "at", 9, Holds.CLOCK),
    Column("Kind", "kind", 12, choices=tuple(Kind), also=tuple(AdKind)),
    Column("What", "what", 44),
    Column("Why", "why", 28),
    Column("Good for", "goal", 12, choices=tuple(GoalKind)),
    Column("Networks", "network", 18),
    Column("Caption", CAPTION, 44),
    *(Column(f"Caption {network.name}", f"{CAPTION}{key}", 36) for key, network in NETWORKS.items()),
    Column("Link", "link", 28),
    Column("What it takes", "takes", 24),
    Column("In the picture", "shows", 24),
    Column("Picture held", "shape", 12, choices=tuple(Shape)),
    Column("Made by", "made_by", 10, choices=tuple(Maker)),
    Column("Status", "status", 10, choices=tuple(Status), is_told=True),
    Column("Version", "version", 8, Holds.NUMBER, is_told=True),
    Column("Substitute", "substitute", 12, is_told=True),
)
"""A told column says how a post stands; it is no answer that a sheet could change."""
ANSWERS = tuple(column.field for column in COLUMNS if not column.is_told)
NEEDED = ("on", "at", "kind", "what")
"""What a new post can't do without."""


def columns_for(lines: Sequence[Mapping[str, str]]) -> tuple[Column, ...]:
    """Give the columns that these lines need: of networks those that a post names or has words for."""
    needed = {
        f"{CAPTION}{key}"
        for line in lines
        for key in NETWORKS
        if line.get(f"{CAPTION}{key}") or key in named(line.get("network", ""))
    }
    needed |= {"substitute" for line in lines if line.get("substitute")}
    optional = {"substitute", *(f"{CAPTION}{key}" for key in NETWORKS)} - needed
    return tuple(column for column in COLUMNS if column.field not in optional)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: which row it is in, and its words by field."""

    row: int
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was read from a file: the sheet's name, the letter of each column there, and its lines."""

    name: str
    letters: Mapping[str, str]
    lines: tuple[Line, ...]
    problems: tuple["Problem", ...] = ()

    def cell(self, row: int, field: str) -> str:
        """Name a cell as people find it: "Plan!D7"."""
        address = f"{self.letters.get(field, 'A')}{row}"
        return f"{self.name}!{address}" if self.name else address

    def to_json(self) -> dict[str, Any]:
        """The sheet as plain values to keep."""
        return {
            "name": self.name,
            "letters": dict(self.letters),
            "lines": [[line.row, dict(line.given)] for line in self.lines],
            "problems": [[problem.cell, problem.sentence] for problem in self.problems],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """The sheet that was kept as `to_json` gives it."""
        lines = tuple(Line(row, given) for row, given in kept["lines"])
        return cls(kept["name"], kept["letters"], lines, tuple(Problem(*each) for each in kept["problems"]))


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell can't be taken in."""

    cell: str
    sentence: str
