"""What can be asked about posts that come more than once: evergreen ones, and series."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class OpenEvergreenForm:
    """Open the form that says whether a post may go out again, after which rest and how often."""

    post_id: int


@dataclass(frozen=True, slots=True)
class SetEvergreen:
    """Let a post be repeated so many times, each after so many weeks of rest; with neither it is an ordinary one."""

    post_id: int
    rest_weeks: int | None = None
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class RepeatPost:
    """Plan an evergreen post once more, in the free place of a day."""

    post_id: int
    on: date
    slot_id: int


@dataclass(frozen=True, slots=True)
class OpenSeriesForm:
    """Open the form for a series."""


@dataclass(frozen=True, slots=True)
class AddSeries:
    """Put the same post into the plan several times, every so many weeks (0: every month), until an end."""

    what: str
    on: date
    every: int = 1
    until_on: date | None = None
    times: int | None = None
    at: time | None = None
    kind: str = ""
    why: str = ""
    network: str = ""
    link: str = ""
    takes: str = ""


@dataclass(frozen=True, slots=True)
class EndSeries:
    """Take out what follows a post in its series, and the post itself where it is not kept."""

    post_id: int
    keeps: bool = True
