"""The shapes a time of day can have, and the time each one names on a given day.

An hour that could be morning or afternoon is taken only where opening hours leave one reading. It refuses to know how
the day was named.
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from bot.commands.when.tokens import Clock
from bot.domain import misreadings
from bot.domain.hours import Opening

Parts = Mapping[str, Any]
TimeRule = Callable[[Parts, date, Opening], time]


def clock_time(parts: Parts, on: date, opening: Opening) -> time:
    """4pm, 16:00, 16h, 4:30, at 4."""
    clock = _clock(parts)
    if clock.half:
        return _exact(clock.hour % 12 + (12 if clock.half == "p" else 0), clock, is_hour=1 <= clock.hour <= 12)
    if not {"c", "k"}.isdisjoint(parts):
        return _exact(clock.hour, clock, is_hour=True)
    return _in_opening_hours(clock, on, opening)


def counted_time(parts: Parts, on: date, opening: Opening) -> time:
    """Half past 4, a quarter to 5, 10 past 4."""
    clock = _clock(parts)
    minutes = next(parts[kind] for kind in ("h", "q", "first n", "n") if kind in parts)
    if not 1 <= clock.hour <= 12 or clock.minute or minutes > 59 or ("t" in parts and minutes != 15):
        raise misreadings.no_such_time(clock.words)
    total = clock.hour % 12 * 60 + (12 * 60 if clock.half == "p" else 0)
    hour, minute = divmod((total + (-minutes if "t" in parts else minutes)) % (24 * 60), 60)
    if clock.half:
        return time(hour, minute)
    return _in_opening_hours(Clock(hour % 12 or 12, minute, "", f"{hour % 12 or 12}:{minute:02d}"), on, opening)


def day_clock_time(parts: Parts, on: date, opening: Opening) -> time:
    """The time beside a date like 2026-12-03, which is on the 24-hour clock unless it says am or pm."""
    if "b" in parts and "a" not in parts:
        return _exact(parts["b"].hour, parts["b"], is_hour=True)
    return clock_time(parts, on, opening)


def named_time(parts: Parts, on: date, opening: Opening) -> time:
    """Noon, or the end of the working day."""
    name = parts.get("N", "close")
    if name == "midnight":
        raise misreadings.midnight()
    if name == "noon":
        if parts.get("n", 12) != 12:
            raise misreadings.no_such_time(f"{parts['n']} noon")
        return time(12)
    closes = opening.close_of(on)
    if closes is None:
        raise misreadings.closed_on(on)
    return closes


def first_thing(parts: Parts, on: date, opening: Opening) -> time:
    """When the practice opens that day."""
    del parts
    opens = opening.open_of(on)
    if opens is None:
        raise misreadings.closed_on(on)
    return opens


def _in_opening_hours(clock: Clock, on: date, opening: Opening) -> time:
    """The one of two readings in which the practice is open; around noon nobody means the night."""
    if not 1 <= clock.hour <= 12:
        return _exact(clock.hour, clock, is_hour=True)
    early, late = (_exact(clock.hour % 12 + half, clock, is_hour=True) for half in (0, 12))
    open_ones = [late] if clock.hour == 12 else [at for at in (early, late) if opening.holds(on, at)]
    if len(open_ones) != 1:
        raise misreadings.two_readings(clock.words, on, early, late)
    return open_ones[0]


def _clock(parts: Parts) -> Clock:
    named = next((parts[kind] for kind in "cbgk" if kind in parts), None)
    if named is None:
        half = parts.get("a", "")
        return Clock(parts["n"], 0, half, f"{parts['n']} {half}m" if half else f"at {parts['n']}")
    return Clock(named.hour, named.minute, parts.get("a", named.half), named.words)


def _exact(hour: int, clock: Clock, *, is_hour: bool) -> time:
    if not is_hour or hour > 23 or clock.minute > 59:
        raise misreadings.no_such_time(clock.words)
    return time(hour, clock.minute)


SHAPES: dict[str, TimeRule] = {
    "A?[cb]a?": clock_time,
    "A?na": clock_time,
    "An": clock_time,
    "A?nK": clock_time,
    "A?N": named_time,
    "A?nN": named_time,
    "A?E[DB]": named_time,
    "fT": first_thing,
    "Ag": clock_time,
    "A?q?h[ut]n": counted_time,
    "A?q?h[ut]na": counted_time,
    "A?q?h[ut]c": counted_time,
    "A?hFn": counted_time,
    "A?[nq]un": counted_time,
    "A?[nq]una": counted_time,
    "A?[nq]uc": counted_time,
}
"""Every shape with its rule; `[no]` is one of these kinds, `A?` is optional."""

WHOLE_SHAPES: dict[str, TimeRule] = {"g": clock_time, "A?k": clock_time}
"""Shapes that are a time only when nothing else is said: "thu 2.50 off" and "thu 1600 smiles" have none."""
