"""The shapes a day and time can have together.

Every shape of a day and of a time is written out once, when the program starts. Reading a phrase is a look-up of where
one ends and the other begins, remembered from then on. No shape may have two readings (a test tries them all), except
that one which holds inside a line comes before one that holds only where nothing else is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from bot.commands.when import dates, days, times
from bot.commands.when.asked import DayRule
from bot.commands.when.times import TimeRule


@dataclass(frozen=True, slots=True)
class Shape:
    """Which kinds of a phrase name the day and which the time, and by which rules."""

    day: slice = field(default_factory=lambda: slice(0))
    day_rule: DayRule | None = None
    time: slice = field(default_factory=lambda: slice(0))
    time_rule: TimeRule | None = None
    is_weekday: bool = False
    only_whole: bool = False


@lru_cache(maxsize=4096)
def known(shape: str) -> Shape | None:
    """What this shape is, or None."""
    found = readings_of(shape)
    return next((reading for reading in found if not reading.only_whole), found[0] if found else None)


def readings_of(shape: str) -> list[Shape]:
    """Every way to see a day, a time, or both in a shape."""
    found = [Shape()] if shape in FROM_NOW else []
    n = len(shape)
    if shape in CLOCKS and shape != "k":  # 1600 alone may be anything
        rule, only_whole = CLOCKS[shape]
        found.append(Shape(time=slice(0, n), time_rule=rule, only_whole=only_whole))
    if shape in DAYS:
        found.append(_both(slice(0, n), slice(0), shape))
    for cut in range(1, n):
        if shape[:cut] in DAYS and shape[cut:] in CLOCKS:
            found.append(_both(slice(0, cut), slice(cut, n), shape))
        if shape[:cut] in CLOCKS and shape[cut:] in DAYS:
            found.append(_both(slice(cut, n), slice(0, cut), shape))
    return found


def _both(day: slice, clock: slice, shape: str) -> Shape:
    day_rule, only_whole_day = DAYS[shape[day]]
    time_rule, only_whole_clock = CLOCKS.get(shape[clock], (None, False))
    if day_rule is dates.iso and time_rule is times.clock_time:
        time_rule = times.day_clock_time
    is_weekday = shape[day] == "w"
    return Shape(day, day_rule, clock, time_rule, is_weekday, only_whole_day or only_whole_clock)


def _written_out(pattern: str) -> Iterator[str]:
    """Every shape a pattern stands for."""
    choices: list[Sequence[str]] = []
    rest = pattern
    while rest:
        one, _, after = rest[1:].partition("]") if rest[0] == "[" else (rest[0], "", rest[1:])
        optional = after.startswith("?")
        choices.append([*one, ""] if optional else [*one])
        rest = after[1:] if optional else after
    return map("".join, product(*choices))


def _days() -> dict[str, tuple[DayRule, bool]]:
    whole = days.WHOLE_SHAPES | dates.WHOLE_SHAPES
    patterns = whole | days.SHAPES | dates.SHAPES  # what holds inside a line comes last and so wins
    return {shape: (rule, pattern in whole) for pattern, rule in patterns.items() for shape in _written_out(pattern)}


DAYS = _days()
CLOCKS: dict[str, tuple[TimeRule, bool]] = {
    shape: (rule, pattern in times.WHOLE_SHAPES)
    for pattern, rule in (times.WHOLE_SHAPES | times.SHAPES).items()
    for shape in _written_out(pattern)
}
FROM_NOW = frozenset(shape for pattern in ("I[nq]H", "Ihq?H", "[nq]HFZ", "j") for shape in _written_out(pattern))
