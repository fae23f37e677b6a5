"""What the columns of an unknown table look like. Cells are looked at and let go: only counts of them are kept.

A column is left closed when its heading or any of its cells may say who somebody is.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain import discretion
from bot.domain.exports import Column, Holds, Means, Table
from bot.exports import days, numbers
from bot.exports.headings import folded, named
from bot.exports.known.own_columns import ABOUT_PEOPLE, BY_HEADING, NAMES, NOT_OF_PEOPLE

_LATELY = timedelta(days=6 * 366)
"""Days of a practice's own table lie within this time; earlier ones are birth dates."""
_MOST_WORDS = 30
_LONGEST_WORD = 30
_LONG_NUMBER = 7
_SOME = 3
"""One in so many cells: a column of which fewer are filled, or fewer hold a day or a link, is none of days or links."""
_MONEY = re.compile(r"[$€£¥]|\b(?:USD|EUR|GBP|CAD|AUD|SEK|BRL|MXN|CHF)\b|\d[.,]\d{1,2}\s*$")
_LINK = re.compile(r"https?://\S+$", re.IGNORECASE)
_FITS = {
    Holds.DAYS: {Means.DAY, Means.UNTIL},
    Holds.LINKS: {Means.LINK},
    Holds.WORDS: {Means.NETWORK, Means.SAID, Means.STAGE, Means.PURPOSE},
    Holds.MONEY: {Means.SPENT},
}

_COUNTS = set(Means) - {means for group in _FITS.values() for means in group}


@dataclass(slots=True)
class Look:
    """What has been seen of one column."""

    heading: str
    today: date
    filled: int = 0
    dates: int = 0
    early: int = 0
    figures: int = 0
    money: int = 0
    long_figures: int = 0
    links: int = 0
    long_words: int = 0
    has_contact: bool = False
    differing: set[int] = field(default_factory=set)

    def see(self, value: object) -> None:
        """Look at one cell."""
        if numbers.is_unknown(value):
            return
        self.filled += 1
        words = str(value).strip()
        if len(self.differing) <= _MOST_WORDS:
            self.differing.add(hash(folded(words)))
        seen = days.look(value)
        if seen is not None or days.look_without_year(value):
            on = (seen.day_first or seen.month_first) if seen else None
            self.dates += 1
            self.early += on is not None and on < self.today - _LATELY
        elif _LINK.match(words):
            self.links += 1
        elif _is_figure(value):
            self.figures += 1
            self.money += bool(_MONEY.search(words)) or isinstance(value, float)
            self.long_figures += sum(sign.isdigit() for sign in words.split(".")[0]) >= _LONG_NUMBER
        else:
            self.long_words += len(words) > _LONGEST_WORD
            self.has_contact |= discretion.points_to_somebody(words, self.today)

    @property
    def holds(self) -> Holds:
        """What the column looks like."""
        words = set(folded(self.heading).split())
        if not self.filled:
            return Holds.NOTHING
        if words & ABOUT_PEOPLE or (words & NAMES and not words & NOT_OF_PEOPLE) or self.has_contact:
            return Holds.PERSONAL
        if self.early > self.dates / 10 or self.long_figures > self.filled / 5:
            return Holds.PERSONAL
        for seen, holds in ((self.dates, Holds.DAYS), (self.links, Holds.LINKS)):
            if seen > 0.8 * self.filled:
                return holds
        if self.figures > 0.8 * self.filled:
            return Holds.MONEY if self.money > self.figures / 2 else Holds.NUMBERS
        few = len(self.differing) <= min(_MOST_WORDS, max(3, self.filled / 2))
        return Holds.WORDS if few and not self.long_words else Holds.TEXT

    @property
    def column(self) -> Column:
        """The column with what it likely means."""
        means = BY_HEADING.get(named(self.heading), Means.LEAVE_OUT)
        may = _FITS.get(self.holds, _COUNTS | {Means.SPENT})
        holds = self.holds
        usable = holds not in (Holds.PERSONAL, Holds.TEXT, Holds.NOTHING) and means in may
        return Column(self.heading, holds, len(self.differing), means if usable else Means.LEAVE_OUT)


def is_heading_row(values: Sequence[object], today: date) -> bool:
    """Tell whether a row names columns: at least two, all in words, all different, and nobody's details among them."""
    words = [value.strip() for value in values if isinstance(value, str) and value.strip()]
    return (
        len(words) > 1
        and len(words) == len([value for value in values if value not in (None, "")])
        and len({folded(word) for word in words}) == len(words)
        and not any(_is_figure(word) or days.look(word) or discretion.holds_contact(word, today) for word in words)
    )


def is_figure_or_day(value: object) -> bool:
    """Tell whether a cell holds a number or a day."""
    return _is_figure(value) or days.look(value) is not None or days.look_without_year(value) is not None


def is_table(looks: Sequence[Look], rows: int) -> bool:
    """Tell whether any column of so many rows may hold days or links; without either there is nothing to count by."""
    return any(
        BY_HEADING.get(named(look.heading)) in (Means.DAY, Means.LINK)
        or (_SOME * look.filled >= rows and _SOME * (look.dates + look.links) >= look.filled > 0)
        for look in looks
    )


def table(looks: Sequence[Look]) -> Table:
    """Give the table that these columns make up."""
    return Table(mark_of([look.heading for look in looks]), tuple(look.column for look in looks))


def mark_of(headings: Sequence[str]) -> str:
    """Give what stands for a table with these headings."""
    return hashlib.sha256("|".join(folded(heading) for heading in headings).encode()).hexdigest()[:12]


def _is_figure(value: object) -> bool:
    try:
        numbers.count(value)
    except numbers.NotANumber:
        words = str(value).strip()
        return bool(re.fullmatch(r"[$€£¥]?\s?-?[\d.,' ]*\d\s?(?:[$€£¥%]|[A-Z]{3})?|[A-Z]{3}\s[\d.,' ]*\d", words))
    return True
