"""The shapes of a day that is named by its place in the calendar: 28 nov, 11/28, 2026-12-03, first monday of december.

Each rule gets the values by kind and answers with a date or Misread. It refuses to know times of day, and whether the
day may be in the past or far away.
"""

from datetime import date, timedelta

from bot.commands.when.asked import Asked, DayRule, Parts, date_of, exists, last_day, month_from
from bot.domain import misreadings


def month_day(parts: Parts, asked: Asked) -> date:
    """A day of a month, the next one where no year is named."""
    return _dated(_number(parts), parts["m"], parts.get("y"), parts.get("w"), asked)


def day_number(parts: Parts, asked: Asked) -> date:
    """The next 28th."""
    first = asked.today.replace(day=1)
    for months in range(12):
        year, month = month_from(first, months)
        if asked.today <= date(year, month, 1) + timedelta(days=parts["o"] - 1) and exists(year, month, parts["o"]):
            return _on_weekday(date(year, month, parts["o"]), parts.get("w"))
    raise misreadings.no_such_day(parts["o"], first.month, first.year, last_day(first.year, first.month))


def number_after_weekday(parts: Parts, asked: Asked) -> date:
    """Sat 28, where no clock has such an hour."""
    if parts["n"] <= 24:
        raise misreadings.bare_number(str(parts["n"]))
    return day_number({"o": parts["n"], "w": parts["w"]}, asked)


def month_day_short_year(parts: Parts, asked: Asked) -> date:
    """3 Dec 26, where no clock has such an hour."""
    if parts["n"] <= 24:
        raise misreadings.bare_number(str(parts["n"]))
    day = parts["o"] if "o" in parts else parts["first n"]
    return _dated(day, parts["m"], _full_year(parts["n"]), parts.get("w"), asked)


def day_of_month(parts: Parts, asked: Asked) -> date:
    """The 15th of next month, the first of the month, the first of December."""
    day = parts["o"] if "o" in parts else parts["f"]
    if "m" in parts:
        return _dated(day, parts["m"], parts.get("y"), parts.get("w"), asked)
    year, month = month_from(asked.today, parts.get("x", 0))
    return date_of(year, month, day)


def dated_in_week(parts: Parts, asked: Asked) -> date:
    """Next Friday, Dec 4: the two have to agree."""
    on = slashed(parts, asked) if "s" in parts else month_day(parts, asked)
    meant = asked.today + timedelta(weeks=parts["x"], days=parts["w"] - asked.today.weekday())
    if on != meant:
        raise misreadings.two_days("the date beside that weekday", *sorted((on, meant)))
    return on


def slashed(parts: Parts, asked: Asked) -> date:
    """11/28 or 28/11, as this workspace writes it."""
    figures = parts["s"]
    first, second, *years = figures.numbers
    day, month = (first, second) if asked.day_first else (second, first)
    if month > 12 >= day:
        swapped = "/".join(map(str, (second, first, *years)))
        raise misreadings.other_order(figures.words, swapped, day_first=asked.day_first)
    return _figures((day, month, *years), figures.words, parts, asked)


def dotted(parts: Parts, asked: Asked) -> date:
    """28.11., 28.11 or 28.11.2026: the day comes first, unless a year follows where the month does elsewhere."""
    figures = parts["p"] if "p" in parts else parts["z"]
    day, month, *years = figures.numbers
    if years and not asked.day_first and day != month and max(day, month) <= 12:
        year = _full_year(years[0])
        raise misreadings.two_days(figures.words, *sorted((date_of(year, month, day), date_of(year, day, month))))
    return _figures((day, month, *years), figures.words, parts, asked)


def iso(parts: Parts, asked: Asked) -> date:
    """2026-12-03."""
    figures = parts["i"] if "i" in parts else parts["j"]
    year, month, day = figures.numbers[:3]
    return _figures((day, month, year), figures.words, parts, asked)


def weekday_in_month(parts: Parts, asked: Asked) -> date:
    """The first Monday of December, the last Friday of the month."""
    rank, weekday = _rank(parts), parts["w"]
    if "m" not in parts:
        return _turn(rank, weekday, *month_from(asked.today, parts.get("x", 0)))
    if "y" in parts:
        return _turn(rank, weekday, parts["y"], parts["m"])
    turns = [_turn_or_none(rank, weekday, year, parts["m"]) for year in _years(asked)]
    found = [on for on in turns if on is not None]
    return _pick(found, asked) if found else _turn(rank, weekday, asked.today.year, parts["m"])


def last_of_month(parts: Parts, asked: Asked) -> date:
    """The last day of a month."""
    if "m" not in parts:
        year, month = month_from(asked.today, parts.get("x", 0))
        return date(year, month, last_day(year, month))
    years = [parts["y"]] if "y" in parts else _years(asked)
    return _pick([date(year, parts["m"], last_day(year, parts["m"])) for year in years], asked)


def _number(parts: Parts) -> int:
    return int(parts["n"] if "n" in parts else parts["o"])


def _rank(parts: Parts) -> int:
    return int(next(parts[kind] for kind in "frol" if kind in parts))


def _years(asked: Asked) -> list[int]:
    this = asked.today.year
    return [this - 1, this, this + 1] if asked.looks_back else [this, this + 1]


def _pick(candidates: list[date], asked: Asked) -> date:
    """The first one from today on; where the past may be meant, the one nearest to today."""
    if asked.looks_back:
        return min(candidates, key=lambda on: (abs(on - asked.today), asked.today > on))
    return next((on for on in candidates if on >= asked.today), candidates[-1])


def _figures(numbers: tuple[int, ...], words: str, parts: Parts, asked: Asked) -> date:
    day, month, *years = numbers
    if not 1 <= month <= 12:
        raise misreadings.no_such_month(words)
    year = _full_year(years[0]) if years else None
    if year is not None and not 1900 <= year <= 2200:
        raise misreadings.not_understood(words)
    return _dated(day, month, year, parts.get("w"), asked)


def _full_year(year: int) -> int:
    return year + 2000 if year < 100 else year


def _dated(day: int, month: int, year: int | None, weekday: int | None, asked: Asked) -> date:
    if year is not None:
        return _on_weekday(date_of(year, month, day), weekday)
    candidates = [date(each, month, day) for each in _years(asked) if exists(each, month, day)]
    if not candidates:
        year = asked.today.year + (month < asked.today.month and not asked.looks_back)
        raise misreadings.no_such_day(day, month, year, last_day(year, month))
    matching = [on for on in candidates if weekday is None or on.weekday() == weekday]
    if weekday is not None and not asked.looks_back and matching[:1] == candidates[:1]:
        return matching[0]  # "tue nov 24" on the day after means the day that is over, not some other year's
    return _on_weekday(_pick(matching if asked.looks_back and matching else candidates, asked), weekday)


def _on_weekday(on: date, weekday: int | None) -> date:
    if weekday is not None and on.weekday() != weekday:
        raise misreadings.other_weekday(on, weekday)
    return on


def _turn(rank: int, weekday: int, year: int, month: int) -> date:
    on = _turn_or_none(rank, weekday, year, month)
    if on is None:
        raise misreadings.no_such_turn(rank, weekday, month, year)
    return on


def _turn_or_none(rank: int, weekday: int, year: int, month: int) -> date | None:
    """The weekday of this rank in a month, -1 being the last one."""
    if rank == -1:
        last = date(year, month, last_day(year, month))
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (rank - 1)
    return date(year, month, day) if rank >= 1 and exists(year, month, day) else None


SHAPES: dict[str, DayRule] = {
    "w?m[no]y?": month_day,
    "w?[no]my?": month_day,
    "w?s": slashed,
    "w?p": dotted,
    "w?i": iso,
    "[frol]wI?my?": weekday_in_month,
    "[frol]wI?x?M": weekday_in_month,
    "lDI?my?": last_of_month,
    "lDI?x?M": last_of_month,
}
"""Every shape with its rule; `[no]` is one of these kinds, `y?` is optional."""

WHOLE_SHAPES: dict[str, DayRule] = {
    "w?o": day_number,
    "wn": number_after_weekday,
    "w?z": dotted,
    "m[no]w": month_day,
    "[no]mw": month_day,
    "sw": slashed,
    "pw": dotted,
    "w?[no]mn": month_day_short_year,
    "w?m[no]n": month_day_short_year,
    "[of]x?M": day_of_month,
    "xMo": day_of_month,
    "w?fmy?": day_of_month,
    "xwm[no]": dated_in_week,
    "xw[no]m": dated_in_week,
    "xws": dated_in_week,
}
"""Shapes that are a day only when nothing else is said: "28th anniversary" and "dec 3 sun safety" are not one."""
