"""Words that only say in which half of the day a clock time lies: "in the morning", "tonight", "this evening".

They are taken out of a phrase before its shape is looked up, and the time found without them has to lie in that part of
the day. It refuses to know shapes, and times where none was named.
"""

from datetime import time
from typing import Any

Kept = list[tuple[str, Any]]

_SPANS = {
    "morning": (time(1), time(11, 59)),
    "afternoon": (time(12), time(18, 59)),
    "evening": (time(16), time(23, 59)),
    "night": (time(17), time(23, 59)),
}


def taken_out(kept: Kept) -> tuple[Kept, str, bool]:
    """The words without their part of the day, its name, and whether that holds only where nothing else is said."""
    where = [number for number, (kind, _) in enumerate(kept) if kind == "P"]
    if len(where) != 1:
        return kept, "", False
    before, after, part = kept[: where[0]], kept[where[0] + 1 :], kept[where[0]][1]
    if part == "tonight":
        return [*_hour_before(before), ("d", 0), *_hour_after(after)], "night", _is_bare(after)
    if before[-1:] == [("x", 0)]:
        return [*before[:-1], ("d", 0), *_hour_after(after)], part, _is_bare(after)
    if _ends_with(before, "IA"):
        return [*_hour_before(before[:-1]), *after], part, False
    return [*before, *_hour_after(after)], part, _is_bare(after)


def half_of(part: str) -> str:
    """Whether a part of the day means am or pm."""
    return "a" if part == "morning" else "p"


def holds(part: str, at: time) -> bool:
    """Whether a time lies in this part of the day."""
    earliest, latest = _SPANS[part]
    return earliest <= at <= latest


def _hour_before(words: Kept) -> Kept:
    """The same words, where a number at their end is an hour."""
    if _ends_with(words, "n") and not _ends_with(words[:-1], "Aut"):
        return [*words[:-1], ("A", "at"), words[-1]]
    return words


def _hour_after(words: Kept) -> Kept:
    return [("A", "at"), *words] if words and words[0][0] == "n" else words


def _is_bare(after: Kept) -> bool:
    """Whether the next word could belong to a sentence: "thu evening 4 tips", "thu 4pm afternoon tea"."""
    return not after or after[0][0] == "n"


def _ends_with(words: Kept, kinds: str) -> bool:
    return bool(words) and words[-1][0] in kinds
