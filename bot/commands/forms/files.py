"""The forms about files of figures and about the numbers of whole accounts, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.vocabulary import Command, LogWeek, MapColumns, SetPeriod
from bot.domain import phrase_misreadings
from bot.domain.places import BY_HAND
from bot.domain.weeks import Week

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.forms.filled import Filled

_MOST_COLUMNS = 60


def set_period(filled: Filled) -> SetPeriod:
    """Read from which day to which a file is about."""
    first, last = filled.date("first"), filled.date("last")
    if first is None or last is None:
        raise phrase_misreadings.out_of_date()
    return SetPeriod(int(filled.keeps["file_id"]), first, last)


def map_columns(filled: Filled) -> MapColumns:
    """Read what each row and each column of a table is."""
    count = min(int(filled.keeps["columns"]), _MOST_COLUMNS)
    means = tuple(filled.choice(f"column-{place}").removeprefix("-") for place in range(count))
    return MapColumns(int(filled.keeps["file_id"]), filled.choice("rows_are"), means)


def log_week(filled: Filled) -> LogWeek:
    """Read the numbers of a week; what is left empty is not there."""
    numbers = [
        f"{place} {count} {number}"
        for place, counts in BY_HAND.items()
        for count in counts
        if (number := filled.number(f"{place}-{count}")) is not None
    ]
    return LogWeek(Week.parse(str(filled.keeps["week"])), tuple(numbers))


READERS: dict[str, Callable[[Filled], Command]] = {
    "set-period": set_period,
    "map-columns": map_columns,
    "log-week": log_week,
}
