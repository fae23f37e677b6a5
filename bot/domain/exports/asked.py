"""What a file leaves open, and what people answered.

An open question has the likeliest answer with it, and the rows are read as if that were given, so that there is
something to show; nothing is to be taken in before it is answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from bot.domain.exports.forms import RowsAre
from bot.domain.exports.tables import Means


class Asks(StrEnum):
    """What may have to be asked about a file."""

    DATE_ORDER = "date_order"
    TIME_ZONE = "time_zone"
    NETWORK = "network"
    PERIOD = "period"
    YEAR = "year"
    CURRENCY = "currency"
    MAPPING = "mapping"


@dataclass(frozen=True, slots=True)
class Question:
    """One open question.

    `example` is a piece of the file that shows why it is asked, such as "03/04/2026". `likely` and `choices` are words
    that `Answers.answered` takes: "day_first" or "month_first", a zone's name, a network, "2026", "USD", and for a
    period "2026-11-01/2026-11-30". A mapping is answered with `Answers.mapped`.
    """

    asks: Asks
    example: str = ""
    likely: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered about a file; whatever is missing is asked where it matters.

    `year` is the year of a file's last day. `columns` gives a table's columns their meaning, by heading.
    """

    day_first: bool | None = None
    zone: str = ""
    network: str = ""
    from_on: date | None = None
    until_on: date | None = None
    year: int | None = None
    currency: str = ""
    rows_are: RowsAre | None = None
    columns: Mapping[str, Means] = field(default_factory=dict)

    def answered(self, asks: Asks, words: str) -> Self:
        """These answers and one more, in the words of a question's choices."""
        match asks:
            case Asks.DATE_ORDER:
                return replace(self, day_first=words == "day_first")
            case Asks.TIME_ZONE:
                return replace(self, zone=words)
            case Asks.NETWORK:
                return replace(self, network=words)
            case Asks.PERIOD:
                first, _, last = words.partition("/")
                return replace(self, from_on=date.fromisoformat(first), until_on=date.fromisoformat(last or first))
            case Asks.YEAR:
                return replace(self, year=int(words))
            case Asks.CURRENCY:
                return replace(self, currency=words)
            case Asks.MAPPING:
                return self

    def mapped(self, rows_are: RowsAre, columns: Mapping[str, Means]) -> Self:
        """These answers, and what the columns of a practice's own table mean."""
        return replace(self, rows_are=rows_are, columns=dict(columns))

    def to_json(self) -> dict[str, Any]:
        """The answers as plain values to keep."""
        return {
            "day_first": self.day_first,
            "zone": self.zone,
            "network": self.network,
            "from_on": self.from_on.isoformat() if self.from_on else None,
            "until_on": self.until_on.isoformat() if self.until_on else None,
            "year": self.year,
            "currency": self.currency,
            "rows_are": self.rows_are,
            "columns": dict(self.columns),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """The answers that were kept as `to_json` gives them."""
        days = {name: date.fromisoformat(kept[name]) if kept.get(name) else None for name in ("from_on", "until_on")}
        return cls(
            day_first=kept.get("day_first"),
            zone=kept.get("zone", ""),
            network=kept.get("network", ""),
            year=kept.get("year"),
            currency=kept.get("currency", ""),
            rows_are=RowsAre(kept["rows_are"]) if kept.get("rows_are") else None,
            columns={heading: Means(means) for heading, means in kept.get("columns", {}).items()},
            **days,
        )
