"""The table of all shapes a day and time can have together.

Reading a phrase is one look-up, not a search: every shape of a day, of a time, and of both in either order is written
out here once, when the program starts, and no shape may have two readings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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


def _table() -> dict[str, Shape]:
    table: dict[str, Shape] = {}

    def add(shape: str, known: Shape) -> None:
        if shape in table:
            raise ValueError(f"the shape {shape} would have two readings")
        table[shape] = known

    clocks = [(shape, rule) for pattern, rule in times.SHAPES.items() for shape in _written_out(pattern)]
    for shape in _written_out("I[nq]H"):
        add(shape, Shape())
    add("j", Shape())
    for clock, rule in clocks:
        add(clock, Shape(time=slice(0, len(clock)), time_rule=rule))
    for pattern, day_rule in (days.SHAPES | dates.SHAPES | dates.WHOLE_SHAPES).items():
        only_whole = pattern in dates.WHOLE_SHAPES
        for day in _written_out(pattern):
            is_weekday, n = day == "w", len(day)
            add(day, Shape(slice(0, n), day_rule, is_weekday=is_weekday, only_whole=only_whole))
            for clock, plain_rule in clocks:
                rule = times.day_clock_time if day_rule is dates.iso and plain_rule is times.clock_time else plain_rule
                m = len(clock)
                add(day + clock, Shape(slice(0, n), day_rule, slice(n, n + m), rule, is_weekday, only_whole))
                add(clock + day, Shape(slice(m, m + n), day_rule, slice(0, m), rule, is_weekday, only_whole))
    return table


TABLE = _table()
