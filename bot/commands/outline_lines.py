"""The outline as people type it, one place on each line: "second tue 3pm human Instagram until mar 31".

A line begins with the day, has a time and what the place is for; where it goes out, from when and until when may
follow. A line that can't be read is named, and then nothing is changed.
"""

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from itertools import dropwhile, pairwise

from bot.commands.when import Reading, read_moment, split_moment
from bot.commands.when.tokens import token
from bot.domain import outline_errors
from bot.domain.cadence import Place
from bot.domain.errors import Misread
from storage.tables import AdKind, Kind

_KINDS = tuple(kind.value for kind in (*Kind, *AdKind))
_USUAL = tuple(kind.value for kind in Kind)
_MONEY = re.compile(r"[$€£]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7})[$€£]?")
_BULLET = re.compile(r"^\s*(?:[-*\u2022]|[0-9]+[.)])\s+")
_EVERY = frozenset({"every", "each", "the"})
_OF_THE_MONTH = frozenset({"of", "the", "each", "every", "a", "month", "in"})
_FROM = frozenset({"from", "starting", "since"})
_UNTIL = frozenset({"until", "till"})
_MOST_RANK = 4


def read_lines(typed: str, reading: Reading) -> tuple[Place, ...]:
    """Read the places of an outline; Misread, with the line, where one can't be read or says what another says."""
    found: dict[Place, int] = {}
    for number, line in enumerate(typed.splitlines(), 1):
        if line.strip():
            place = _read(number, line, reading)
            if found.setdefault(place, number) != number:
                raise outline_errors.same_line(number, line.strip(), found[place])
    return tuple(found)


def read_place(line: str, reading: Reading) -> Place:
    """Read one place."""
    words, since_on, until_on = _without_stretch(_BULLET.sub("", line).split(), reading)
    words = _drop(words, _EVERY)
    rank, words = _rank(words)
    if not words or token(_weekday(words[0]))[0] != "w":
        raise outline_errors.no_weekday()
    words = [_weekday(words[0]), *_drop(words[1:], _OF_THE_MONTH)]
    moment, rest = split_moment(words, reading)
    if moment.at is None:
        raise outline_errors.no_hour()
    kind, rest = _kind(rest)
    budget, rest = _budget(rest) if kind in set(AdKind) else (None, rest)
    return Place(
        weekday=moment.on.weekday(),
        at=moment.at,
        kind=kind,
        rank=rank,
        network=" ".join(rest).strip(" ,;"),
        since_on=since_on,
        until_on=until_on,
        budget=budget,
    )


def _read(number: int, line: str, reading: Reading) -> Place:
    try:
        return read_place(line, reading)
    except Misread as misread:
        raise outline_errors.line(number, line.strip(), misread) from None


def _without_stretch(words: list[str], reading: Reading) -> tuple[list[str], date | None, date | None]:
    """Take "from dec 1" and "until mar 31" out of a line."""
    stretch: dict[str, date] = {}
    marks = [number for number, word in enumerate(words) if word.lower() in _FROM | _UNTIL]
    for start, end in pairwise([*marks, len(words)]):
        name = "from" if words[start].lower() in _FROM else "until"
        stretch[name] = read_moment(" ".join(words[start + 1 : end]), reading).on
    return words[: marks[0]] if marks else words, stretch.get("from"), stretch.get("until")


def _rank(words: list[str]) -> tuple[int, list[str]]:
    """Which one of its month a day is: 2 for the second, -1 for the last, 0 for every one."""
    kind, value = token(words[0]) if words else ("", 0)
    if kind not in "frlo" or not kind:
        return 0, words
    if kind != "l" and not 1 <= value <= _MOST_RANK:
        raise outline_errors.no_such_rank()
    return int(value), words[1:]


def _weekday(word: str) -> str:
    """A weekday also where it is said as "mondays"."""
    kind, value = token(word)
    return value if kind == "R" and word.lower().startswith(str(value)) else word


def _kind(words: Sequence[str]) -> tuple[str, list[str]]:
    left = [word for word in words if _bare(word)]
    for number, word in enumerate(left):
        if _bare(word) in _KINDS:
            return _bare(word), [*left[:number], *left[number + 1 :]]
    for word in left:
        meant = get_close_matches(_bare(word), _USUAL, n=1, cutoff=0.75)
        if meant:
            raise outline_errors.kind_meant(word, meant[0])
    raise outline_errors.no_kind()


def _budget(words: list[str]) -> tuple[int | None, list[str]]:
    """What an ad may cost each time: "300", "$1,200"."""
    for number, word in enumerate(words):
        sum_ = _MONEY.fullmatch(word.strip(",;"))
        if sum_ is not None:
            return int(sum_[1].replace(",", "")), [*words[:number], *words[number + 1 :]]
    return None, words


def _bare(word: str) -> str:
    return word.strip(",;:#").lower()


def _drop(words: list[str], leading: frozenset[str]) -> list[str]:
    return list(dropwhile(lambda word: _bare(word) in leading, words))
