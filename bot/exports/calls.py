"""Rows of tracked calls, added up by day and source as they are read; of a single call nothing is ever kept.

Whatever says who called, what was said or where it can be heard is refused once more on the way out.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import date

from bot.domain.exports import PlaceCount, Question, Skipped, Why
from bot.exports import days
from bot.exports.finding import Given, Matched
from bot.exports.headings import folded

_COLUMNS = ("at", "source", "status", "is_first", "is_qualified")
_ALL = "phone_calls"
ANYWHERE = "phone"
"""The place of calls to numbers whose source is none that leads can have."""
FORBIDDEN = frozenset(
    {
        "name",
        "number_name",
        "caller",
        "phone",
        "tracking_number",
        "agent",
        "recording",
        "transcription",
        "note",
        "email",
    }
)
_SOURCES = (
    ("google", ("google", "gmb", "gbp", "adwords")),
    ("facebook", ("facebook", "fb", "meta")),
    ("instagram", ("instagram", "ig")),
    ("tiktok", ("tiktok",)),
    ("website", ("website", "direct", "organic", "web", "landing")),
    ("referral", ("referral", "referrer")),
)
_YES = frozenset({"true", "yes", "y", "1", "x", "first time", "first call", "qualified"})
_NO = frozenset({"false", "no", "n", "0", "repeat", "returning", "not qualified", "unqualified"})
_ANSWERED = ("answered", "completed", "connected")
_UNANSWERED = ("missed", "abandoned", "no answer", "voicemail", "unanswered", "busy", "failed", "not answered")


_Key = tuple[date, str, str]
"""A day, a source and what is counted."""


class NotAnAggregate(AssertionError):  # noqa: N818 - an error is named for the fact
    """Something of a single call was about to leave."""


def read(matched: Matched, given: Given) -> tuple[list[PlaceCount], list[Question | None]]:
    """Add up the calls of a table by day and source."""
    rows = [(number, {name: matched.cell(values, name) for name in _COLUMNS}) for number, values in matched.rows]
    order = days.order_of((cells["at"] for _, cells in rows), given)
    sums: Counter[_Key] = Counter()
    told: Counter[_Key] = Counter()
    firsts: dict[_Key, int] = {}
    for number, cells in rows:
        on = order.on(cells["at"])
        if on is None or on > given.tomorrow:
            matched.skipped.append(Skipped(number, Why.NO_DAY if on is None else Why.OUTSIDE))
            continue
        for name, is_one in _told(cells).items():
            key = (on, _source(cells.get("source")), name)
            sums[key] += is_one
            told[key] += 1
            firsts.setdefault(key, number)
    counts = [
        PlaceCount(firsts[key], place, name, on, on, sums[key])
        for key in sorted(sums)
        for on, place, name in [key]
        if told[key] == told[on, place, _ALL]  # where some calls don't tell, nobody knows of how many it is true
    ]
    refuse_single_calls(counts)
    return counts, [order.question]


def refuse_single_calls(value: object) -> None:
    """Make sure that nothing in a value, however deep, names or quotes anybody.

    Raises:
        NotAnAggregate: something does.
    """
    if is_dataclass(value) and not isinstance(value, type):
        refuse_single_calls(asdict(value))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if folded(key).replace(" ", "_") in FORBIDDEN:
                raise NotAnAggregate(str(key))
            refuse_single_calls(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            refuse_single_calls(inner)
    elif isinstance(value, str) and value not in _WORDS:
        raise NotAnAggregate("words of a call")


_WORDS = frozenset(
    {ANYWHERE, _ALL, "answered_calls", "first_time_calls", "qualified_calls", *(name for name, _ in _SOURCES)}
)


def _told(cells: Mapping[str, object]) -> dict[str, bool]:
    """What a call counts as, as far as its row tells."""
    told = {_ALL: True}
    for name, column in (("first_time_calls", "is_first"), ("qualified_calls", "is_qualified")):
        words = folded(cells.get(column))
        if words in _YES or words in _NO:
            told[name] = words in _YES
    status = folded(cells.get("status"))
    is_unanswered = any(word in status for word in _UNANSWERED)
    if is_unanswered or any(word in status for word in _ANSWERED):
        told["answered_calls"] = not is_unanswered
    return told


def _source(value: object) -> str:
    words = f" {folded(value)} "
    return next((name for name, spelled in _SOURCES if any(f" {word} " in words for word in spelled)), ANYWHERE)
