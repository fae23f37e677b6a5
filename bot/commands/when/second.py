"""A second reader for dates written out in full in an order the table does not know: "2026 Dec 3", "Dec/3/2026 4 PM".

dateparser reads generously, so its answer counts only when nothing is left to chance: the month is a word, the year has
four figures, every other word and figure of the phrase is found again in the answer, and the answer said aloud reads
back as itself (`phrases` checks that). It is imported when first needed.
"""

import re
from collections import Counter
from datetime import date, datetime, time

from bot.commands.when.moment import Moment, Reading
from bot.commands.when.tokens import WORDS

_PIECE = re.compile(r"[a-z]+|[0-9]+|\s+|[^a-z0-9\s]")
_MARKS = frozenset(".,-/:()")
_FILLERS = frozenset({"on", "at", "the", "of", "st", "nd", "rd", "th"})
_HALVES = frozenset({"am", "pm"})


def warm() -> None:
    """Have dateparser imported and its English tables loaded, so that nobody waits for it."""
    _parse("3 dec 2026", datetime(2026, 1, 1))  # noqa: DTZ001 - dateparser takes the local time without its zone


def read(words: str, reading: Reading) -> Moment | None:
    """The moment the words spell out in full; None where any part of it would be a guess."""
    pieces = [piece for piece in _PIECE.findall(words.lower()) if not piece.isspace()]
    names = [piece for piece in pieces if piece.isalpha()]
    figures = [piece for piece in pieces if piece.isdigit()]
    if not _is_spelled_out(pieces, names, figures):
        return None
    parsed = _parse(words, reading.now.astimezone(reading.zone).replace(tzinfo=None))
    if parsed is None or not _names_agree(names, parsed.date()):
        return None
    left = Counter(figures)
    left.subtract({f"{parsed.year:04d}": 1})
    left.subtract({str(parsed.day) if str(parsed.day) in left else f"{parsed.day:02d}": 1})
    if any(count < 0 for count in left.values()):
        return None
    clock = [figure for figure in figures if left[figure] > 0]
    if not clock:
        return Moment(parsed.date()) if not _HALVES & set(names) else None
    if not _clock_agrees(clock, names, words, parsed.time()):
        return None
    return Moment(parsed.date(), parsed.time().replace(microsecond=0))


def _is_spelled_out(pieces: list[str], names: list[str], figures: list[str]) -> bool:
    """Whether there is one month by name, one year in four figures, a day, and nothing unknown."""
    kinds = Counter(WORDS[name][0] for name in names if name in WORDS)
    return (
        kinds["m"] == 1
        and kinds["w"] <= 1
        and kinds["a"] <= 1
        and sum(len(figure) == 4 for figure in figures) == 1
        and 2 <= len(figures) <= 5
        and all(name in _FILLERS or (name in WORDS and WORDS[name][0] in "mwa") for name in names)
        and all(piece in _MARKS for piece in pieces if not piece.isalnum())
        and all(piece.isascii() for piece in pieces)
    )


def _parse(words: str, local_now: datetime) -> datetime | None:
    from dateparser import parse  # noqa: PLC0415 - 40 ms that only this phrase pays

    return parse(
        words,
        languages=["en"],
        settings={
            "RELATIVE_BASE": local_now,
            "STRICT_PARSING": True,
            "PARSERS": ["absolute-time"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


def _names_agree(names: list[str], on: date) -> bool:
    expected = {"m": on.month, "w": on.weekday()}
    return all(expected.get(WORDS[name][0], WORDS[name][1]) == WORDS[name][1] for name in names if name in WORDS)


def _clock_agrees(clock: list[str], names: list[str], words: str, at: time) -> bool:
    """Whether the figures left over are this very time and leave no doubt about its half of the day."""
    halves = _HALVES & set(names)
    hours = {str(at.hour % 12 or 12), f"{at.hour % 12 or 12:02d}"} if halves else {f"{at.hour:02d}"}
    if halves and halves != {"am" if at.hour < 12 else "pm"}:
        return False
    if not halves and 10 <= at.hour <= 12:
        return False
    if len(clock) == 1:
        return bool(halves) and clock[0] in hours and at.minute == at.second == 0
    shown = ":".join(clock)
    return shown in words and clock[0] in hours and _minutes(clock) == (at.minute, at.second)


def _minutes(clock: list[str]) -> tuple[int, int]:
    return int(clock[1]), int(clock[2]) if len(clock) > 2 else 0
