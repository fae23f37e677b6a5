"""The words a day or time is made of, each as one letter for its kind and a value.

A phrase becomes a string of such letters, its shape, which `phrases` looks up. It refuses to know what a shape means.

    d today      w weekday   m month      n 28        o 28th     y 2026     i 2026-12-03   j 2026-12-03T14:00
    s 11/28      p 28.11.    c 4pm 16:00  b 4:30      a am, pm   N noon     K o'clock      A at
    x this, next l last      f first, r second   q two 100   D days     W weeks    M months       H hours, minutes
    I in         F from      G ago        E end       B business T thing    R every        V lunch, weekend
    P morning    h half      u past       t to        C coming   Z now      e time
    g 4.30       z 28.11     k 1600
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.domain.said import MONTHS, WEEKDAYS

UNKNOWN = "?"
_LONGEST_WORD = 24
FILLER = " "


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as typed, which may not exist."""

    hour: int
    minute: int
    half: str
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A date written in figures, as typed."""

    numbers: tuple[int, ...]
    words: str


def _each(kind: str, words: str) -> Iterable[tuple[str, tuple[str, Any]]]:
    return ((word, (kind, word)) for word in words.split())


def _valued(kind: str, **values: int | str) -> Iterable[tuple[str, tuple[str, Any]]]:
    return ((word, (kind, value)) for words, value in values.items() for word in words.split("_"))


WORDS: dict[str, tuple[str, Any]] = dict(
    [
        *((name.lower(), ("w", number)) for number, name in enumerate(WEEKDAYS)),
        *((name.lower()[:3], ("w", number)) for number, name in enumerate(WEEKDAYS)),
        *_valued("w", tues=1, weds=2, thur_thurs=3),
        *((f"{name.lower()}s", ("R", name.lower())) for name in WEEKDAYS),
        *_each("R", "every each weekly daily monthly fortnightly biweekly"),
        *((name.lower(), ("m", number)) for number, name in enumerate(MONTHS, 1)),
        *((name.lower()[:3], ("m", number)) for number, name in enumerate(MONTHS, 1)),
        *_valued("m", sept=9),
        *_valued("d", today=0, tomorrow_tmrw_tmr_tmw=1, yesterday=-1),
        *(("2day", ("d", 0)), ("2morrow", ("d", 1)), ("2moro", ("d", 1))),
        *_valued("x", this=0, next=1),
        *_valued("l", last=-1),
        *_valued("f", first=1),
        *_valued("r", second=2, third=3, fourth=4, fifth=5),
        *_valued("q", a_an_one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10),
        *_valued("D", day_days=1),
        *_valued("W", week_weeks_wk_wks=1, fortnight_fortnights=2),
        *_valued("M", month_months=1),
        *_valued("H", hour_hours_hr_hrs=60, minute_minutes_min_mins=1),
        *_valued("a", am="a", pm_p="p"),
        *(("a.m", ("a", "a")), ("p.m", ("a", "p"))),
        *_valued("N", noon_midday="noon", midnight="midnight", eod_eob_cob="close"),
        *_each("K", "o'clock oclock o\u2019clock"),
        *_each("I", "in"),
        *_each("A", "at @"),
        *_each("F", "from after"),
        *_each("G", "ago"),
        *_each("E", "end close"),
        *_each("B", "business"),
        *_each("T", "thing"),
        *_each("P", "morning afternoon evening night tonight"),
        *_each("V", "lunch lunchtime weekend year"),
        *_valued("h", half=30, quarter=15),
        *_each("u", "past"),
        *_each("t", "to"),
        *_each("C", "coming upcoming"),
        *_each("Z", "now"),
        *_each("e", "time"),
        *_each(FILLER, "on the of by sharp , - \u2013"),
        ("24/7", (UNKNOWN, "24/7")),  # "24/7 emergency care" is no 24 July
    ]
)
CORRECTABLE = tuple(word for word in WORDS if len(word) > 3 and word.isalpha())

_NUMERIC = re.compile(
    r"(?P<c>([0-9]{1,2})(?:[:.]([0-9]{2}))?(?:([ap])\.?m?\.?)|(?:0[0-9]|1[3-9]|[2-9][0-9]):[0-9]{2}(?::00)?h?|"
    r"(?:0[0-9]|1[3-9]|2[0-9])h(?:[0-9]{2})?|0:[0-9]{2})"
    r"|(?P<b>[0-9]{1,2}:[0-9]{2}(?::00)?h?|[0-9]{1,2}h(?:[0-9]{2})?)"
    r"|(?P<g>(?:1[0-9]|2[0-3]|0?[0-9])\.(?:00|1[3-9]|[2-5][0-9]))"
    r"|(?P<z>(?:2[4-9]|3[01])\.(?:1[0-2]|0?[1-9]))"
    r"|(?P<o>[0-9]{1,2}(?:st|nd|rd|th|\.))"
    r"|(?P<y>20[0-9]{2}|['\u2019][2-9][0-9])"
    r"|(?P<k>(?:[01][0-9]|2[0-3])[0-5][0-9](?:h|hrs)?)"
    r"|(?P<n>[0-9]{1,2})|(?P<q>[1-9][0-9]{2})"
    r"|(?P<i>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2})"
    r"|(?P<j>[0-9]{4}-[0-9]{2}-[0-9]{2}t[0-9]{2}:[0-9]{2}(?::00)?)"
    r"|(?P<s>[0-9]{1,2}/[0-9]{1,2}(?:/(?:[0-9]{4}|[0-9]{2}))?|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})"
    r"|(?P<p>[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})?)"
)
_OWNER = re.compile(r"(?<=s)['\u2019]$|(?<=[ekth])['\u2019]s$")
"""The ending in "two weeks' time" and "a week's time"."""
_DIGITS = re.compile(r"[0-9]+")


def token(word: str) -> tuple[str, Any]:
    """The kind and value of one word."""
    return _token(word) if len(word) <= _LONGEST_WORD else (UNKNOWN, word)


@lru_cache(maxsize=2048)
def _token(word: str) -> tuple[str, Any]:
    low = word.lower()
    known = WORDS.get(low)
    if known is not None:
        return known
    bare = low.rstrip(",;:")
    known = WORDS.get(bare) or WORDS.get(bare.rstrip(".")) or WORDS.get(_OWNER.sub("", bare))
    if known is not None:
        return known
    numeric = _NUMERIC.fullmatch(bare.removeprefix("@"))
    if numeric is None or numeric.lastgroup is None:
        return UNKNOWN, word
    return numeric.lastgroup, _value(numeric.lastgroup, bare)


def _value(kind: str, word: str) -> int | Clock | Figures:
    numbers = tuple(map(int, _DIGITS.findall(word)))
    if kind in "noyq":
        return numbers[0] + 2000 if word.startswith(("'", "\u2019")) else numbers[0]
    if kind == "k":
        return Clock(*divmod(numbers[0], 100), "", word)
    if kind in "cbg":
        half = "a" if "a" in word else "p" if "p" in word else ""
        return Clock(numbers[0], numbers[1] if len(numbers) > 1 else 0, half, word)
    return Figures(numbers, word)
