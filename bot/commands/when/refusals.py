"""Why words have no shape that can be read, and which phrase near them has one.

It looks only at words that were refused already; it never reads anything.
"""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from bot.commands.when.tokens import CORRECTABLE, UNKNOWN, token
from bot.domain import misreadings
from bot.domain.errors import Misread

Readable = Callable[[Sequence[str]], bool]
_LONGEST = 12
_STRETCHES = frozenset({"weekend", "quarter", "year"})
_STRETCH_SHAPES = frozenset({"W", "M", "xW", "lW", "xM", "lM", "m", "my", "EM", "EW", "Em", "ExM", "ExW", "WFx"})
_NUMBERS = frozenset("ny")


def of_whole(words: Sequence[str], is_readable: Readable) -> Misread:
    """Why the whole text is no day and time."""
    typed = " ".join(words)
    if _is_recurring(words):
        return misreadings.every(typed)
    if _is_stretch(words):
        return misreadings.which_day(typed)
    if _is_number(words):
        return misreadings.bare_number(typed)
    if _could_be_hour(words, is_readable):
        return misreadings.bare_number(words[-1])
    if UNKNOWN not in _kinds(words) and not set("VP").isdisjoint(_kinds(words)) and not nearest(words, is_readable):
        return misreadings.vague_time(typed)
    return misreadings.not_understood(typed, nearest(words, is_readable))


def of_leading(words: Sequence[str], is_readable: Readable) -> Misread:
    """Why no day leads these words."""
    if not words:
        return misreadings.no_words()
    run = words[: _known(words)]
    typed = " ".join(run)
    if _is_recurring(run):
        return misreadings.every(typed)
    if _is_stretch(run):
        return misreadings.which_day(typed)
    if len(run) == len(words) and _is_number(run):
        return misreadings.bare_number(typed)
    return misreadings.no_day_leads(" ".join(words), _nearest_leading(words, len(run), is_readable))


def nearest(words: Sequence[str], is_readable: Readable) -> str | None:
    """The same words with their slips mended, if they can be read then."""
    if len(words) > _LONGEST:
        return None
    mended = [_mended(word) for word in words]
    if any(token(word)[0] in "cbA" for word in mended):  # with a time, "morning" says nothing more
        mended = [word for word in mended if token(word)[0] not in "VP"]
    return " ".join(mended) if mended != list(words) and is_readable(mended) else None


def _known(words: Sequence[str]) -> int:
    """How many words at the start are known ones."""
    unknown = (number for number, word in enumerate(words[:_LONGEST]) if token(word)[0] == UNKNOWN)
    return next(unknown, min(len(words), _LONGEST))


def _kinds(words: Sequence[str]) -> str:
    return "".join(token(word)[0] for word in words).replace(" ", "")


def _is_recurring(words: Sequence[str]) -> bool:
    return "R" in _kinds(words)


def _is_stretch(words: Sequence[str]) -> bool:
    """Whether the words name several days: a week, a month, a weekend."""
    kinds = _kinds(words)
    return kinds in _STRETCH_SHAPES or ("n" not in kinds and any(word.lower() in _STRETCHES for word in words))


def _is_number(words: Sequence[str]) -> bool:
    return bool(words) and (_NUMBERS.issuperset(_kinds(words)) or "".join(words).isdecimal())


def _could_be_hour(words: Sequence[str], is_readable: Readable) -> bool:
    """A day with a number behind it that could be its hour."""
    return len(words) > 1 and token(words[-1])[0] == "n" and is_readable(words[:-1])


def _nearest_leading(words: Sequence[str], slip: int, is_readable: Readable) -> str | None:
    """The longest leading run that can be read once the first unknown word is mended."""
    if slip >= min(len(words), _LONGEST):
        return None
    mended = [*words[:slip], _mended(words[slip]), *words[slip + 1 : _LONGEST]]
    runs = (mended[:count] for count in range(len(mended), slip, -1))
    return next((" ".join(run) for run in runs if run != list(words[: len(run)]) and is_readable(run)), None)


def _mended(word: str) -> str:
    if token(word)[0] != UNKNOWN or len(word) > 12:
        return word
    return next(iter(get_close_matches(word.lower(), CORRECTABLE, n=1, cutoff=0.75)), word)
