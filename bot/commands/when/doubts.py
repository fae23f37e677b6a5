"""Doubts about a line: what stands beside the day that leads or ends it, and could belong to it.

"thu or fri", "fri 4th", "thu 4pm-5pm", "thu 4pm every week": each is asked about, none is guessed. It refuses to know
how a day or time is read.
"""

import re
from collections.abc import Sequence

from bot.commands.when import dates
from bot.commands.when.asked import Asked
from bot.commands.when.moment import Moment
from bot.commands.when.tokens import FILLER, token
from bot.domain import misreadings
from bot.domain.errors import Misread

_BETWEEN = frozenset({"or", "and", "to", "until", "-", "\u2013"})
_UNTIL = frozenset({"to", "until", "-", "\u2013"})
_OTHER = frozenset({"other", "second"})
_HALVED = r"[0-9]{1,2}(?:[:.][0-9]{2})?(?:[ap]\.?m?\.?)"
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2})?(?:[ap]\.?m?\.?)?"
_STRETCH = re.compile(rf"{_HALVED}[-\u2013]{_CLOCK}|{_CLOCK}[-\u2013]{_HALVED}", re.IGNORECASE)
"""Hours with am or pm at one end: "10-14" may be anything."""
_ONE_WORD = ("w", "d", "s", "p", "i")
_TWO_WORDS = ("mn", "mo", "nm", "om")
"""Days, as kinds of words."""


def refuse_what_follows(words: Sequence[str], rest: Sequence[str], shape: str, asked: Asked) -> None:
    """Refuse a leading day where what comes after it could belong to it."""
    if not rest:
        return
    used = len(words) - len(rest)
    kinds = [token(word)[0] for word in rest[:2]]
    if len(rest) == 1 and kinds[0] == "n":
        raise misreadings.bare_number(rest[0])
    is_between = len(rest) > 1 and rest[0].lower() in _BETWEEN
    if is_between and kinds[1] in "wd":
        raise misreadings.which_day(" ".join(words[: used + 2]))
    if _STRETCH.fullmatch(rest[0]) or (is_between and kinds[1] in "cb" and shape[-1:] in "cbga"):
        raise misreadings.which_time(" ".join(words[: used + 1 + is_between]))
    if kinds[0] == "R" and len(rest) > 1 and (kinds[1] in "wWDM" or rest[1].lower() in _OTHER):
        raise misreadings.every(" ".join(words[: used + 2]))
    number = next((word for word in rest if token(word)[0] != FILLER), "")
    if shape.endswith("w") and token(number)[0] == "o":
        _refuse_a_day_of_the_month(words[used - 1], number, asked)


def refuse_what_precedes(words: Sequence[str], start: int, moment: Moment) -> None:
    """Refuse "every fri", "thu or fri", "4 fri" and "dec 12 sat", where what precedes the day could belong to it."""
    before = "".join(token(word)[0] for word in words[max(0, start - 2) : start])
    last = words[start - 1].lower() if start else ""
    if before.endswith("R"):
        raise misreadings.every(" ".join(words[start - 1 :]))
    is_between = (before[:1] in ("w", "d", "o", "s", "p", "i") and last in _BETWEEN) or (
        before[:1] == "n" and last in _UNTIL and token(words[start])[0] != "n"
    )
    if before.endswith(_ONE_WORD):
        raise misreadings.which_day(" ".join(words[start - 1 :]))
    if before.endswith(_TWO_WORDS) or is_between:
        raise misreadings.which_day(" ".join(words[start - 2 :]))
    if before.endswith("o") or (before.endswith("n") and moment.at is None):
        raise misreadings.bare_number(words[start - 1])


def _refuse_a_day_of_the_month(weekday: str, number: str, asked: Asked) -> None:
    """Refuse "fri 4th", where the next 4th is a Friday; "thu 5th anniversary" is none, and goes on as a text."""
    try:
        on = dates.day_number({"o": token(number)[1], "w": token(weekday)[1]}, asked)
    except Misread:
        return
    raise misreadings.day_or_words(f"{weekday} {number}", on)
