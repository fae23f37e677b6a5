"""The counts of one row; a cell that holds something else than a number is named, and only that cell is left out."""

from collections.abc import Iterable

from bot.domain.exports import Skipped, Why
from bot.exports.finding import Matched
from bot.exports.numbers import NotANumber, count

_MAY_FALL = frozenset({"follows"})


def counted(matched: Matched, number: int, cells: Iterable[tuple[str, object]]) -> dict[str, int]:
    """Give the counts that are known, by name, and note which cells can't be read."""
    counts: dict[str, int] = {}
    for name, value in cells:
        try:
            known = count(value, may_fall=name in _MAY_FALL)
        except NotANumber:
            matched.skipped.append(Skipped(number, Why.NOT_A_NUMBER, matched.heading(name)))
            continue
        if known is not None:
            counts[name] = known
    return counts
