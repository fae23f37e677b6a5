"""Slack's date tokens, such as `{date_short} at {time}`, written out for one reader.

Source: docs.slack.dev, "Formatting message text", section on date formatting.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.drawing.names import Names

_TOKEN = re.compile(r"\{(\w+)\}")


def written(timestamp: float, form: str, names: Names) -> str:
    """Write a moment in the form Slack was given, in the reader's zone; an unknown token stays as it is."""
    at = names.local(timestamp)
    now = names.now.astimezone(names.zone) if names.now else None

    def word(match: re.Match[str]) -> str:
        asked = match.group(1)
        if asked == "ago":
            return _ago(at, now) if now else _short(at)
        plain = asked.removesuffix("_pretty")
        if plain != asked and now and (near := _near(at, now)):
            return near
        if plain == "day_divider" and now and at.year != now.year:
            plain = "date_long"
        return _WORDS[plain](at) if plain in _WORDS else match.group(0)

    return _TOKEN.sub(word, form)


def clock(at: datetime) -> str:
    """Write a time of day as Slack's English client does."""
    return f"{at.hour % 12 or 12}:{at:%M} {'AM' if at.hour < 12 else 'PM'}"


def moment(at: datetime) -> str:
    """Write a moment in full, as a clock on the wall with its calendar."""
    return f"{at:%a} {at.day} {at:%b} {at.year}, {clock(at)}"


def day(at: datetime, now: datetime) -> str:
    """Write a day as the line between the messages of two days does."""
    return _near(at, now).capitalize() or f"{at:%A}, {at:%B} {_ordinal(at.day)}"


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _short(at: datetime) -> str:
    return f"{at:%b} {at.day}, {at.year}"


def _near(at: datetime, now: datetime) -> str:
    for days, word in ((0, "today"), (-1, "yesterday"), (1, "tomorrow")):
        if at.date() == now.date() + timedelta(days=days):
            return word
    return ""


def _ago(at: datetime, now: datetime) -> str:
    seconds = (now - at).total_seconds()
    size = abs(seconds)
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if size >= length:
            count = int(size // length)
            words = f"{count} {unit}{'' if count == 1 else 's'}"
            return f"{words} ago" if seconds > 0 else f"in {words}"
    return "just now"


_WORDS: dict[str, Callable[[datetime], str]] = {
    "date_num": lambda at: f"{at:%Y-%m-%d}",
    "date_slash": lambda at: f"{at:%m/%d/%Y}",
    "date": lambda at: f"{at:%B} {_ordinal(at.day)}, {at.year}",
    "date_short": _short,
    "date_long": lambda at: f"{at:%A}, {at:%B} {_ordinal(at.day)}, {at.year}",
    "date_long_full": lambda at: f"{at:%B} {at.day}, {at.year}",
    "date_short_full": _short,
    "day_divider": lambda at: f"{at:%A}, {at:%B} {_ordinal(at.day)}",
    "time": clock,
    "time_secs": lambda at: f"{at.hour % 12 or 12}:{at:%M:%S} {'AM' if at.hour < 12 else 'PM'}",
}
