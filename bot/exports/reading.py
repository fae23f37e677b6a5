"""The one way into a file of figures: open it, recognise its tables, read their rows.

A table that is of no known kind is a practice's own, and read by what its columns are said to mean.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain import export_errors
from bot.domain.errors import Misread
from bot.domain.exports import Answers, Export, Question
from bot.exports import looking, opening, own, stacked
from bot.exports.finding import Given, Matched, Row, only_words
from bot.exports.headings import named
from bot.exports.known import SHAPES, not_kept

_HEAD = 20
"""Headings are looked for in this many rows: prose may stand above them."""


def read(
    data: Path | bytes,
    *,
    day_first: bool,
    answers: Answers,
    today: date,
    zone: ZoneInfo,
    progress: Callable[[int], None] = lambda _: None,
) -> Export:
    """Read a file of any known kind.

    Args:
        data: the file, or its bytes; a large one is better read from where it lies.
        day_first: the practice's own order of day and month, which is proposed where the file does not tell.
        answers: what has been answered about this file.
        today: the practice's day; nothing in a file can be later.
        zone: the practice's zone, which is proposed for times without one.
        progress: told the number of rows read so far, every few hundred.

    Raises:
        Misread: it is broken, too large, or nothing that can be read; it says what was expected and what was found.
    """
    given = Given(day_first, answers, today, zone)
    with closing(opening.tables(data, progress)) as tables:
        return _read_all(tables, given)


def _read_all(tables: Iterable[tuple[str, Iterator[Row]]], given: Given) -> Export:
    """All tables of a known kind as one; where there are none, the first other one that can be read."""
    known: list[Export] = []
    other: Export | None = None
    trouble: Misread | None = None
    beside = 0
    for name, found in tables:
        # Only the sheets of a workbook have names.
        head, rows = _begun(found if name else stacked.alone(found, given.today))
        matched = _match(name, head, rows)
        if matched is not None:
            known.append(matched.shape.read(matched, given))
        elif head and not known and other is None:
            try:
                other = _other(head, rows, given)
            except Misread as why:  # another sheet may be one that can be read
                trouble = trouble or why
        else:
            beside += _is_table(head, given)
    if known:
        return _said(_together(known, beside + (other is not None)))
    if other is None:
        raise trouble or export_errors.found_instead("nothing in it")
    return replace(other, beside=_more(beside))


def _begun(rows: Iterator[Row]) -> tuple[list[Row], Iterator[Row]]:
    """Give the first rows and the others; what is wrong among the first is said where they end, to whoever reads on."""
    head: list[Row] = []
    try:
        head.extend(islice(rows, _HEAD))
    except Misread as why:
        if not head:
            raise
        return head, map(_refuse, [why])
    return head, rows


def _refuse(why: Misread) -> Row:
    raise why


def _is_table(head: Sequence[Row], given: Given) -> bool:
    """Whether a row of headings with more rows after it stands here, and not only prose."""
    return any(looking.is_heading_row(values, given.today) for _, values in head[:-1])


def _other(head: Sequence[Row], rows: Iterator[Row], given: Given) -> Export:
    """A table of no known kind."""
    not_kept.refuse([[named(value) for value in values] for _, values in head])
    return own.read(head, rows, given)


def _match(name: str, head: Sequence[Row], rows: Iterator[Row]) -> Matched | None:
    """The table that begins in these rows, if it is of a known kind."""
    for place, (number, values) in enumerate(head):
        if only_words(values):
            continue
        headings = [named(value) for value in values]
        for shape in SHAPES:
            places = shape.places(headings)
            if shape.fits(places):
                written = tuple("" if value is None else str(value) for value in values)
                rest = chain(head[place + 1 :], rows)
                return Matched(shape, name, written, places, head[:place], (number, values), rest)
    return None


def _together(found: Sequence[Export], unknown: int) -> Export:
    """The tables of one file as one; those of another kind than the first, and `unknown` ones, are only named."""
    first = found[0]
    others = [str(form) for form in dict.fromkeys(export.form for export in found) if form != first.form]
    alike = [export for export in found if export.form == first.form]
    questions: dict[object, Question] = {question.asks: question for export in alike for question in export.questions}
    return replace(
        first,
        columns_known=sum(export.columns_known for export in alike),
        columns_total=sum(export.columns_total for export in alike),
        posts=tuple(chain.from_iterable(export.posts for export in alike)),
        places=tuple(chain.from_iterable(export.places for export in alike)),
        spending=tuple(chain.from_iterable(export.spending for export in alike)),
        leads=tuple(chain.from_iterable(export.leads for export in alike)),
        skipped=tuple(chain.from_iterable(export.skipped for export in alike)),
        dropped=tuple(chain.from_iterable(export.dropped for export in alike)),
        beside=(*others, *_more(unknown)),
        questions=tuple(questions.values()),
        covers_from=min((export.covers_from for export in alike if export.covers_from), default=None),
        covers_until=max((export.covers_until for export in alike if export.covers_until), default=None),
    )


def _more(tables: int) -> tuple[str, ...]:
    """Name tables of no known kind."""
    return () if not tables else ("another table",) if tables == 1 else (f"{tables} other tables",)


def _said(export: Export) -> Export:
    """The same export, unless it says nothing at all."""
    if not export.lines and not export.skipped and not export.questions:
        raise export_errors.nothing_in_it(export.form)
    return export
