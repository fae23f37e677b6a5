"""A practice's own table: its columns, what they seem to hold, and what they are said to mean. Never what is in them.

No cell of such a table is kept while its meaning is asked, because any cell may be about a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.counts import COUNTS, PLACE_COUNTS
from bot.domain.exports.forms import RowsAre


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
    """What a column of a practice's own table means; counts are named as `COUNTS` and `PLACE_COUNTS`."""

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
    COMMENTS = "comments"
    REACTIONS = "reactions"
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


_DAYS_COUNT = tuple(Means(count) for count in PLACE_COUNTS if count in set(Means))
_ADS_COUNT = (Means.REACH, Means.VIEWS, Means.CLICKS)
_POSTS_COUNT = tuple(Means(count) for count in COUNTS)
MEANINGS: Mapping[RowsAre, tuple[Means, ...]] = {
    RowsAre.LEADS: (Means.DAY, Means.NETWORK, Means.SAID, Means.STAGE),
    RowsAre.POSTS: (Means.DAY, Means.LINK, Means.NETWORK, *_POSTS_COUNT),
    RowsAre.DAYS: (Means.DAY, Means.UNTIL, Means.NETWORK, *_DAYS_COUNT),
    RowsAre.SPENDING: (Means.DAY, Means.UNTIL, Means.NETWORK, Means.SPENT, Means.PURPOSE, *_ADS_COUNT),
}
"""What the columns of a table can mean, by what its rows are."""


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table in their order, and a mark that is the same for every table with these headings."""

    mark: str
    columns: tuple[Column, ...]

    @property
    def rows_likely(self) -> RowsAre:
        """What its rows most likely are, as far as the meanings of its columns tell."""
        means = {column.likely for column in self.columns}
        if Means.SPENT in means:
            return RowsAre.SPENDING
        if Means.LINK in means:
            return RowsAre.POSTS
        return RowsAre.LEADS if means & {Means.SAID, Means.STAGE} else RowsAre.DAYS
