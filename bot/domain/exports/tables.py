"""A practice's own table: its columns, what they seem to hold, and what they are said to mean. Never what is in them.

No cell of such a table is kept while its meaning is asked, because any cell may be about a person.
"""

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What the cells of a column look like."""

    NOTHING = "nothing"
    DAYS = "days"
    NUMBERS = "numbers"
    MONEY = "money"
    LINKS = "links"
    WORDS = "a few words that come back"
    TEXT = "free text"
    PERSONAL = "something personal"


class Means(StrEnum):
    """What a column of a practice's own table means; counts are named as `figures.COUNTS` and `PLACE_COUNTS`."""

    LEAVE_OUT = ""
    DAY = "day"
    UNTIL = "until"
    LINK = "link"
    NETWORK = "network"
    SAID = "said"
    STAGE = "stage"
    SPENT = "spent"
    PURPOSE = "purpose"
    REACH = "reach"
    VIEWS = "views"
    REACTIONS = "reactions"
    COMMENTS = "comments"
    SHARES = "shares"
    SAVES = "saves"
    CLICKS = "clicks"
    FOLLOWERS = "followers"
    FOLLOWS = "follows"
    VISITS = "visits"
    INTERACTIONS = "interactions"
    CALLS = "calls"
    MESSAGES = "messages"
    BOOKINGS = "bookings"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what its cells look like, how many differ, and what it likely means.

    A column that holds something personal or free text can't be given a meaning.
    """

    heading: str
    holds: Holds
    different: int = 0
    likely: Means = Means.LEAVE_OUT

    @property
    def may_be_used(self) -> bool:
        """Whether its cells may be read at all."""
        return self.holds not in (Holds.PERSONAL, Holds.TEXT, Holds.NOTHING)


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table in their order, and a mark that is the same for every table with these headings."""

    mark: str
    columns: tuple[Column, ...]
