"""The sentences for a file of figures that can't be read: what was expected, and what was found instead."""

from collections.abc import Sequence

from bot.domain.errors import Misread

_EXPECTED = "I expected a file of figures as .csv, .xlsx or .xls"
_FROM = (
    "It can come from Facebook, Instagram, TikTok, LinkedIn, Google, your ads, your lead forms or your call tracking, "
    "or be a table of your own with headings in its first row."
)
_AGAIN = "Export it again, and share it as it was downloaded."
_MOST_SHOWN = 6


def too_large(megabytes: int) -> Misread:
    """A file with more bytes than any export of a practice."""
    return Misread(f"That file is larger than {megabytes} MB, so I left it closed.", hint=_shorter())


def too_many_rows(most: int) -> Misread:
    """A file with more rows than any export of a practice."""
    return Misread(f"That file has more than {most:,} rows, so I stopped and took nothing in.", hint=_shorter())


def unpacks_too_large() -> Misread:
    """A small file that would become a huge one."""
    return Misread(
        "That file becomes far larger when it is opened than an export can be, so I left it closed.", hint=_AGAIN
    )


def has_macros() -> Misread:
    """A workbook with a program inside."""
    return Misread("That workbook has macros in it, and I take none.", hint="Save it as .xlsx and share that.")


def not_a_workbook() -> Misread:
    """A workbook that is broken, cut short or locked, or a package of something else."""
    return Misread("I expected an Excel workbook and found one that is broken, locked or of another kind.", hint=_AGAIN)


def found_instead(what: str) -> Misread:
    """Bytes that are no table at all."""
    return Misread(f"{_EXPECTED} and found {what}.", hint=_FROM)


def broken() -> Misread:
    """A text file whose rows can't be told apart."""
    return Misread(f"{_EXPECTED}, and can't tell the rows of this one apart.", hint=_AGAIN)


def cut_short(row: int) -> Misread:
    """A text file that ends in the middle of a row."""
    return Misread(f"That file ends in the middle of row {row:,}, so a part of it is missing.", hint=_AGAIN)


def no_headings() -> Misread:
    """A table without a row that names its columns."""
    return Misread(f"{_EXPECTED} with a row of headings, and found none.", hint=_FROM)


def no_table() -> Misread:
    """A text to read, or a table without a column of days or links."""
    return Misread(
        "I can't find a table in that file. What I can read has a day or a link in each row, as .csv, .xlsx or .xls.",
        hint=_FROM,
    )


def two_tables(row: int) -> Misread:
    """A text file with another table below the first."""
    return Misread(
        f"That file has two tables, the second from row {row:,} on, and I read one at a time.",
        hint="Share each as a file of its own.",
    )


def not_kept(what: str) -> Misread:
    """An export that is known and says nothing about posts, days, leads or spending."""
    return Misread(f"That file is about {what}, and I keep only numbers of posts, of days, of leads and of spending.")


def nothing_in_it(what: str, missing: Sequence[str] = ()) -> Misread:
    """An export that was recognised, without any row that says something."""
    shown = ", ".join(missing[:_MOST_SHOWN])
    return Misread(
        f"I recognised that file ({what}), and none of its rows has a number I keep.",
        hint=f"I looked for these columns: {shown}." if shown else "Choose a longer stretch of days in the export.",
    )


def two_orders(day_first: str, month_first: str) -> Misread:
    """Dates of one file that contradict each other about the order of day and month."""
    return Misread(
        f'Some dates in that file have the day first ("{day_first}") and some the month ("{month_first}"), so I can\'t '
        "tell the others.",
        hint=_AGAIN,
    )


def turned_around(example: str) -> Misread:
    """Dates of which a spreadsheet has understood some, in an order that isn't theirs, and left the others as words."""
    return Misread(
        f'A spreadsheet has changed some dates in that file and left others, such as "{example}", as they were, so day '
        "and month may be swapped.",
        hint=_AGAIN,
    )


def no_such_column(headings: Sequence[str]) -> Misread:
    """A mapping that names columns which this table doesn't have."""
    return Misread(f"That table has no column {', '.join(headings)} any more. Choose its columns again.")


def needs(means: Sequence[str]) -> Misread:
    """A mapping without the columns that such rows can't do without."""
    return Misread(f"I can't do without a column for {' or '.join(means)}.", hint="Choose one and try again.")


def not_to_be_read(heading: str) -> Misread:
    """A mapping that would read a column with something personal in it."""
    return Misread(f'The column "{heading}" may say who somebody is, so I leave it closed.')


def _shorter() -> str:
    return "Export a shorter stretch, a year at most, and share that."
