"""All that one file says, as far as it can be told."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bot.domain.exports.asked import Question
from bot.domain.exports.forms import Form, RowsAre
from bot.domain.exports.lines import LeadLine, PlaceCount, PostCounts, Skipped, SpendingLine, Why
from bot.domain.exports.tables import Table


@dataclass(frozen=True, slots=True)
class Export:
    """One file, read.

    `columns_known` of `columns_total` columns were recognised; the headings of recognised ones that are about people
    are in `dropped`, and nothing of them is anywhere else. `covers_from` and `covers_until` are the days it tells of.
    `beside` names other tables of the file that stay out because they are of another kind.
    `table` is there only for a table whose columns have no meaning yet; then there are no rows.
    """

    form: Form
    network: str
    columns_known: int
    columns_total: int
    posts: tuple[PostCounts, ...] = ()
    places: tuple[PlaceCount, ...] = ()
    spending: tuple[SpendingLine, ...] = ()
    leads: tuple[LeadLine, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    questions: tuple[Question, ...] = ()
    dropped: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    table: Table | None = None
    rows_are: RowsAre | None = None
    covers_from: date | None = None
    covers_until: date | None = None

    @property
    def lines(self) -> int:
        """How many rows would be taken in."""
        return len(self.posts) + len(self.places) + len(self.spending) + len(self.leads)

    @property
    def left_out(self) -> tuple[tuple[Why, int], ...]:
        """Why whole rows were left out, and how many for each reason, the most frequent first."""
        counted = Counter(skipped.why for skipped in self.skipped if not skipped.column)
        return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
