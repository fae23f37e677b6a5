"""The rows that can come out of a file. Each knows its row there, counted from 1 as spreadsheets do.

A count that is not known is not there: blank, "-", "N/A" and "undefined" are never 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PostCounts:
    """One post and its counts from the day it went out until the file was made.

    `at` is what the file says, on whatever clock it was made with; `on` is its day there. `text` is for finding the
    post in the plan, in normal characters, and is not to be kept. `counts` has names from `COUNTS`.
    `kind` is photo, video, reel, carousel, story, link, text or empty; `is_boosted` is None where nobody knows.
    """

    row: int
    network: str
    outside_id: str
    link: str
    on: date | None
    at: datetime | None
    text: str
    counts: Mapping[str, int]
    kind: str = ""
    is_boosted: bool | None = None


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """One number of a whole account or listing over the days from the first to the last; `count` is a `PLACE_COUNTS`.

    `place` is a network; of tracked calls it is the source that the called number belongs to.
    """

    row: int
    place: str
    count: str
    from_on: date
    until_on: date
    number: int


@dataclass(frozen=True, slots=True)
class SpendingLine:
    """What an ad or campaign cost over the days from the first to the last, and what it brought.

    `outside_id` is the ad's, ad set's or campaign's own id, or a mark made of its name where the file has no ids.
    `name` is for showing and not to be kept. `purpose` is an ad's kind, "tools" or empty. `cents` are hundredths of
    the currency. `results` counts leads and conversations begun only; anything else a network calls a result is left
    unknown.
    """

    row: int
    from_on: date
    until_on: date
    purpose: str
    network: str
    cents: int
    currency: str
    outside_id: str
    name: str = ""
    reach: int | None = None
    views: int | None = None
    clicks: int | None = None
    results: int | None = None


@dataclass(frozen=True, slots=True)
class LeadLine:
    """One enquiry, without anything that its person wrote.

    `came_at` is aware, and None where the file has only the day. `tracked` says by what the network knows where it
    came from: "ad", "form" (the form without an ad), or empty. `stage`, `said` are words of a practice's own table.
    """

    row: int
    outside_id: str
    came_on: date
    came_at: datetime | None
    network: str
    tracked: str
    form_id: str = ""
    ad_id: str = ""
    said: str = ""
    stage: str = ""


class Why(StrEnum):
    """Why a row, or a cell of it, was left out; the words go after "because"."""

    EMPTY = "empty"
    TOTAL = "a total"
    TEST = "a test"
    REPEATED = "in the file twice"
    NO_DAY = "without a date"
    NO_ID = "without an id or a link"
    NO_COST = "without a cost"
    NO_NUMBERS = "without any number"
    ONE_DAY_ONLY = "numbers of one day, not of the post's whole life"
    NOT_A_NUMBER = "something else than a number"
    NOT_A_DATE = "something else than a date"
    OUTSIDE = "dated after today"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was left out, or where `column` is named, one cell of it."""

    row: int
    why: Why
    column: str = ""
