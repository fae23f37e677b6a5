"""Reading which week somebody means: this, next, 2026-W50, w50, or any day inside it.

Unlike a post's day, a week that is looked at may lie in the past, so a day or week without its year is the one nearest
to today.
"""

import re

from bot.commands.when import refusals
from bot.commands.when.moment import Reading
from bot.commands.when.phrases import LONGEST, phrase_of, understood
from bot.domain import misreadings
from bot.domain.weeks import Week, weeks_in

_NUMBERED = re.compile(r"(?:week|wk|w)\s*([0-9]{1,2})")
_WRITTEN = re.compile(r"20[0-9]{2}-?w[0-9]{1,2}")


def read_week(words: str, reading: Reading) -> Week:
    """The week the words name; nothing at all is this week."""
    found = words.lower().replace(",", " ").split()
    text, this = " ".join(found), Week.of(reading.today)
    if text in {"", "this", "week", "this week", "today"}:
        return this
    if text in {"next", "next week"}:
        return this.next()
    if text in {"last", "last week", "previous", "previous week"}:
        return this.previous()
    numbered = _NUMBERED.fullmatch(text)
    if numbered is not None:
        return _nearest(int(numbered[1]), reading)
    if _WRITTEN.fullmatch(text):
        return Week.parse(text)
    phrase = phrase_of(found[:LONGEST])
    if len(found) > LONGEST or phrase.known is None:
        raise misreadings.not_a_week(words, refusals.nearest(found, lambda mended: phrase_of(mended).known is not None))
    return Week.of(understood(phrase, reading, looks_back=True).on)


def _nearest(number: int, reading: Reading) -> Week:
    """The week of this number that is nearest to today."""
    this = Week.of(reading.today).year
    candidates = [Week(year, number) for year in (this - 1, this, this + 1) if 1 <= number <= weeks_in(year)]
    if not candidates:
        raise misreadings.no_such_week(this, number, weeks_in(this))
    return min(candidates, key=lambda week: abs(week.monday - reading.today))
