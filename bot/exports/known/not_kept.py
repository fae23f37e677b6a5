"""Exports that are known and say nothing about posts, days, leads or spending: who the followers are, and where."""

from collections.abc import Sequence

from bot.domain import export_errors
from bot.exports.headings import spellings

TABLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("the ages and genders of followers", spellings("Gender|Distribution")),
    ("the places followers come from", spellings("Top territories|Distribution")),
    ("the places followers come from", spellings("Territory|Distribution")),
    ("the hours followers are awake", spellings("Hour|Active followers")),
    ("visitors of a page by their jobs", spellings("Job function|Total views")),
)
_TITLES = spellings("Age & gender|Top cities|Top countries|Top towns/cities")


def refuse(rows: Sequence[Sequence[str]]) -> None:
    """Say what a file is about where it is one of these; its rows are given as they are compared.

    Raises:
        Misread: it is.
    """
    for row in rows:
        for about, headings in TABLES:
            if set(headings) <= set(row):
                raise export_errors.not_kept(about)
        if len([words for words in row if words]) == 1 and row[0] in _TITLES:
            raise export_errors.not_kept(TABLES[0][0])
