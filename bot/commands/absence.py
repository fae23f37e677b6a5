"""Reading when somebody is away: "until mon", "dec 24 to jan 1", "tomorrow". It knows no other words."""

import re
from datetime import timedelta

from bot.commands.typed import Typed
from bot.commands.vocabulary import GoAway
from bot.commands.when import Reading, read_day
from bot.domain import people_errors

_EXAMPLE = "`/rounds away until mon`, or `/rounds away dec 24 to jan 1`"
_UNTIL = re.compile(r"^(?:until|till|til)\s+", re.IGNORECASE)
_TO = re.compile(r"\s+(?:-|\u2013|to|until|till)\s+", re.IGNORECASE)
_FROM = re.compile(r"^from\s+", re.IGNORECASE)
_A_DAY = timedelta(days=1)


def read_absence(typed: Typed, reading: Reading) -> GoAway:
    """Read it; "until mon" is back on Monday, "thu to fri" and "fri" last through the day they end with."""
    words = typed.text.strip()
    if not words:
        raise people_errors.away_until_when()
    until = _UNTIL.match(words)
    if until is not None:
        back = read_day(words[until.end() :], reading, _EXAMPLE)
        return GoAway(back.on, back.at)
    ends = [read_day(part, reading, _EXAMPLE) for part in _TO.split(_FROM.sub("", words), maxsplit=1)]
    first, last = ends[0], ends[-1]
    if last.on < first.on:
        raise people_errors.away_ends_first()
    return GoAway(last.on if last.at else last.on + _A_DAY, last.at, first.on)
