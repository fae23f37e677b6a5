"""Recognising a table by a part of its headings, in any order and language, and reaching its cells by what they mean.

Cells of columns that are not asked for are never looked at.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.domain.exports import Answers, Export, Form, LeadLine, PlaceCount, PostCounts, Question, Skipped, SpendingLine
from bot.domain.posts import keepable
from bot.exports.headings import currency, named, spellings

Values = Sequence[object]
Row = tuple[int, Values]


def only_words(values: Values) -> str:
    """Give the words of a row that holds nothing else, such as a title; empty where it holds more."""
    words = [str(value).strip() for value in values if value not in (None, "")]
    return words[0] if len(words) == 1 else ""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known beside the file: the practice's order of day and month, its day and zone, and what was answered."""

    day_first: bool
    answers: Answers
    today: date
    zone: ZoneInfo

    @property
    def tomorrow(self) -> date:
        """The last day that a file can have: networks may be a zone ahead of the practice."""
        return self.today + timedelta(days=1)


@dataclass(frozen=True)
class Shape:
    """One kind of table: the spellings of its columns with "|" between them, and those it is recognised by.

    All of `needs` must be there, and one of `any_of` where that is given. `ignored` columns are known and of no use,
    `personal` ones are known and left closed. `others_are_personal` says that everything else is left closed, too.
    """

    form: Form
    needs: tuple[str, ...]
    columns: Mapping[str, str]
    read: Callable[["Matched", Given], Export]
    any_of: tuple[str, ...] = ()
    ignored: str = ""
    personal: str = ""
    others_are_personal: bool = False

    @cached_property
    def by_spelling(self) -> Mapping[str, tuple[str, int]]:
        """The column that each spelling means, and how much it is preferred to others of that column."""
        return {
            spelling: (name, rank)
            for name, words in reversed(list(self.columns.items()))
            for rank, spelling in enumerate(spellings(words))
        }

    @cached_property
    def also_known(self) -> frozenset[str]:
        """The spellings of columns that are known and not read."""
        return frozenset((*spellings(self.ignored), *spellings(self.personal)))

    def places(self, headings: Sequence[str]) -> dict[str, int]:
        """Say where each column is; of two that mean the same the preferred one, of two alike the first."""
        best: dict[str, tuple[int, int]] = {}
        for place, heading in enumerate(headings):
            name, rank = self.by_spelling.get(heading, ("", 0))
            if name and (name not in best or rank < best[name][0]):
                best[name] = (rank, place)
        return {name: place for name, (_, place) in best.items()}

    def fits(self, places: Mapping[str, int]) -> bool:
        """Whether a table with these columns is of this kind."""
        return all(name in places for name in self.needs) and (
            not self.any_of or any(name in places for name in self.any_of)
        )


@dataclass
class Matched:
    """A table that was recognised: its columns, the rows before its headings, and the rows after them."""

    shape: Shape
    sheet: str
    headings: tuple[str, ...]
    places: Mapping[str, int]
    before: Sequence[Row]
    head: Row
    rows: Iterator[Row]
    skipped: list[Skipped] = field(default_factory=list)

    def cell(self, values: Values, name: str) -> object:
        """Give what stands in a column of a row; None where there is no such column, or the row is shorter."""
        place = self.places.get(name, -1)
        return values[place] if 0 <= place < len(values) else None

    def known(self, values: Values) -> Values:
        """Give a row with nothing in the columns that are not known, so that they need not be held."""
        used = set(self.places.values())
        return [value if place in used else None for place, value in enumerate(values[: max(used) + 1])]

    def words(self, values: Values, name: str) -> str:
        """Give the words of a cell without space around them."""
        value = self.cell(values, name)
        return "" if value is None else keepable(str(value))

    def heading(self, name: str) -> str:
        """Give a column's heading as the file has it."""
        return self.headings[self.places[name]].strip() if name in self.places else ""

    def currency(self, name: str) -> str:
        """Give the currency in a column's heading."""
        return currency(self.heading(name))

    def export(  # noqa: D417 - the others are an export's own fields
        self,
        *,
        network: str,
        form: Form | None = None,
        posts: Sequence[PostCounts] = (),
        places: Sequence[PlaceCount] = (),
        spending: Sequence[SpendingLine] = (),
        leads: Sequence[LeadLine] = (),
        questions: Sequence[Question | None] = (),
    ) -> Export:
        """Put together what was read from this table.

        Args:
            questions: those that are open; None where one turned out to be none.
        """
        days = [*(post.on for post in posts if post.on), *(lead.came_on for lead in leads)]
        firsts = [*days, *(place.from_on for place in places), *(line.from_on for line in spending)]
        lasts = [*days, *(place.until_on for place in places), *(line.until_on for line in spending)]
        known = self._known()
        return Export(
            form=form or self.shape.form,
            network=network,
            columns_known=len(known),
            columns_total=sum(bool(heading.strip()) for heading in self.headings),
            posts=tuple(posts),
            places=tuple(places),
            spending=tuple(spending),
            leads=tuple(leads),
            skipped=tuple(self.skipped),
            questions=tuple(question for question in questions if question is not None),
            dropped=self._dropped(),
            covers_from=min(firsts, default=None),
            covers_until=max(lasts, default=None),
        )

    def _known(self) -> list[str]:
        shape = self.shape
        return [
            heading
            for heading in self.headings
            if named(heading)
            and (shape.others_are_personal or named(heading) in shape.by_spelling or named(heading) in shape.also_known)
        ]

    def _dropped(self) -> tuple[str, ...]:
        personal, ignored = set(spellings(self.shape.personal)), set(spellings(self.shape.ignored))
        return tuple(
            heading.strip()
            for heading in self.headings
            if (name := named(heading))
            and (
                name in personal
                or (self.shape.others_are_personal and name not in self.shape.by_spelling and name not in ignored)
            )
        )
