"""A practice's own table, read by what its columns are said to mean; before that, only its columns.

A lead has no id there, so its day and its place among those of the day stand for it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from bot.domain import export_errors, networks
from bot.domain.errors import Misread
from bot.domain.exports import (
    MEANINGS,
    Asks,
    Export,
    Form,
    LeadLine,
    Means,
    PlaceCount,
    PostCounts,
    Question,
    RowsAre,
    Skipped,
    SpendingLine,
    Why,
)
from bot.exports import looking, numbers, own_lines
from bot.exports.finding import Given, Matched, Row, Shape
from bot.exports.places import calendar_of

_NEEDS: Mapping[RowsAre, tuple[tuple[Means, ...], ...]] = {
    RowsAre.LEADS: ((Means.DAY,),),
    RowsAre.POSTS: ((Means.DAY, Means.LINK),),
    RowsAre.DAYS: ((Means.DAY,),),
    RowsAre.SPENDING: ((Means.DAY,), (Means.SPENT,)),
}
"""Of each group one column must be there."""
_DECIDING = (Means.DAY, Means.UNTIL, Means.SPENT)
"""The columns whose cells together decide how each of them is read."""


def read(head: Sequence[Row], rows: Iterator[Row], given: Given) -> Export:
    """Read a table of no known kind.

    Raises:
        Misread: it has no headings, no days and no links, or no longer the columns that were given a meaning.
    """
    place = next((place for place, (_, values) in enumerate(head) if looking.is_heading_row(values, given.today)), None)
    if place is None or len(head) == place + 1:
        raise export_errors.no_headings()
    headings = [str(value or "").strip() for value in head[place][1]]
    rest = chain(head[place + 1 :], rows)
    looks = [looking.Look(heading, given.today) for heading in headings]
    chosen = _chosen(headings, given) if given.answers.rows_are else {}
    picked = _looked_at(rest, looks, chosen.values())
    if given.answers.rows_are is None:
        return _asked(looks)
    shut = [
        look.heading
        for look in looks
        if headings.index(look.heading) in chosen.values() and not look.column.may_be_used
    ]
    if shut:
        raise export_errors.not_to_be_read(shut[0])
    return _read_mapped(headings, chosen, picked, given, given.answers.rows_are)


def _looked_at(rows: Iterator[Row], looks: Sequence[looking.Look], at: Collection[int]) -> list[Row]:
    """Look at every cell of a table, and give its rows with the cells in some places only, none where those are none.

    Raises:
        Misread: there is no table, but perhaps a letter, which may also seem to be a table that is cut short.
    """
    picked: list[Row] = []
    seen = 0
    try:
        for number, values in rows:
            seen += 1
            for look, value in zip(looks, values, strict=False):
                look.see(value)
            if at:
                picked.append((number, [values[place] if place < len(values) else None for place in at]))
    except Misread as why:
        raise why if looking.is_table(looks, seen) else export_errors.no_table() from None
    if not looking.is_table(looks, seen):
        raise export_errors.no_table()
    return picked


def _asked(looks: Sequence[looking.Look]) -> Export:
    """What is known of a table before its columns have a meaning."""
    table = looking.table([look for look in looks if look.heading])
    return Export(
        form=Form.OWN_TABLE,
        network="",
        columns_known=sum(column.likely != Means.LEAVE_OUT for column in table.columns),
        columns_total=len(table.columns),
        questions=(Question(Asks.MAPPING),),
        dropped=tuple(column.heading for column in table.columns if not column.may_be_used),
        table=table,
    )


def _chosen(headings: Sequence[str], given: Given) -> dict[str, int]:
    """Where the columns are that were given a meaning which such rows can have, by their meaning."""
    rows_are = given.answers.rows_are or RowsAre.DAYS
    meant = {heading: means for heading, means in given.answers.columns.items() if means in MEANINGS[rows_are]}
    gone = [heading for heading in meant if heading not in headings]
    if gone:
        raise export_errors.no_such_column(gone)
    for group in _NEEDS[rows_are]:
        if not set(group) & set(meant.values()):
            raise export_errors.needs(group)
    return {str(means): headings.index(heading) for heading, means in meant.items()}


def _read_mapped(
    headings: Sequence[str], chosen: Mapping[str, int], picked: Sequence[Row], given: Given, rows_are: RowsAre
) -> Export:
    named = tuple(headings[at] for at in chosen.values())
    shape = Shape(Form.OWN_TABLE, (), {}, lambda matched, _: matched.export(network=""))
    matched = Matched(shape, "", named, {name: at for at, name in enumerate(chosen)}, (), (0, ()), iter(picked))
    columns = {means: [matched.cell(values, means) for _, values in picked] for means in _DECIDING}
    calendar, asked = calendar_of(columns[Means.DAY], given, also=columns[Means.UNTIL])
    decimal = numbers.decimal_mark(columns[Means.SPENT])
    table = own_lines.Table(matched, given, calendar, looking.mark_of(headings), decimal, rows_are)
    lines = list(_lines(table))
    export = matched.export(
        network=given.answers.network,
        posts=[line for line in lines if isinstance(line, PostCounts)],
        places=[line for line in lines if isinstance(line, PlaceCount)],
        leads=[line for line in lines if isinstance(line, LeadLine)],
        spending=[line for line in lines if isinstance(line, SpendingLine)],
        questions=[asked, _network_asked(lines), _money_asked(lines)],
    )
    left = tuple(heading for heading in headings if heading and heading not in named)
    total = len(named) + len(left)
    return replace(export, columns_known=len(named), columns_total=total, dropped=left, rows_are=rows_are)


def _lines(table: own_lines.Table) -> Iterator[own_lines.Line]:
    """The lines of a table; those that say nothing are noted with the reason."""
    ordinals: Counter[object] = Counter()
    for number, values in table.matched.rows:
        on = table.calendar.on(table.matched.cell(values, Means.DAY))
        ordinals[on] += 1
        found = own_lines.read(table, (number, values), on, f"{table.mark}/{on}/{ordinals[on]}")
        if isinstance(found, Why):
            table.matched.skipped.append(Skipped(number, found))
        else:
            yield from found


def _network_asked(lines: Sequence[own_lines.Line]) -> Question | None:
    """Numbers of posts and of days need a network; leads and spending may be without one."""
    is_open = any(
        (isinstance(line, PostCounts) and not line.network) or (isinstance(line, PlaceCount) and not line.place)
        for line in lines
    )
    return Question(Asks.NETWORK, choices=tuple(networks.NETWORKS)) if is_open else None


def _money_asked(lines: Sequence[object]) -> Question | None:
    is_open = any(isinstance(line, SpendingLine) and not line.currency for line in lines)
    return Question(Asks.CURRENCY, likely="USD", choices=("USD", "CAD", "EUR", "GBP")) if is_open else None
